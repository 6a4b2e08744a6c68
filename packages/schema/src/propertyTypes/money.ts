import type { CleanContext } from '../propertyType.ts';
import { accept, makeType, refuse } from './makeType.ts';

const known = new Set(Intl.supportedValuesOf('currency'));
/** How each currency is written, and with how many decimals. */
const formats = new Map<string, { readonly formatter: Intl.NumberFormat; readonly decimals: number }>();
/** Amounts as they are written: each is asked for twice, as a value and in a caption, and round ones come again. */
const shown = new Map<string, string>();
const mostShown = 5_000;
const signs: Readonly<Record<string, string>> = { $: 'USD', '€': 'EUR', '£': 'GBP' };
const amountForm = /^(-?)(\d{1,3}(?:,\d{3})+|\d{1,13})(?:\.(\d+))?$/;

export const currency = makeType({
  name: 'currency',
  clean: (raw) => {
    const code = raw.trim().toUpperCase();
    return known.has(code) ? accept(code) : refuse('There is no such currency', 'a code of ISO 4217, such as USD');
  },
  words: (value) => [value.toLowerCase()],
});

/** Canonical: minor units and currency, `41280 USD`. The currency stands in the value, beside it as `currency`, or is its sign. */
export const money = makeType({
  name: 'money',
  isSlow: true,
  clean: (raw, context) => {
    const plain = raw.normalize('NFKC').trim();
    const code = currencyOf(plain, context);
    if (code === null) return refuse('The amount does not say its currency', 'an amount with a property currency, such as USD');
    const match = amountForm.exec(plain.replaceAll(/[$€£\s]|[A-Za-z]{3}/gu, ''));
    const places = formatOf(code).decimals;
    const fraction = match?.[3] ?? '';
    const isExact = /^0*$/.test(fraction.slice(places));
    if (!match || !isExact)
      return refuse('The amount cannot be read', `an amount with up to ${places} decimals, such as 1,900.00`);
    const minor = Number(match[2]?.replaceAll(',', '') + fraction.slice(0, places).padEnd(places, '0'));
    if (!Number.isSafeInteger(minor)) return refuse('The amount is too large', 'an amount below 90 trillion');
    return accept(`${match[1] === '-' && minor > 0 ? -minor : minor} ${code}`);
  },
  compare: (a, b) => (a === b ? 1 : 0),
  show: (value) => {
    let text = shown.get(value);
    if (text === undefined) {
      if (shown.size >= mostShown) shown.clear();
      shown.set(value, (text = showMoney(value)));
    }
    return text;
  },
  words: (value) => [value.split(' ')[0] ?? ''],
});

function showMoney(value: string): string {
  const [minor = '', code = ''] = value.split(' ');
  if (!known.has(code)) return value;
  const { formatter, decimals } = formatOf(code);
  return formatter.format(Number(minor) / 10 ** decimals);
}

function currencyOf(plain: string, context: CleanContext): string | null {
  const written = /(?:^|[^A-Za-z])([A-Za-z]{3})(?:[^A-Za-z]|$)/.exec(plain)?.[1] ?? context.sibling?.('currency');
  const code = written?.trim().toUpperCase() ?? signs[/[$€£]/u.exec(plain)?.[0] ?? ''];
  return code !== undefined && known.has(code) ? code : null;
}

/** Made once a currency: making one takes longer than a thousand uses. */
function formatOf(code: string): { readonly formatter: Intl.NumberFormat; readonly decimals: number } {
  const known = formats.get(code);
  if (known) return known;
  const formatter = new Intl.NumberFormat('en-US', { style: 'currency', currency: code });
  const made = { formatter, decimals: formatter.resolvedOptions().maximumFractionDigits ?? 2 };
  formats.set(code, made);
  return made;
}
