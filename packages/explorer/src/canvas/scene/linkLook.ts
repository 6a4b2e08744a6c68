import type { BundleRecord } from '../../remote/records.ts';
import { linkKindInfo } from '../../remote/vocabulary.ts';

export interface LinkState {
  readonly isToGeneric: boolean;
  readonly isOfSelected: boolean;
  readonly isOnPath: boolean;
  readonly isFaded: boolean;
}

/** Line styles by class. Inferred wins over weak; a generic end makes it faint whatever it says. */
export function linkClasses(bundle: BundleRecord, state: LinkState): string {
  const { isToGeneric, isOfSelected, isOnPath, isFaded } = state;
  return [
    bundle.links >= 10 ? 'many' : bundle.links >= 2 ? 'several' : '',
    bundle.isInferred ? 'inferred' : bundle.isWeak ? 'weak' : '',
    isToGeneric ? 'faint' : '',
    linkKindInfo(bundle.kind)?.hasArrow ? 'arrow' : '',
    isOfSelected ? 'accent' : '',
    isOnPath ? 'path' : '',
    isFaded ? 'faded' : '',
  ]
    .filter((name) => name !== '')
    .join(' ');
}

export function chipText({ isInferred, links }: BundleRecord): string | null {
  if (isInferred) return 'inferred';
  return links >= 2 ? showCount(links) : null;
}

/** "called 88 times", "uses". */
export function linkWords({ label, links }: BundleRecord): string {
  return links >= 2 ? `${label} · ${showCount(links)}` : label;
}

const large = new Intl.NumberFormat('en-US');

/** Thousands of links are counted at each change: only what needs a comma is formatted. */
function showCount(count: number): string {
  return count < 1000 ? String(count) : large.format(count);
}
