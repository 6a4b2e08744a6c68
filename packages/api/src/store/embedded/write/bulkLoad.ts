import { LinchpinError } from '../../../model/errors.ts';
import { kindBits } from '../interning.ts';
import type { Sqlite } from '../sqlite.ts';
import type { Writers } from './writers.ts';

/** Indexes that cost less to make of what is there than to keep while rows come in without order. */
const lateIndexes = ['report_time', 'report_origin', 'record_e', 'record_generic', 'link_pair', 'shared_bound', 'shared_last'];
const entitiesAtOnce = 20_000;
const peopleAtOnce = 5_000;
/**
 * Cache in KiB, journal in pages. A commit touches many pages again and again, and need not wait for the disk: until the
 * end nobody is told that anything is stored, and a file that lost its last commits is loaded on by the same import.
 * What is sorted at the end does not fit into memory.
 */
const loading: Tuning = { cache: 256 * 1_024, checkpointPages: 65_536, synchronous: 'NORMAL', temp: 'FILE' };

interface Tuning {
  readonly cache: number;
  readonly checkpointPages: number;
  readonly synchronous: 'NORMAL' | 'FULL';
  readonly temp: 'FILE' | 'MEMORY';
}

/**
 * A load into an empty store (docs/adr/0011): reports, records, links and holdings are written as ever, the rest is
 * derived in one go at the end, in the order it is kept by. A row in the file says that a load is under way: after a
 * crash the next opening finishes it.
 */
export class BulkLoad {
  readonly #db: Sqlite;
  #isOn: boolean;
  #usual: Tuning | null = null;

  constructor(db: Sqlite) {
    this.#db = db;
    this.#isOn = db.value('SELECT 1 FROM unfinished WHERE work = ?', ['load']) !== undefined;
  }

  get isOn(): boolean {
    return this.#isOn;
  }

  /** @throws LinchpinError CONFLICT when the store holds reports */
  begin(): void {
    this.#db.transaction(() => {
      if (this.#db.value('SELECT 1 FROM report LIMIT 1') !== undefined)
        throw new LinchpinError('CONFLICT', 'The store already holds reports. Only an empty one can be loaded in bulk.');
      const indexes = this.#db
        .all<[string, string]>("SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL")
        .filter(([name]) => lateIndexes.includes(name));
      this.#db.run('INSERT INTO unfinished(work, body) VALUES (?, ?)', ['load', JSON.stringify(indexes)]);
      for (const [name] of indexes) this.#db.exec(`DROP INDEX ${name}`);
    });
    this.#isOn = true;
    this.#tuneForLoading();
  }

  /** Derives what was left for the end. Each step can be done again, so that a crash on the way costs time only. */
  finish(writers: Writers): void {
    const db = this.#db;
    const body = db.value<string>('SELECT body FROM unfinished WHERE work = ?', ['load']);
    if (body === undefined) return;
    this.#tuneForLoading();
    const known = new Set(db.all<[string]>("SELECT name FROM sqlite_master WHERE type = 'index'").map(([name]) => name));
    for (const [name, sql] of JSON.parse(body) as [string, string][]) if (!known.has(name)) db.exec(sql);
    db.transaction(() => writers.reports.deriveKeys());
    db.transaction(() => writers.adjacency.deriveAll());
    db.transaction(() => writers.hubs.deriveAll());
    deriveShared(writers);
    deriveProtection(writers);
    db.transaction(() => writers.holdings.deriveDocuments());
    if (this.#usual) this.#tune(this.#usual);
    this.#usual = null;
    db.transaction(() => db.run('DELETE FROM unfinished WHERE work = ?', ['load']));
    this.#isOn = false;
  }

  #tuneForLoading(): void {
    if (this.#usual) return;
    const [checkpointPages] = this.#db.get<[number]>('PRAGMA wal_autocheckpoint')!;
    const cache = -this.#db.value<number>('PRAGMA cache_size')!;
    this.#usual = { cache, checkpointPages, synchronous: 'FULL', temp: 'MEMORY' };
    // Where somebody else empties the journal, they go on doing so.
    this.#tune(checkpointPages === 0 ? { ...loading, checkpointPages } : loading);
  }

  #tune({ cache, checkpointPages, synchronous, temp }: Tuning): void {
    this.#db.exec(`PRAGMA cache_size = ${-cache}; PRAGMA synchronous = ${synchronous}; PRAGMA temp_store = ${temp}`);
    this.#db.all(`PRAGMA wal_autocheckpoint = ${checkpointPages}`);
  }
}

function deriveShared({ db, shared }: Writers): void {
  const last = db.value<number | null>('SELECT max(e) FROM entity') ?? 0;
  db.run('DELETE FROM shared');
  for (let from = 0; from <= last; from += entitiesAtOnce * kindBits)
    db.transaction(() => {
      const range = [from, from + entitiesAtOnce * kindBits];
      shared.rebuild(db.all<[number]>('SELECT e FROM entity WHERE e >= ? AND e < ?', range).map(([e]) => e));
    });
}

function deriveProtection({ db, protection }: Writers): void {
  const people = db.all<[number]>(
    'SELECT e FROM record WHERE minor = 1 OR adult IS NOT NULL UNION SELECT src FROM link WHERE protecting = 1',
  );
  db.run('DELETE FROM protect');
  for (let at = 0; at < people.length; at += peopleAtOnce)
    db.transaction(() => protection.rebuild(people.slice(at, at + peopleAtOnce).map(([e]) => e)));
}
