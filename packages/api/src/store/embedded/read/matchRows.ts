import { matchesWindow, type Window } from '../../../model/moment.ts';
import type { SeenRow, Sight } from './sight.ts';

/** Rows of which at least one link matches the window, and how many links of the rows are undated. Without a window all match. */
export function matchRows(
  sight: Sight,
  rows: readonly SeenRow[],
  window: Window,
): { readonly matching: SeenRow[]; readonly undated: number } {
  if (window.since === null && window.until === null) return { matching: [...rows], undated: 0 };
  let undated = 0;
  const matching = rows.filter((row) => {
    const times = linkTimesOf(sight, row);
    undated += times.filter(([, , time]) => time === null).length;
    return times.some(([start, end]) => matchesWindow({ start, end }, window));
  });
  return { matching, undated };
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
