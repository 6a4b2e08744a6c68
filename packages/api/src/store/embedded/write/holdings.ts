import { originBits } from '../interning.ts';
import type { Sqlite } from '../sqlite.ts';

/** What a new report adds to what its origin holds about one entity. */
export interface HoldingAddition {
  readonly e: number;
  readonly o: number;
  readonly records: number;
  readonly received: number;
  readonly first: number | null;
  readonly last: number | null;
  readonly words: Iterable<string>;
}

/** What one origin holds about one entity: counts, dates, and the search document. */
export class HoldingWriter {
  readonly #db: Sqlite;
  /** Words known to be in `term`: most words of a report are there already. */
  readonly #terms = new Set<string>();

  constructor(db: Sqlite) {
    this.#db = db;
  }

  /** Answers whether this origin held nothing about the entity before. */
  add(addition: HoldingAddition): boolean {
    const hk = addition.e * originBits + addition.o;
    const before = this.#db.get<[string]>('SELECT words FROM holding WHERE hk = ?', [hk])?.[0];
    const words = joinWords([...(before?.split(' ') ?? []), ...addition.words]);
    this.#db.run(
      `INSERT INTO holding(hk, records, reports, received, first, last, words) VALUES (?, ?, 1, ?, ?, ?, ?)
       ON CONFLICT DO UPDATE SET records = records + excluded.records, reports = reports + 1, received = min(received, excluded.received),
         first = min(coalesce(first, excluded.first), coalesce(excluded.first, first)),
         last = max(coalesce(last, excluded.last), coalesce(excluded.last, last)), words = excluded.words`,
      [hk, addition.records, addition.received, addition.first, addition.last, words],
    );
    this.#index(hk, before, words);
    return before === undefined;
  }

  /** Recomputes one holding from records and adjacency; takes it away when nothing is left. */
  rebuild(e: number, o: number): void {
    const hk = e * originBits + o;
    const before = this.#db.get<[string]>('SELECT words FROM holding WHERE hk = ?', [hk])?.[0];
    const rows = this.#db.all<[string, number, number | null, number]>(
      `SELECT words, received, occurred, r FROM record JOIN report ON report.r = record.rec / 1048576 WHERE e = ? AND record.o = ?`,
      [e, o],
    );
    if (rows.length === 0) {
      if (before === undefined) return;
      this.#index(hk, before, null);
      this.#db.run('DELETE FROM holding WHERE hk = ?', [hk]);
      return;
    }
    const [first, last] = this.#db.get<[number | null, number | null]>(
      'SELECT min(first), max(last) FROM adj WHERE e = ? AND o = ?',
      [e, o],
    )!;
    const dates = rows.map(([, , occurred]) => occurred).filter((at) => at !== null);
    const words = joinWords(rows.flatMap(([text]) => text.split(' ')));
    const firsts = first === null ? dates : [...dates, first];
    const lasts = last === null ? dates : [...dates, last];
    this.#db.run(
      `INSERT INTO holding(hk, records, reports, received, first, last, words) VALUES (?, ?, ?, ?, ?, ?, ?)
       ON CONFLICT DO UPDATE SET records = excluded.records, reports = excluded.reports, received = excluded.received,
         first = excluded.first, last = excluded.last, words = excluded.words`,
      [
        hk,
        rows.length,
        new Set(rows.map(([, , , r]) => r)).size,
        rows.reduce((least, [, received]) => Math.min(least, received), Infinity),
        firsts.length ? firsts.reduce((a, b) => Math.min(a, b)) : null,
        lasts.length ? lasts.reduce((a, b) => Math.max(a, b)) : null,
        words,
      ],
    );
    this.#index(hk, before, words);
  }

  #index(hk: number, before: string | undefined, after: string | null): void {
    if (before === after) return;
    if (before !== undefined) this.#db.run("INSERT INTO fts(fts, rowid, words) VALUES ('delete', ?, ?)", [hk, before]);
    if (after !== null) this.#db.run('INSERT INTO fts(rowid, words) VALUES (?, ?)', [hk, after]);
    const old = new Set(before?.split(' '));
    const now = new Set(after?.split(' '));
    for (const word of now) if (!old.has(word)) this.#addTerm(word);
    for (const word of old) if (!now.has(word)) this.#dropTerm(word);
  }

  /** Forgets what it knows of a transaction that was rolled back. */
  forget(): void {
    this.#terms.clear();
  }

  #addTerm(word: string): void {
    if (this.#terms.has(word)) return;
    this.#db.run('INSERT OR IGNORE INTO term(word) VALUES (?)', [word]);
    if (this.#terms.size >= termsKnown) this.#terms.clear();
    this.#terms.add(word);
  }

  #dropTerm(word: string): void {
    if (this.#db.value('SELECT 1 FROM fts WHERE fts MATCH ? LIMIT 1', [`"${word}"`]) !== undefined) return;
    this.#terms.delete(word);
    this.#db.run('DELETE FROM term WHERE word = ?', [word]);
  }
}

/** Some 10 MB. */
const termsKnown = 100_000;

export function joinWords(words: Iterable<string>): string {
  return [...new Set(words)]
    .filter((word) => word !== '')
    .sort()
    .join(' ');
}
