import { type Family, isFamily } from '../ui/kindMark.ts';

const names = [
  'canvas',
  'surface',
  'text',
  'text-2',
  'text-3',
  'accent',
  'on-accent',
  'accent-text',
  'link',
  'link-faint',
  'control',
  'chip',
] as const;

export type Tone = Family | 'generic';

/** Colours of the theme, as the canvas needs them: it cannot read CSS variables while it draws. */
export interface Tokens {
  readonly colour: Readonly<Record<(typeof names)[number], string>>;
  fill(tone: Tone): string;
  ink(tone: Tone): string;
  readonly font: string;
}

export function readTokens(element: Element): Tokens {
  const style = getComputedStyle(element);
  const read = (name: string): string => style.getPropertyValue(`--${name}`).trim();
  return {
    colour: Object.fromEntries(names.map((name) => [name, read(name)])) as Tokens['colour'],
    fill: remember((tone) => read(`${tone}-fill`)),
    ink: remember((tone) => read(`${tone}-ink`)),
    font: read('font') || style.fontFamily,
  };
}

export function toneOf(family: string, isGeneric: boolean): Tone {
  if (isGeneric) return 'generic';
  const name = family.toLowerCase();
  return isFamily(name) ? name : 'record';
}

/** Calls back whenever the theme may have changed; returns what stops it. */
export function hearThemeChange(changed: () => void): () => void {
  const observer = new MutationObserver(changed);
  observer.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] });
  const media = matchMedia('(prefers-color-scheme: dark)');
  media.addEventListener('change', changed);
  return () => {
    observer.disconnect();
    media.removeEventListener('change', changed);
  };
}

function remember(read: (tone: Tone) => string): (tone: Tone) => string {
  const known = new Map<Tone, string>();
  return (tone) => {
    const value = known.get(tone) ?? read(tone);
    known.set(tone, value);
    return value;
  };
}
