import { ordinalBits, originBits } from '../interning.ts';
import type { Sqlite, SqlValue } from '../sqlite.ts';
import { findGone, isAfter, isBefore, readDates, readEarliest } from './holdingFacts.ts';
import { joinWords } from './packReport.ts';
import type { Removal, RemovedPart } from './removal.ts';
import { readRows, RowWriter } from './rows.ts';
import { SearchWriter } from './searchDocuments.ts';

/** What new reports add to what their origin holds about one entity. */
export interface HoldingAddition {
  readonly e: number;
  readonly o: number;
  records: number;
  reports: number;
  /** Of the reports, the earliest. */
  received: number;
  first: number | null;
  last: number | null;
  /** Words of the records, a text a record. */
  readonly texts: string[];
  /** Links by which the entity is involved in a case. */
  cases: number;
  /** Whether the origin held nothing about it before: known once written. */
  isNew: boolean;
}

type HoldingCells = [records: number, received: number, first: number | null, last: number | null, words: string];

export function holdingKey({ e, o }: { readonly e: number; readonly o: number }): number {
  return e * originBits + o;
}

/** What one origin holds about one entity: counts, dates, and the search document. */
export class HoldingWriter {
  readonly #documents: SearchWriter;
  readonly #db: Sqlite;
  readonly #rows: RowWriter;

  constructor(db: Sqlite) {
    this.#db = db;
    this.#documents = new SearchWriter(db);
    this.#rows = new RowWriter(db, {
      into: 'INSERT INTO holding(hk, records, reports, received, first, last, words)',
      values: '(?,?,?,?,?,?,?)',
      tail: `ON CONFLICT DO UPDATE SET records = records + excluded.records, reports = reports + excluded.reports,
           received = min(received, excluded.received),
           first = min(coalesce(first, excluded.first), coalesce(excluded.first, first)),
           last = max(coalesce(last, excluded.last), coalesce(excluded.last, last)), words = excluded.words`,
    });
  }

  /**
   * Writes the additions, and says in each whether it is new. `made`: entities nobody held anything about before;
   * `isIndexed`: whether their words can be searched at once, or `deriveDocuments` follows.
   */
  add(additions: readonly HoldingAddition[], made: ReadonlySet<number>, isIndexed: boolean): void {
    const sorted = additions.toSorted((a, b) => a.e - b.e || a.o - b.o);
    const before = this.#words(sorted.filter(({ e }) => !made.has(e)).map(holdingKey));
    const cells: SqlValue[] = [];
    for (const addition of sorted) {
      const hk = holdingKey(addition);
      const known = before.get(hk);
      addition.isNew = known === undefined;
      const words = mergeWords(known, addition.texts);
      const { records, reports, received, first, last } = addition;
      cells.push(hk, records, reports, received, first, last, words);
      if (isIndexed) this.#documents.change(hk, known ?? null, words);
    }
    this.#rows.write(cells);
    this.#documents.write();
  }

  /** Recomputes holdings from records and adjacency; takes those away of which nothing is left. */
  rebuild(held: Iterable<{ readonly e: number; readonly o: number }>): void {
    const sorted = [...held].sort((a, b) => a.e - b.e || a.o - b.o);
    for (const one of sorted) this.#rebuild(one);
    this.#documents.write();
  }

  /** Makes the index of all search documents anew. */
  deriveDocuments(): void {
    this.#documents.deriveAll();
  }

  /** Forgets what it knows of a transaction that was rolled back. */
  forget(): void {
    this.#documents.forget();
  }

  /** After a report was deleted. Of a hub, only what the report was the outermost of is read again. */
  remove(removal: Removal): void {
    for (const part of removal.parts) this.#removePart(removal, part);
    this.#documents.write();
  }

  #removePart({ o, received }: Removal, part: RemovedPart): void {
    const { e } = part;
    const hk = holdingKey({ e, o });
    const row = this.#db.get<HoldingCells>('SELECT records, received, first, last, words FROM holding WHERE hk = ?', [hk])!;
    const [records, earliest, first, last, words] = row;
    if (records === part.records) {
      this.#db.run('DELETE FROM holding WHERE hk = ?', [hk]);
      this.#documents.change(hk, words, null);
      return;
    }
    const isInside = isBefore(first, part.first) && isAfter(last, part.last);
    const [newFirst, newLast] = isInside ? [first, last] : readDates(this.#db, { e, o });
    const gone = findGone(this.#db, { e, o }, part.words);
    const left = gone.size === 0 ? words : joinWords(words.split(' ').filter((word) => !gone.has(word)));
    this.#db.run(
      'UPDATE holding SET records = records - ?, reports = reports - 1, received = ?, first = ?, last = ?, words = ? WHERE hk = ?',
      [part.records, earliest < received ? earliest : readEarliest(this.#db, { e, o }), newFirst, newLast, left, hk],
    );
    this.#documents.change(hk, words, left);
  }

  #rebuild({ e, o }: { readonly e: number; readonly o: number }): void {
    const hk = holdingKey({ e, o });
    const before = this.#db.get<[string]>('SELECT words FROM holding WHERE hk = ?', [hk])?.[0] ?? null;
    const rows = this.#db.all<[string, number, number]>(
      `SELECT words, received, r FROM record JOIN report ON report.r = record.rec / ${ordinalBits} WHERE e = ? AND record.o = ?`,
      [e, o],
    );
    this.#db.run('DELETE FROM holding WHERE hk = ?', [hk]);
    if (rows.length === 0) {
      this.#documents.change(hk, before, null);
      return;
    }
    const [first, last] = readDates(this.#db, { e, o });
    const words = mergeWords(
      undefined,
      rows.map(([text]) => text),
    );
    this.#rows.write([
      hk,
      rows.length,
      new Set(rows.map(([, , r]) => r)).size,
      rows.reduce((least, [, received]) => Math.min(least, received), Infinity),
      first,
      last,
      words,
    ]);
    this.#documents.change(hk, before, words);
  }

  #words(keys: readonly number[]): Map<number, string> {
    if (keys.length === 0) return new Map();
    return new Map(
      readRows<[number, string]>(this.#db, {
        cells: 'hk, words',
        from: 'json_each(?) AS asked CROSS JOIN holding ON hk = asked.value',
        parameters: [JSON.stringify(keys)],
      }),
    );
  }
}

function mergeWords(before: string | undefined, texts: readonly string[]): string {
  const [first = ''] = texts;
  if (before === undefined && texts.length === 1) return first;
  const added = new Set<string>();
  const around = ` ${before ?? ''} `;
  // Most records of an entity say nothing new: looking costs less than taking the whole document apart.
  for (const text of texts) for (const word of text.split(' ')) if (!around.includes(` ${word} `)) added.add(word);
  if (added.size === 0) return before ?? '';
  return joinWords([...(before?.split(' ') ?? []), ...added]);
}
