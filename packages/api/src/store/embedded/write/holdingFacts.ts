import { greatest, least } from '../../../model/entityView.ts';
import { ordinalBits } from '../interning.ts';
import type { Sqlite } from '../sqlite.ts';

/** One entity, as one origin holds it. */
interface Held {
  readonly e: number;
  readonly o: number;
}

const recordsAtOnce = 100;

/** Whether the first is known and earlier, or there is no second. */
export function isBefore(a: number | null, b: number | null): boolean {
  return b === null || (a !== null && a < b);
}

/** Whether the first is known and later, or there is no second. */
export function isAfter(a: number | null, b: number | null): boolean {
  return b === null || (a !== null && a > b);
}

/** First and last by links and by when records' reports occurred. */
export function readDates(db: Sqlite, { e, o }: Held): readonly [first: number | null, last: number | null] {
  const [firstLink, lastLink] = db.get<[number | null, number | null]>(
    'SELECT min(first), max(last) FROM adj WHERE e = ? AND o = ?',
    [e, o],
  )!;
  const [earliest, latest] = db.get<[number | null, number | null]>(
    `SELECT min(occurred), max(occurred) FROM record JOIN report ON report.r = rec / ${ordinalBits} WHERE e = ? AND record.o = ?`,
    [e, o],
  )!;
  return [least([firstLink, earliest]), greatest([lastLink, latest])];
}

/** When the first report was received. */
export function readEarliest(db: Sqlite, { e, o }: Held): number {
  return db.value<number>(
    `SELECT min(received) FROM record JOIN report ON report.r = rec / ${ordinalBits} WHERE e = ? AND record.o = ?`,
    [e, o],
  )!;
}

/** Those of the words that no record has any more. Records of one entity mostly say the same, so few are read. */
export function findGone(db: Sqlite, { e, o }: Held, words: ReadonlySet<string>): ReadonlySet<string> {
  const gone = new Set(words);
  for (let after = -1; gone.size > 0;) {
    const records = db.all<[number, string]>(
      `SELECT rec, words FROM record WHERE e = ? AND o = ? AND rec > ? ORDER BY rec LIMIT ${recordsAtOnce}`,
      [e, o, after],
    );
    for (const [, text] of records) for (const word of text.split(' ')) gone.delete(word);
    if (records.length < recordsAtOnce) break;
    after = records.at(-1)![0];
  }
  return gone;
}
