import type { OverlapQuery } from '../../ports/graphStore.ts';
import { kindBits, ordinalBits } from '../interning.ts';
import { flatSelect, orNull, readFlat } from './flat.ts';
import { reportCounts } from './reportCounts.ts';
import type { Sight } from './sight.ts';

export interface Candidate {
  readonly e: number;
  /** No scope's strength, or last seen, is above it. Null: never dated. */
  readonly bound: number | null;
  /** Cases it is involved in, at most. */
  readonly cases: number;
}

/** Where nothing is kept: more than any entity has. */
const mostCases = 1e9;
const least = 500;
const most = 16_000;

type Asked = Pick<OverlapQuery, 'kinds' | 'minimumAgencies' | 'order'>;

/** From the highest bound down, in growing portions; all visible entities where one agency is enough. */
export function* candidatePortions(sight: Sight, query: Asked): Generator<Candidate[]> {
  const kinds = query.kinds && new Set(query.kinds.map((kind) => sight.at.interning.findKind(kind)));
  const isWanted = ({ e }: Candidate): boolean => kinds === null || kinds.has(e % kindBits);
  for (const portion of portionsFor(sight, query)) {
    const wanted = portion.filter(isWanted);
    if (wanted.length > 0) yield wanted;
  }
}

function portionsFor(sight: Sight, { minimumAgencies, order }: Asked): Iterable<Candidate[]> {
  if (minimumAgencies < 2)
    return inPortions(visibleEntities(sight).map((e) => ({ e, bound: Number.MAX_VALUE, cases: mostCases })));
  const { byOrigin, total } = reportCounts(sight.at);
  const seenReports = [...byOrigin].reduce((sum, [o, count]) => sum + (sight.bytes[o] === 1 ? count : 0), 0);
  // Who sees little starts from that: nearly all that is shared would be looked at in vain.
  return seenReports * narrow < total ? inPortions(visibleShared(sight, order)) : sharedPortions(sight, order);
}

/** Of all reports such a part is little. */
const narrow = 4;

export function boundColumn(order: OverlapQuery['order']): string {
  return order === 'STRENGTH' ? 'bound' : 'last';
}

function* sharedPortions(sight: Sight, order: OverlapQuery['order']): Generator<Candidate[]> {
  const column = boundColumn(order);
  const sql = flatSelect(
    ['e', orNull(column), 'cases'],
    `FROM (SELECT e, ${column}, cases FROM shared ORDER BY ${column} DESC LIMIT ?1 OFFSET ?2)`,
  );
  let from = 0;
  for (let size = least; ; size = Math.min(most, size * 4)) {
    const portion = toCandidates(readFlat(sight.at.db, sql, [size, from]));
    // The order is the index's; what is gathered from it is put in order once more, since none is promised.
    yield portion.sort(byBound);
    if (portion.length < size) return;
    from += size;
  }
}

function visibleShared(sight: Sight, order: OverlapQuery['order']): Candidate[] {
  const sql = flatSelect(
    ['shared.e', orNull(boundColumn(order)), 'cases'],
    'FROM json_each(?1) AS asked CROSS JOIN shared ON shared.e = asked.value',
  );
  return toCandidates(readFlat(sight.at.db, sql, [JSON.stringify(visibleEntities(sight))])).sort(byBound);
}

/** By the reports of the origins that are seen. */
function visibleEntities(sight: Sight): number[] {
  const origins = [...sight.bytes.keys()].filter((o) => sight.bytes[o] === 1);
  return readFlat(sight.at.db, heldByOriginsSql, [JSON.stringify(origins)]);
}

export const heldByOriginsSql = `SELECT group_concat(DISTINCT e) FROM json_each(?1) AS asked
  CROSS JOIN report ON report.o = asked.value AND retracted = 0
  CROSS JOIN record ON rec BETWEEN r * ${ordinalBits} AND r * ${ordinalBits} + ${ordinalBits - 1}`;

function toCandidates(cells: readonly (number | null)[]): Candidate[] {
  const found: Candidate[] = [];
  for (let at = 0; at < cells.length; at += 3) found.push({ e: cells[at]!, bound: cells[at + 1]!, cases: cells[at + 2]! });
  return found;
}

function byBound(a: Candidate, b: Candidate): number {
  return (b.bound ?? -Infinity) === (a.bound ?? -Infinity) ? 0 : (b.bound ?? -Infinity) - (a.bound ?? -Infinity);
}

function* inPortions(candidates: readonly Candidate[]): Generator<Candidate[]> {
  let from = 0;
  for (let size = least; from < candidates.length; size = Math.min(most, size * 4)) {
    yield candidates.slice(from, from + size);
    from += size;
  }
}
