import type { Vocabulary } from '@linchpin/schema';
import type { AdjacencyRow } from '../../../model/neighbourhood.ts';

/** A relationship between two entities as the statements of `readRows` return it. */
export interface BundleRow extends Omit<AdjacencyRow, 'direction'> {
  readonly entityKind: string;
  readonly isOut: boolean;
  readonly undated: number;
  /** Both ends must be looked at closely: the link may tell of a protected person. */
  readonly isGuarded: boolean;
}

export interface SeenRow extends AdjacencyRow {
  readonly undated: number;
}

export function seenRow(vocabulary: Vocabulary, { isOut, isGuarded: _, entityKind: __, ...row }: BundleRow): SeenRow {
  const isSymmetric = vocabulary.linkKinds.get(row.linkKind)?.isSymmetric ?? false;
  return { ...row, direction: isSymmetric ? 'NONE' : isOut ? 'OUT' : 'IN' };
}
