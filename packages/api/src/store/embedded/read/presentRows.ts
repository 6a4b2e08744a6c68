import type { AdjacencyRow } from '../../../model/neighbourhood.ts';
import { directionNames } from '../interning.ts';
import type { AdjRows } from './adjRows.ts';
import type { MatchedRows } from './matchRows.ts';
import type { Sight } from './sight.ts';

/** Some rows of one entity. */
export interface ChosenRows {
  readonly rows: AdjRows;
  readonly which: readonly number[];
}

/** Rows with the public words in place of the store's numbers. */
export function presentRows(sight: Sight, chosen: readonly ChosenRows[]): AdjacencyRow[] {
  sight.know(chosen.flatMap(({ rows, which }) => (which.length > 0 ? [rows.e, ...which.map((i) => rows.other[i]!)] : [])));
  return chosen.flatMap(({ rows, which }) => which.map((i) => presentRow(sight, rows, i)));
}

export function presentRow(sight: Sight, rows: AdjRows, i: number): AdjacencyRow {
  const { interning } = sight.at;
  const ld = rows.ld[i]!;
  return {
    entityId: sight.idOf(rows.e),
    otherId: sight.idOf(rows.other[i]!),
    otherKind: interning.kindOf(rows.other[i]!),
    linkKind: interning.linkKindName(ld >> 2),
    direction: directionNames[ld & 3]!,
    agency: interning.origin(rows.o[i]!).agency,
    links: rows.links[i]!,
    reports: rows.reports[i]!,
    sureLinks: rows.sure[i]!,
    first: timeOf(rows.first[i]!),
    last: timeOf(rows.last[i]!),
  };
}

/** NaN in a column: none. */
export function timeOf(cell: number): number | null {
  return Number.isNaN(cell) ? null : cell;
}

/** All rows that count. */
export function chooseAll({ rows, counts }: MatchedRows): ChosenRows {
  const which: number[] = [];
  for (let i = 0; i < rows.count; i++) if (counts[i] === 1) which.push(i);
  return { rows, which };
}
