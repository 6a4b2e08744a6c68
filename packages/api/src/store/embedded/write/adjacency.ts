import { direction, type Interning } from '../interning.ts';
import type { Sqlite, SqlValue } from '../sqlite.ts';

/** One link between two entities, as far as the adjacency needs it. */
export interface Joined {
  readonly src: number;
  readonly dst: number;
  readonly k: number;
  readonly o: number;
  readonly report: number;
  readonly isWeak: boolean;
  /** Least time: start ?? time. */
  readonly first: number | null;
  readonly last: number | null;
}

interface Tally {
  links: number;
  reports: Set<number>;
  sure: number;
  first: number | null;
  last: number | null;
}

/** The adjacency: one row per pair, kind, direction and origin, from both sides. */
export class AdjacencyWriter {
  readonly #db: Sqlite;
  readonly #symmetric: ReadonlySet<number>;

  constructor(db: Sqlite, interning: Interning, symmetricKinds: readonly string[]) {
    this.#db = db;
    this.#symmetric = new Set(symmetricKinds.map((kind) => interning.linkKindNumber(kind)));
  }

  /** Adds the links of new reports to what is there. A link of an entity to itself makes no row. */
  add(links: readonly Joined[]): void {
    for (const [key, tally] of this.#tally(links))
      this.#db.run(
        `INSERT INTO adj(e, other, ld, o, links, reports, sure, first, last) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
         ON CONFLICT DO UPDATE SET links = links + excluded.links, reports = reports + excluded.reports, sure = sure + excluded.sure,
           first = min(coalesce(first, excluded.first), coalesce(excluded.first, first)),
           last = max(coalesce(last, excluded.last), coalesce(excluded.last, last))`,
        [...(JSON.parse(key) as number[]), ...cells(tally)],
      );
  }

  /** Recomputes the rows between these pairs from the links that are there now. */
  rebuild(pairs: Iterable<Pick<Joined, 'src' | 'dst' | 'k' | 'o'>>): void {
    const done = new Set<string>();
    for (const { src, dst, k, o } of pairs) {
      const [a, b] = this.#symmetric.has(k) && dst < src ? [dst, src] : [src, dst];
      const key = `${a} ${b} ${k} ${o}`;
      if (done.has(key)) continue;
      done.add(key);
      const [out, back] = this.#codes(k);
      this.#db.run('DELETE FROM adj WHERE e = ? AND other = ? AND ld = ? AND o = ?', [a, b, out, o]);
      this.#db.run('DELETE FROM adj WHERE e = ? AND other = ? AND ld = ? AND o = ?', [b, a, back, o]);
      const links = this.#linksOf(a, b, k, o);
      if (this.#symmetric.has(k) && a !== b) links.push(...this.#linksOf(b, a, k, o));
      this.add(links);
    }
  }

  #linksOf(src: number, dst: number, k: number, o: number): Joined[] {
    return this.#db
      .all<[number, number | null, number | null, number]>(
        `SELECT report.r, coalesce(start, link.time), link.time, weak FROM link JOIN report ON report.r = link.l / 1048576
         WHERE src = ? AND dst = ? AND k = ? AND link.o = ?`,
        [src, dst, k, o],
      )
      .map(([report, first, last, weak]) => ({ src, dst, k, o, report, first, last, isWeak: weak === 1 }));
  }

  #tally(links: readonly Joined[]): Map<string, Tally> {
    const rows = new Map<string, Tally>();
    for (const link of links) {
      if (link.src === link.dst) continue;
      const [out, back] = this.#codes(link.k);
      note(rows, [link.src, link.dst, out, link.o], link);
      note(rows, [link.dst, link.src, back, link.o], link);
    }
    return rows;
  }

  #codes(k: number): [number, number] {
    return this.#symmetric.has(k)
      ? [k * 4 + direction.NONE, k * 4 + direction.NONE]
      : [k * 4 + direction.OUT, k * 4 + direction.IN];
  }
}

function note(rows: Map<string, Tally>, key: readonly number[], link: Joined): void {
  const text = JSON.stringify(key);
  const tally = rows.get(text) ?? { links: 0, reports: new Set<number>(), sure: 0, first: null, last: null };
  rows.set(text, tally);
  tally.links++;
  tally.reports.add(link.report);
  if (!link.isWeak) tally.sure++;
  if (link.first !== null && (tally.first === null || link.first < tally.first)) tally.first = link.first;
  if (link.last !== null && (tally.last === null || link.last > tally.last)) tally.last = link.last;
}

function cells(tally: Tally): SqlValue[] {
  return [tally.links, tally.reports.size, tally.sure, tally.first, tally.last];
}
