import type { Sqlite, SqlValue } from '../sqlite.ts';
import { RowWriter } from './rows.ts';

/** Some 10 MB. */
const termsKnown = 100_000;

/** The full-text index of the search documents, and the list of all their words. */
export class SearchWriter {
  readonly #db: Sqlite;
  readonly #index: RowWriter;
  readonly #terms: RowWriter;
  /** Words known to be in `term`: most words of a report are there already. */
  readonly #known = new Set<string>();
  #cells: SqlValue[] = [];
  #added = new Set<string>();
  #dropped = new Set<string>();

  constructor(db: Sqlite) {
    this.#db = db;
    // 'delete' in the first column takes a document out; NULL there puts one in.
    this.#index = new RowWriter(db, { into: 'INSERT INTO fts(fts, rowid, words)', values: '(?,?,?)' });
    this.#terms = new RowWriter(db, { into: 'INSERT OR IGNORE INTO term(word)', values: '(?)' });
  }

  /** Notes a changed document. Call in the order of `hk`: out of order the index writes a segment for each. Null: not there. */
  change(hk: number, before: string | null, after: string | null): void {
    if (before === after) return;
    if (before !== null) this.#cells.push('delete', hk, before);
    if (after !== null) this.#cells.push(null, hk, after);
    const old = wordsOf(before);
    const now = wordsOf(after);
    for (const word of now) if (!old.has(word) && !this.#known.has(word)) this.#added.add(word);
    for (const word of old) if (!now.has(word)) this.#dropped.add(word);
  }

  /** Writes what was noted. */
  write(): void {
    this.#index.write(this.#cells);
    this.#addTerms();
    this.#dropTerms();
    this.#cells = [];
    this.#added = new Set();
    this.#dropped = new Set();
  }

  /** Makes index and list anew from all holdings. */
  deriveAll(): void {
    this.#db.exec("INSERT INTO fts(fts) VALUES ('rebuild')");
    this.#db.exec("CREATE VIRTUAL TABLE temp.vocabulary USING fts5vocab(main, fts, 'row')");
    this.#db.exec(
      'DELETE FROM term; INSERT INTO term(word) SELECT term FROM temp.vocabulary ORDER BY term; DROP TABLE temp.vocabulary',
    );
    this.forget();
  }

  /** Forgets what it knows of a transaction that was rolled back. */
  forget(): void {
    this.#known.clear();
    this.#cells = [];
    this.#added.clear();
    this.#dropped.clear();
  }

  #addTerms(): void {
    this.#terms.write([...this.#added].sort());
    if (this.#known.size + this.#added.size > termsKnown) this.#known.clear();
    for (const word of this.#added) this.#known.add(word);
  }

  #dropTerms(): void {
    for (const word of this.#dropped) {
      if (this.#db.value('SELECT 1 FROM fts WHERE fts MATCH ? LIMIT 1', [`"${word}"`]) !== undefined) continue;
      this.#known.delete(word);
      this.#db.run('DELETE FROM term WHERE word = ?', [word]);
    }
  }
}

function wordsOf(text: string | null): Set<string> {
  return new Set(text ? text.split(' ') : []);
}
