import { ordinalBits, originBits } from '../interning.ts';
import type { Sqlite, SqlValue } from '../sqlite.ts';
import { joinWords } from './packReport.ts';
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

  #rebuild({ e, o }: { readonly e: number; readonly o: number }): void {
    const hk = holdingKey({ e, o });
    const before = this.#db.get<[string]>('SELECT words FROM holding WHERE hk = ?', [hk])?.[0] ?? null;
    const rows = this.#db.all<[string, number, number | null, number]>(
      `SELECT words, received, occurred, r FROM record JOIN report ON report.r = record.rec / ${ordinalBits} WHERE e = ? AND record.o = ?`,
      [e, o],
    );
    this.#db.run('DELETE FROM holding WHERE hk = ?', [hk]);
    if (rows.length === 0) {
      this.#documents.change(hk, before, null);
      return;
    }
    const [first, last] = this.#db.get<[number | null, number | null]>(
      'SELECT min(first), max(last) FROM adj WHERE e = ? AND o = ?',
      [e, o],
    )!;
    const dates = rows.map(([, , occurred]) => occurred).filter((at) => at !== null);
    const words = mergeWords(
      undefined,
      rows.map(([text]) => text),
    );
    const firsts = first === null ? dates : [...dates, first];
    const lasts = last === null ? dates : [...dates, last];
    this.#rows.write([
      hk,
      rows.length,
      new Set(rows.map(([, , , r]) => r)).size,
      rows.reduce((least, [, received]) => Math.min(least, received), Infinity),
      firsts.length ? firsts.reduce((a, b) => Math.min(a, b)) : null,
      lasts.length ? lasts.reduce((a, b) => Math.max(a, b)) : null,
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
  if (before === undefined ? texts.length === 1 : texts.every((text) => text === before)) return before ?? first;
  const words = new Set(before?.split(' '));
  for (const text of texts) for (const word of text.split(' ')) words.add(word);
  return joinWords(words);
}
