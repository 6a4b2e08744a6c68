import { direction, ordinalBits } from '../interning.ts';
import type { Sqlite, SqlValue } from '../sqlite.ts';
import type { HubWriter } from './hubs.ts';
import { RowWriter } from './rows.ts';

/** One link between two entities, as far as the adjacency needs it. */
export interface Joined {
  readonly src: number;
  readonly dst: number;
  readonly k: number;
  readonly o: number;
  readonly report: number;
  readonly weak: number;
  /** Least time: start ?? time. */
  readonly first: number | null;
  readonly last: number | null;
}

/** A pair whose links changed. */
export type Pair = Pick<Joined, 'src' | 'dst' | 'k' | 'o'>;

/** A link seen from one of its ends: part of the row (e, other, ld, o). */
interface Side {
  readonly e: number;
  readonly other: number;
  readonly ld: number;
  readonly link: Joined;
}

/** The adjacency: one row per pair, kind, direction and origin, from both sides. */
export class AdjacencyWriter {
  readonly #db: Sqlite;
  readonly #hubs: HubWriter;
  readonly #symmetric: ReadonlySet<number>;
  readonly #added: RowWriter;
  readonly #replaced: RowWriter;

  constructor(db: Sqlite, { hubs, symmetric }: { readonly hubs: HubWriter; readonly symmetric: readonly number[] }) {
    this.#db = db;
    this.#hubs = hubs;
    this.#symmetric = new Set(symmetric);
    const into = 'INSERT INTO adj(e, other, ld, o, links, reports, sure, first, last, version)';
    const values = '(?,?,?,?,?,?,?,?,?,?)';
    this.#added = new RowWriter(db, {
      into,
      values,
      tail: `ON CONFLICT DO UPDATE SET links = links + excluded.links, reports = reports + excluded.reports, sure = sure + excluded.sure,
           first = min(coalesce(first, excluded.first), coalesce(excluded.first, first)),
           last = max(coalesce(last, excluded.last), coalesce(excluded.last, last)), version = excluded.version`,
    });
    this.#replaced = new RowWriter(db, {
      into,
      values,
      tail: `ON CONFLICT DO UPDATE SET links = excluded.links, reports = excluded.reports, sure = excluded.sure,
           first = excluded.first, last = excluded.last, version = excluded.version`,
    });
  }

  /**
   * Adds the links of new reports to what is there. A link of an entity to itself makes no row.
   * Answers how many rows of each entity were added or changed.
   */
  add(links: readonly Joined[], version: number): Map<number, number> {
    const rows = this.#tally(links, version);
    this.#added.write(rows.cells);
    return rows.touched;
  }

  /** Makes all rows anew from the links that are there, in the order of their key. */
  deriveAll(): void {
    const symmetric = [...this.#symmetric].join(', ');
    const code = (end: number): string => `k * 4 + CASE WHEN k IN (${symmetric}) THEN ${direction.NONE} ELSE ${end} END`;
    const side = (from: string, to: string, end: number): string =>
      `SELECT ${from} AS e, ${to} AS other, ${code(end)} AS ld, link.o AS o, r, 1 - weak AS sure,
         coalesce(start, link.time) AS first, link.time AS last
       FROM link CROSS JOIN report ON r = l / ${ordinalBits} WHERE src <> dst`;
    this.#db.run('DELETE FROM adj');
    this.#db.run(
      `INSERT INTO adj(e, other, ld, o, links, reports, sure, first, last, version)
       SELECT e, other, ld, o, count(*), count(DISTINCT r), sum(sure), min(first), max(last), 0
       FROM (${side('src', 'dst', direction.OUT)} UNION ALL ${side('dst', 'src', direction.IN)})
       GROUP BY e, other, ld, o`,
    );
  }

  /** Recomputes the rows between these pairs from the links that are there now. */
  rebuild(pairs: Iterable<Pair>, version: number): void {
    const asked = new Map<string, readonly [number, number, number, number]>();
    for (const { src, dst, k, o } of pairs) {
      if (src === dst) continue;
      asked.set(`${src} ${dst} ${k} ${o}`, [src, dst, k, o]);
      if (this.#symmetric.has(k)) asked.set(`${dst} ${src} ${k} ${o}`, [dst, src, k, o]);
    }
    const links = this.#linksOf([...asked.values()]);
    const left = new Set(links.map(({ src, dst, k, o }) => `${src} ${dst} ${k} ${o}`));
    const gone: (readonly number[])[] = [];
    for (const [src, dst, k, o] of asked.values()) {
      if (left.has(`${src} ${dst} ${k} ${o}`) || (this.#symmetric.has(k) && left.has(`${dst} ${src} ${k} ${o}`))) continue;
      const [out, back] = this.#codes(k);
      gone.push([src, dst, out, o], [dst, src, back, o]);
    }
    if (gone.length > 0)
      this.#db.run(`DELETE FROM adj WHERE (e, other, ld, o) IN (SELECT ${cellsOf('value')} FROM json_each(?))`, [
        JSON.stringify(gone),
      ]);
    this.#replaced.write(this.#tally(links, version).cells);
  }

  #linksOf(asked: readonly (readonly number[])[]): Joined[] {
    return this.#db
      .all<[number, number, number, number, number, number | null, number | null, number]>(
        `SELECT src, dst, k, link.o, r, coalesce(start, link.time), link.time, weak
         FROM (SELECT ${cellsOf('value')} FROM json_each(?)) AS asked
         CROSS JOIN link ON src = asked.c0 AND dst = asked.c1 AND k = asked.c2 AND link.o = asked.c3
         CROSS JOIN report ON r = l / ${ordinalBits}`,
        [JSON.stringify(asked)],
      )
      .map(([src, dst, k, o, report, first, last, weak]) => ({ src, dst, k, o, report, first, last, weak }));
  }

  /** Rows in the order of the key, which costs least to write. */
  #tally(links: readonly Joined[], version: number): { readonly cells: SqlValue[]; readonly touched: Map<number, number> } {
    const sides = this.#sides(links);
    const cells: SqlValue[] = [];
    const touched = new Map<number, number>();
    for (let at = 0; at < sides.length;) {
      const row = sides[at]!;
      const { e, other, ld } = row;
      let [count, reports, sure, report] = [0, 0, 0, -1];
      let first: number | null = null;
      let last: number | null = null;
      for (; at < sides.length && compareRows(row, sides[at]!) === 0; at++) {
        const { link } = sides[at]!;
        count++;
        sure += 1 - link.weak;
        if (link.report !== report) reports++;
        report = link.report;
        if (link.first !== null && (first === null || link.first < first)) first = link.first;
        if (link.last !== null && (last === null || link.last > last)) last = link.last;
      }
      cells.push(e, other, ld, row.link.o, count, reports, sure, first, last, this.#hubs.isHub(e) ? version : 0);
      touched.set(e, (touched.get(e) ?? 0) + 1);
    }
    return { cells, touched };
  }

  /** Both sides of every link, those of one row together, in the order of their reports. */
  #sides(links: readonly Joined[]): Side[] {
    const sides: Side[] = [];
    for (const link of links) {
      if (link.src === link.dst) continue;
      const [out, back] = this.#codes(link.k);
      sides.push({ e: link.src, other: link.dst, ld: out, link }, { e: link.dst, other: link.src, ld: back, link });
    }
    return sides.sort((a, b) => compareRows(a, b) || a.link.report - b.link.report);
  }

  #codes(k: number): [number, number] {
    return this.#symmetric.has(k)
      ? [k * 4 + direction.NONE, k * 4 + direction.NONE]
      : [k * 4 + direction.OUT, k * 4 + direction.IN];
  }
}

function compareRows(a: Side, b: Side): number {
  return a.e - b.e || a.other - b.other || a.ld - b.ld || a.link.o - b.link.o;
}

/** SQL: the four numbers of a JSON array as columns. */
function cellsOf(array: string): string {
  return [0, 1, 2, 3].map((at) => `${array} ->> ${at} AS c${at}`).join(', ');
}
