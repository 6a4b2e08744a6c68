import type { Window } from '../../../model/moment.ts';
import { originBits } from '../interning.ts';
import type { AdjRows } from './adjRows.ts';
import { flatSelect, orNull, readFlat } from './flat.ts';
import type { Sight } from './sight.ts';

interface Windowed {
  readonly rows: AdjRows;
  /** Cleared where the bundle does not match. */
  readonly counts: Uint8Array;
  readonly window: Window;
}

interface Bounds {
  readonly since: number;
  readonly until: number;
}

/** What is said of a link covers a year at most (`model/moment`: precision), so that a start older than this has ended. */
const longestMoment = 368 * 86_400_000;
const match = { no: 0, yes: 1, unknown: 2 } as const;

/**
 * Keeps the rows of those bundles of which some link matches, and answers how many links of all the rows are undated.
 * First and last of a row decide most rows; the links of the others are read, and remembered with the rows.
 */
export function matchWindow(sight: Sight, { rows, counts, window }: Windowed): number {
  const bounds = { since: window.since ?? -Infinity, until: window.until ?? Infinity };
  rows.times.trim();
  const decided = new Uint8Array(rows.count);
  const unsure: number[] = [];
  for (let i = 0; i < rows.count; i++) {
    if (counts[i] === 0) continue;
    decided[i] = decide(rows, i, bounds);
    if (decided[i] === match.unknown && !rows.times.has(i)) unsure.push(i);
  }
  if (unsure.length > 0) readTimes(sight, rows, unsure);
  let undated = 0;
  for (let i = 0; i < rows.count; i++) {
    if (counts[i] === 0) continue;
    if (decided[i] === match.unknown) {
      undated += rows.times.undated(i);
      decided[i] = rows.times.matches(i, bounds.since, bounds.until) ? match.yes : match.no;
    } else if (Number.isNaN(rows.first[i])) undated += rows.links[i]!;
  }
  keepBundles(rows, counts, decided);
  return undated;
}

function decide(rows: AdjRows, i: number, { since, until }: Bounds): number {
  const first = rows.first[i]!;
  const last = rows.last[i]!;
  if (Number.isNaN(first)) return match.no;
  // Some of its links may be undated.
  if (rows.links[i]! > 1) return match.unknown;
  if (first >= until) return match.no;
  if (first >= since) return match.yes;
  // Where the two differ, the end was said.
  if (first !== last) return last > since ? match.yes : match.no;
  return first + longestMoment > since ? match.unknown : match.no;
}

/** Rows of one bundle stand together: same other, same kind and direction. */
function keepBundles(rows: AdjRows, counts: Uint8Array, decided: Uint8Array): void {
  const { count, other, ld } = rows;
  for (let from = 0; from < count;) {
    let to = from;
    let matches = false;
    for (; to < count && other[to] === other[from] && ld[to] === ld[from]; to++)
      matches ||= counts[to] === 1 && decided[to] === match.yes;
    if (!matches) counts.fill(0, from, to);
    from = to;
  }
}

const linkTimes = flatSelect(
  ['asked.key', orNull('coalesce(link.start, link.time)'), orNull('match_end')],
  `FROM json_each(?1) AS asked CROSS JOIN link ON src = ?2 AND dst = asked.value / ${originBits} AND k = ?3 AND o = asked.value % ${originBits}`,
);
const linkTimesBack = linkTimes.replace('src = ?2 AND dst =', 'dst = ?2 AND src =');

function readTimes(sight: Sight, rows: AdjRows, unsure: readonly number[]): void {
  const found = new Map(unsure.map((row) => [row, { undated: 0, times: [] as number[] }]));
  const byCode = new Map<number, number[]>();
  for (const row of unsure) {
    const code = rows.ld[row]!;
    const list = byCode.get(code);
    if (list) list.push(row);
    else byCode.set(code, [row]);
  }
  for (const [code, list] of byCode) {
    const keys = JSON.stringify(list.map((row) => rows.other[row]! * originBits + rows.o[row]!));
    for (const sql of [[linkTimes], [linkTimesBack], [linkTimes, linkTimesBack]][code % 4]!) {
      const cells = readFlat<number | null>(sight.at.db, sql, [keys, rows.e, code >> 2]);
      for (let at = 0; at < cells.length; at += 3) {
        const of = found.get(list[cells[at]!]!)!;
        if (cells[at + 1] === null) of.undated++;
        else of.times.push(cells[at + 1]!, cells[at + 2] ?? NaN);
      }
    }
  }
  for (const [row, times] of found) rows.times.set(row, rows.count, times);
}
