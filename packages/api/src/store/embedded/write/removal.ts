import { greatest, least } from '../../../model/entityView.ts';
import { ordinalBits } from '../interning.ts';
import type { Sqlite } from '../sqlite.ts';
import type { Pair } from './adjacency.ts';

/** What a report said about one entity. */
export interface RemovedPart {
  readonly e: number;
  records: number;
  first: number | null;
  last: number | null;
  readonly words: Set<string>;
}

/** What goes with a report. */
export interface Removal {
  readonly o: number;
  readonly received: number;
  readonly occurred: number | null;
  readonly parts: readonly RemovedPart[];
  readonly pairs: readonly Pair[];
}

/** Reads what a report said, before it is deleted. */
export function readRemoval(db: Sqlite, { r, o }: { readonly r: number; readonly o: number }): Removal {
  const range = [r * ordinalBits, r * ordinalBits + ordinalBits - 1];
  const [received, occurred] = db.get<[number, number | null]>('SELECT received, occurred FROM report WHERE r = ?', [r])!;
  const parts = new Map<number, RemovedPart>();
  for (const [e, words] of db.all<[number, string]>('SELECT e, words FROM record WHERE rec BETWEEN ? AND ?', range)) {
    const part = parts.get(e) ?? { e, records: 0, first: occurred, last: occurred, words: new Set() };
    parts.set(e, part);
    part.records++;
    for (const word of words.split(' ')) part.words.add(word);
  }
  const pairs = new Map<string, Pair>();
  const links = db.all<[number, number, number, number | null, number | null]>(
    'SELECT src, dst, k, coalesce(start, time), time FROM link WHERE l BETWEEN ? AND ?',
    range,
  );
  for (const [src, dst, k, first, last] of links) {
    if (src === dst) continue;
    pairs.set(`${src} ${dst} ${k}`, { src, dst, k, o });
    for (const part of [parts.get(src)!, parts.get(dst)!]) {
      part.first = least([part.first, first]);
      part.last = greatest([part.last, last]);
    }
  }
  return { o, received, occurred, parts: [...parts.values()].sort((a, b) => a.e - b.e), pairs: [...pairs.values()] };
}
