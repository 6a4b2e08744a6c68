import { kindBits } from '../interning.ts';
import type { Sqlite } from '../sqlite.ts';

/** Above it an entity is a hub; once a hub, it stays one down to half of it. */
export const hubThreshold = 256;

/** What a write added to entities. */
export type Growth = ReadonlyMap<number, number>;

/**
 * Which entities are hubs, and the numbers by which readers know what is new about one (docs/adr/0011).
 * `version` is the number of the change that the write notes: greater than all before, also after a rollback or a restart.
 */
export class HubWriter {
  readonly #db: Sqlite;
  readonly #threshold: number;
  #hubs = new Set<number>();
  /** By sequence number of the entity: at most so many adjacency rows, and records, plus one; 0: not known. */
  #atMost = new Uint32Array(1_024);

  constructor(db: Sqlite, threshold: number) {
    this.#db = db;
    this.#threshold = threshold;
    this.forget();
  }

  /** Forgets what it knows of a transaction that was rolled back. What was counted then is still a bound. */
  forget(): void {
    this.#hubs = new Set(this.#db.all<[number]>('SELECT e FROM hub').map(([e]) => e));
  }

  isHub(e: number): boolean {
    return this.#hubs.has(e);
  }

  /** Of the write in this transaction that has not noted its change yet. */
  version(): number {
    return (this.#db.value<number>("SELECT seq FROM sqlite_sequence WHERE name = 'change'") ?? 0) + 1;
  }

  /** After rows or records were added: hubs get the version, others become one where they have grown enough. */
  grew(growth: Growth, { version, made }: { readonly version: number; readonly made: ReadonlySet<number> }): void {
    const touched: number[] = [];
    const unsure: number[] = [];
    for (const [e, added] of growth) {
      if (this.#hubs.has(e)) touched.push(e);
      else if (this.#raise(e, added, made.has(e)) > this.#threshold) unsure.push(e);
    }
    if (touched.length > 0)
      this.#db.run('UPDATE hub SET version = ? WHERE e IN (SELECT value FROM json_each(?))', [version, JSON.stringify(touched)]);
    for (const [e, rows, records] of this.#count(unsure, this.#threshold)) {
      const most = Math.max(rows, records);
      if (most > this.#threshold) this.#promote(e, version);
      else this.#know(e, most);
    }
  }

  /** After rows or records went away, or were moved: hubs are read anew, small ones are hubs no more, and others may have become one. */
  changed(entities: Iterable<number>, version: number): void {
    for (const [e, rows, records] of this.#count([...new Set(entities)], this.#threshold)) {
      const most = Math.max(rows, records);
      if (this.#hubs.has(e))
        if (most < this.#threshold / 2) this.#demote(e);
        else this.#db.run('UPDATE hub SET version = ?2, epoch = ?2 WHERE e = ?1', [e, version]);
      else if (most > this.#threshold) this.#promote(e, version);
      else this.#know(e, most);
    }
  }

  /** Finds all hubs anew, in a store that nobody has read since it changed. */
  deriveAll(): void {
    const version = this.version() - 1;
    const large = (table: string): string => `SELECT e FROM ${table} GROUP BY e HAVING count(*) > ${this.#threshold}`;
    this.#db.run('DELETE FROM hub');
    this.#db.run('UPDATE adj SET version = 0 WHERE version > 0');
    this.#db.run(`INSERT INTO hub(e, version, epoch) SELECT e, ?1, ?1 FROM (${large('adj')} UNION ${large('record')})`, [
      version,
    ]);
    this.#db.run('UPDATE adj SET version = ? WHERE e IN (SELECT e FROM hub)', [version]);
    this.#atMost = new Uint32Array(1_024);
    this.forget();
  }

  /** Readers may have known it as a hub before: a new epoch has them read everything. */
  #promote(e: number, version: number): void {
    this.#db.run('INSERT INTO hub(e, version, epoch) VALUES (?1, ?2, ?2)', [e, version]);
    this.#db.run('UPDATE adj SET version = ? WHERE e = ?', [version, e]);
    this.#hubs.add(e);
  }

  #demote(e: number): void {
    this.#db.run('DELETE FROM hub WHERE e = ?', [e]);
    this.#db.run('UPDATE adj SET version = 0 WHERE e = ? AND version > 0', [e]);
    this.#hubs.delete(e);
    this.#know(e, this.#threshold);
  }

  /** Rows and records of each, counted no further than one above the limit. */
  #count(entities: readonly number[], limit: number): [e: number, rows: number, records: number][] {
    if (entities.length === 0) return [];
    return this.#db.all(
      `SELECT asked.value, (SELECT count(*) FROM (SELECT 1 FROM adj WHERE e = asked.value LIMIT ?2)),
         (SELECT count(*) FROM (SELECT 1 FROM record WHERE e = asked.value LIMIT ?2)) FROM json_each(?1) AS asked`,
      [JSON.stringify(entities), limit + 1],
    );
  }

  #raise(e: number, added: number, isNew: boolean): number {
    const seq = seqOf(e);
    const known = isNew ? 1 : (this.#atMost[seq] ?? 0);
    if (known === 0) return Infinity;
    this.#know(e, known - 1 + added);
    return known - 1 + added;
  }

  #know(e: number, most: number): void {
    const seq = seqOf(e);
    if (seq >= this.#atMost.length) {
      const wider = new Uint32Array(Math.max(seq + 1, this.#atMost.length * 2));
      wider.set(this.#atMost);
      this.#atMost = wider;
    }
    this.#atMost[seq] = most + 1;
  }
}

function seqOf(e: number): number {
  return Math.floor(e / kindBits);
}
