import { rmSync } from 'node:fs';
import Database from 'libsql';
import type { PreparedReport } from '@linchpin/api/src/model/prepared.ts';
import type { Peer } from './peer.ts';

/** A plain table of links, by the statements one would write first. */
export class BareSqlite implements Peer {
  readonly name = 'bare SQLite';
  readonly #db: Database.Database;
  readonly #statements = new Map<string, Database.Statement<unknown[]>>();
  readonly #known = new Map<string, number>();

  /** The entities, links and words of a store, copied into a plain file of their own. */
  static beside(path: string, store: string): BareSqlite {
    rmSync(path, { force: true });
    const peer = new BareSqlite(path);
    peer.#db.exec(`ATTACH '${store.replaceAll("'", "''")}' AS store;
      INSERT INTO entity SELECT e, id, (SELECT caption FROM store.record WHERE record.e = entity.e LIMIT 1) FROM store.entity;
      INSERT INTO link SELECT src, dst, k, time FROM store.link UNION ALL SELECT dst, src, k, time FROM store.link;
      INSERT INTO fts(rowid, words) SELECT e, (SELECT group_concat(words, ' ') FROM store.record WHERE record.e = entity.e LIMIT 50) FROM store.entity;
      DETACH store; ANALYZE;`);
    return peer;
  }

  constructor(path: string) {
    this.#db = new Database(path);
    this.#db.pragma('journal_mode = WAL');
    this.#db.exec(`PRAGMA synchronous = FULL; PRAGMA cache_size = -131072;
      CREATE TABLE entity(e INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, caption TEXT);
      CREATE TABLE link(e INT, other INT, kind TEXT, at INT);
      CREATE INDEX link_e ON link(e, at DESC, other, kind);
      CREATE VIRTUAL TABLE fts USING fts5(words);`);
  }

  async add(reports: readonly PreparedReport[]): Promise<void> {
    this.#db.exec('BEGIN IMMEDIATE');
    for (const report of reports) {
      const ends = report.records.map((record) =>
        this.#entity(record.proposedEntityId, record.caption ?? '', record.words.join(' ')),
      );
      for (const { from, to, kind, time } of report.links) {
        this.#run('INSERT INTO link VALUES (?, ?, ?, ?)', [ends[from], ends[to], kind, time]);
        this.#run('INSERT INTO link VALUES (?, ?, ?, ?)', [ends[to], ends[from], kind, time]);
      }
    }
    this.#db.exec('COMMIT');
  }

  async expand(id: string, limit: number): Promise<unknown> {
    const e = this.#one('SELECT e FROM entity WHERE id = ?', [id]);
    this.#rows('SELECT kind, count(*), count(DISTINCT other) FROM link WHERE e = ? GROUP BY kind', [e]);
    return this.#rows(
      `SELECT entity.id, caption, kind, links, last FROM (SELECT other, kind, count(*) AS links, max(at) AS last FROM link WHERE e = ?
       GROUP BY other, kind ORDER BY last DESC LIMIT ?) JOIN entity ON entity.e = other`,
      [e, limit],
    );
  }

  async search(words: readonly string[]): Promise<unknown> {
    return this.#rows('SELECT rowid FROM fts WHERE fts MATCH ? LIMIT 20', [words.map((word) => `"${word}"`).join(' ')]);
  }

  async linksAmong(ids: readonly string[]): Promise<unknown> {
    const known = JSON.stringify(ids);
    return this.#rows(
      `WITH chosen AS MATERIALIZED (SELECT e FROM entity WHERE id IN (SELECT value FROM json_each(?)))
       SELECT link.e, other, kind, count(*), max(at) FROM chosen CROSS JOIN link ON link.e = chosen.e
       WHERE other IN (SELECT e FROM chosen) GROUP BY 1, 2, 3`,
      [known],
    );
  }

  async path(from: string, to: string, maxHops: number): Promise<unknown> {
    const near = new Set([this.#one('SELECT e FROM entity WHERE id = ?', [from])]);
    const far = new Set([this.#one('SELECT e FROM entity WHERE id = ?', [to])]);
    const sides = [
      { seen: near, edge: [...near] },
      { seen: far, edge: [...far] },
    ] as const;
    for (let hop = 1; hop <= maxHops; hop++) {
      const [one, other] = sides[0].edge.length <= sides[1].edge.length ? [sides[0], sides[1]] : [sides[1], sides[0]];
      const next: number[] = [];
      for (const e of one.edge)
        for (const row of this.#rows('SELECT DISTINCT other FROM link WHERE e = ?', [e]) as [number][]) {
          if (other.seen.has(row[0])) return hop;
          if (!one.seen.has(row[0])) {
            one.seen.add(row[0]);
            next.push(row[0]);
          }
        }
      Object.assign(one, { edge: next });
    }
    return null;
  }

  async close(): Promise<void> {
    this.#statements.clear();
    this.#db.close();
  }

  #entity(id: string, caption: string, words: string): number {
    const known = this.#known.get(id);
    if (known !== undefined) return known;
    const e = this.#known.size + 1;
    this.#known.set(id, e);
    this.#run('INSERT INTO entity VALUES (?, ?, ?)', [e, id, caption]);
    this.#run('INSERT INTO fts(rowid, words) VALUES (?, ?)', [e, words]);
    return e;
  }

  #statement(sql: string): Database.Statement<unknown[]> {
    let statement = this.#statements.get(sql);
    if (!statement) this.#statements.set(sql, (statement = this.#db.prepare(sql)));
    return statement;
  }

  #run(sql: string, parameters: unknown[]): void {
    this.#statement(sql).run(parameters);
  }

  #rows(sql: string, parameters: unknown[]): unknown[] {
    return this.#statement(sql).raw().all(parameters);
  }

  #one(sql: string, parameters: unknown[]): number {
    return (this.#statement(sql).raw().get(parameters) as [number])[0];
  }
}
