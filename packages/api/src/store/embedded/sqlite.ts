import { statSync } from 'node:fs';
import Database from 'libsql';
import { LinchpinError } from '../../model/errors.ts';
import type { StopSwitch } from './stopSwitch.ts';

export type SqlValue = string | number | Buffer | null;
type Row = readonly SqlValue[];

export interface SqliteOptions {
  /** The file must be there, and nothing is written to it over this connection. */
  readonly isReadOnly?: boolean;
  /** Memory for pages, in MiB. */
  readonly cache?: number;
  /** Where another thread may end this one. */
  readonly stop?: StopSwitch;
}

const defaultCache = 128;

/**
 * One connection and its prepared statements. Rows come as arrays. Parameters always go as one array: libsql takes
 * a lone Buffer for named parameters.
 */
export class Sqlite {
  readonly #database: Database.Database;
  readonly #statements = new Map<string, Database.Statement<unknown[]>>();
  readonly #stop: StopSwitch | undefined;
  readonly #file: number | undefined;

  /** @throws LinchpinError UNAVAILABLE when the file cannot be opened or is no database. */
  constructor(
    readonly path: string,
    { isReadOnly = false, cache = defaultCache, stop }: SqliteOptions = {},
  ) {
    this.#stop = stop;
    this.#database = this.#call(() => new Database(path));
    this.#call(() => {
      // First of all: the file may be locked for a moment by a connection that is just being closed.
      this.#database.exec('PRAGMA busy_timeout = 5000');
      // The journal mode answers a row, so exec cannot carry it on every driver.
      if (!isReadOnly) this.#database.pragma('journal_mode = WAL');
      this.#database.exec('PRAGMA synchronous = FULL; PRAGMA secure_delete = ON;');
      this.#database.exec(`PRAGMA cache_size = ${-cache * 1_024}; PRAGMA temp_store = MEMORY; PRAGMA foreign_keys = OFF;`);
      if (isReadOnly) this.#database.exec('PRAGMA query_only = ON');
    });
    this.#file = fileAt(path);
  }

  all<T extends Row>(sql: string, parameters: readonly SqlValue[] = []): T[] {
    return this.#call(() => this.#statement(sql).all([...parameters]) as T[]);
  }

  get<T extends Row>(sql: string, parameters: readonly SqlValue[] = []): T | undefined {
    return this.#call(() => this.#statement(sql).get([...parameters]) as T | undefined);
  }

  /** First column of the first row. */
  value<T extends SqlValue>(sql: string, parameters: readonly SqlValue[] = []): T | undefined {
    return this.get<readonly [T]>(sql, parameters)?.[0];
  }

  run(sql: string, parameters: readonly SqlValue[] = []): { readonly changes: number; readonly id: number } {
    const result = this.#call(() => this.#statement(sql).run([...parameters]));
    return { changes: result.changes, id: Number(result.lastInsertRowid) };
  }

  exec(sql: string): void {
    this.#call(() => this.#database.exec(sql));
  }

  /** Everything in `work` or nothing; durable when it returns. */
  transaction<T>(work: () => T): T {
    const result = this.#within('BEGIN IMMEDIATE', work);
    // SQLite would go on in a file that was removed: nobody must be told that what it holds is durable.
    if (fileAt(this.path) !== this.#file) throw new LinchpinError('UNAVAILABLE', removed);
    return result;
  }

  /** Several reads of one state of the file. */
  reading<T>(read: () => T): T {
    return this.#within('BEGIN', read);
  }

  close(): void {
    this.#statements.clear();
    this.#call(() => this.#database.close());
  }

  #within<T>(begin: string, work: () => T): T {
    this.run(begin);
    try {
      const result = work();
      this.run('COMMIT');
      return result;
    } catch (error) {
      // Some failures (a full disk) have rolled it back already; rolling back again would hide what was wrong.
      if (this.#call(() => this.#database.inTransaction)) this.run('ROLLBACK');
      throw error;
    }
  }

  #call<T>(work: () => T): T {
    return translated(() => (this.#stop === undefined ? work() : this.#stop.guard(work)));
  }

  #statement(sql: string): Database.Statement<unknown[]> {
    let statement = this.#statements.get(sql);
    if (!statement) {
      statement = this.#database.prepare(sql);
      if (statement.reader) statement.raw();
      this.#statements.set(sql, statement);
    }
    return statement;
  }
}

const removed =
  'The data folder was removed or replaced under the running process, which takes nothing in until it is put back. Put it back, or start again.';

/** What tells a file from another of the same name; undefined where there is none. */
function fileAt(path: string): number | undefined {
  return statSync(path, { throwIfNoEntry: false })?.ino;
}

/** SQLite's errors become ours by their code, never by their words. */
function translated<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    const line = sentences.find(([prefix]) => code.startsWith(prefix))?.[1];
    if (line === undefined) throw error;
    throw new LinchpinError('UNAVAILABLE', line, [], { cause: error });
  }
}

const sentences: readonly (readonly [string, string])[] = [
  ['SQLITE_BUSY', 'The store is busy with another process. Try again, or stop the other process.'],
  ['SQLITE_LOCKED', 'The store is busy with another process. Try again, or stop the other process.'],
  ['SQLITE_FULL', 'The disk is full. Nothing was written; free some space and try again.'],
  ['SQLITE_READONLY', 'The data folder is read-only. Nothing was written; make it writable and try again.'],
  ['SQLITE_CANTOPEN', 'The data folder cannot be opened. See that it exists and may be written.'],
  ['SQLITE_NOTADB', 'The file in the data folder is not a Linchpin store.'],
  ['SQLITE_CORRUPT', 'The store is damaged. Restore the last backup (`linchpin restore`).'],
  ['SQLITE_IOERR', 'The disk failed while reading or writing. Nothing was half-written.'],
];
