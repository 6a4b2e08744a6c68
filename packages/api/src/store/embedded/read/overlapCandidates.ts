import type { OverlapQuery } from '../../ports/graphStore.ts';
import { kindBits, originBits } from '../interning.ts';
import { flatSelect, orNull, readFlat } from './flat.ts';
import { seen } from './seen.ts';
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

/** From the highest bound down, in growing portions; all visible entities where one agency is enough. */
export function* candidatePortions(
  sight: Sight,
  query: Pick<OverlapQuery, 'kinds' | 'minimumAgencies' | 'order'>,
): Generator<Candidate[]> {
  const kinds = query.kinds && new Set(query.kinds.map((kind) => sight.at.interning.findKind(kind)));
  const isWanted = ({ e }: Candidate): boolean => kinds === null || kinds.has(e % kindBits);
  const portions = query.minimumAgencies < 2 ? visiblePortions(sight) : sharedPortions(sight, query.order);
  for (const portion of portions) {
    const wanted = portion.filter(isWanted);
    if (wanted.length > 0) yield wanted;
  }
}

function* sharedPortions(sight: Sight, order: OverlapQuery['order']): Generator<Candidate[]> {
  const column = order === 'STRENGTH' ? 'bound' : 'last';
  const sql = flatSelect(
    ['e', orNull(column), 'cases'],
    `FROM (SELECT e, ${column}, cases FROM shared ORDER BY ${column} DESC LIMIT ?1 OFFSET ?2)`,
  );
  let from = 0;
  for (let size = least; ; size = Math.min(most, size * 4)) {
    const cells = readFlat<number | null>(sight.at.db, sql, [size, from]);
    const portion: Candidate[] = [];
    for (let at = 0; at < cells.length; at += 3) portion.push({ e: cells[at]!, bound: cells[at + 1]!, cases: cells[at + 2]! });
    // The order is the index's; what is gathered from it is put in order once more, since none is promised.
    yield portion.sort((a, b) => (b.bound ?? -Infinity) - (a.bound ?? -Infinity));
    if (portion.length < size) return;
    from += size;
  }
}

function* visiblePortions(sight: Sight): Generator<Candidate[]> {
  const sql = `SELECT group_concat(DISTINCT hk / ${originBits}) FROM holding WHERE ${seen(`hk % ${originBits}`)}`;
  const all = readFlat<number>(sight.at.db, sql, [sight.bytes]);
  for (let from = 0; from < all.length; from += most)
    yield all.slice(from, from + most).map((e) => ({ e, bound: Number.MAX_VALUE, cases: mostCases }));
}
