import type { Vocabulary } from '@linchpin/schema';
import type { AdjacencyRow } from '../../../model/neighbourhood.ts';
import type { Direction } from '../../../model/views.ts';

/** A relationship between two entities as the statements of `readRows` return it. */
export interface BundleRow extends Omit<AdjacencyRow, 'direction'> {
  readonly entityKind: string;
  readonly isOut: boolean;
  readonly undated: number;
  /** Greatest end of a link, its start where it has none. */
  readonly end: number | null;
  /** Both ends must be looked at closely: the link may tell of a protected person. */
  readonly isGuarded: boolean;
}

export interface SeenRow extends AdjacencyRow {
  readonly undated: number;
  readonly end: number | null;
}

export function seenRow(vocabulary: Vocabulary, { isOut, isGuarded: _, entityKind: __, ...row }: BundleRow): SeenRow {
  return { ...row, direction: directionOf(vocabulary, row.linkKind, isOut) };
}

export function directionOf(vocabulary: Vocabulary, linkKind: string, isOut: boolean): Direction {
  if (vocabulary.linkKinds.get(linkKind)?.isSymmetric) return 'NONE';
  return isOut ? 'OUT' : 'IN';
}

/** In the order in which the statements that gather rows in a list name them. */
export type RowColumns = readonly [
  otherId: string,
  otherKind: string,
  linkKind: string,
  isOut: boolean,
  agency: string,
  links: number,
  reports: number,
  sureLinks: number,
  undated: number,
  first: number | null,
  last: number | null,
  end: number | null,
  isGuarded: boolean,
];

export function entityRows(
  { id, kind }: { readonly id: string; readonly kind: string },
  rows: readonly RowColumns[],
): BundleRow[] {
  return rows.map(
    ([otherId, otherKind, linkKind, isOut, agency, links, reports, sureLinks, undated, first, last, end, isGuarded]) => ({
      entityId: id,
      entityKind: kind,
      otherId,
      otherKind,
      linkKind,
      isOut,
      agency,
      links,
      reports,
      sureLinks,
      undated,
      first,
      last,
      end,
      isGuarded,
    }),
  );
}
