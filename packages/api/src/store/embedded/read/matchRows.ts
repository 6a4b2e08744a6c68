import { matchesWindow, type Window } from '../../../model/moment.ts';
import { bundleIdOf } from '../../../model/neighbourhood.ts';
import type { SeenRow, Sight } from './sight.ts';

/** Rows of those bundles of which some link matches the window, and how many links of the rows are undated. Without a window all match. */
export function matchRows(
  sight: Sight,
  rows: readonly SeenRow[],
  window: Window,
): { readonly matching: SeenRow[]; readonly undated: number } {
  if (window.since === null && window.until === null) return { matching: [...rows], undated: 0 };
  let undated = 0;
  const bundles = new Set<string>();
  for (const row of rows) {
    const times = linkTimesOf(sight, row);
    undated += times.filter(([, , time]) => time === null).length;
    if (times.some(([start, end]) => matchesWindow({ start, end }, window))) bundles.add(bundleIdOf(row));
  }
  return { matching: rows.filter((row) => bundles.has(bundleIdOf(row))), undated };
}

type Times = [start: number | null, end: number | null, time: number | null];

/** Times of the links that a row sums up. */
function linkTimesOf(sight: Sight, row: SeenRow): Times[] {
  const between = (src: number, dst: number): Times[] =>
    sight.at.db.all<Times>(
      'SELECT coalesce(start, time), match_end, time FROM link WHERE src = ? AND dst = ? AND k = ? AND o = ?',
      [src, dst, row.k, row.o],
    );
  if (row.direction === 'OUT') return between(row.e, row.other);
  if (row.direction === 'IN') return between(row.other, row.e);
  return [...between(row.e, row.other), ...between(row.other, row.e)];
}
