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
  return links >= 2 ? links.toLocaleString('en-US') : null;
}

/** "called 88 times", "uses". */
export function linkWords({ label, links }: BundleRecord): string {
  return links >= 2 ? `${label} · ${links.toLocaleString('en-US')}` : label;
}
