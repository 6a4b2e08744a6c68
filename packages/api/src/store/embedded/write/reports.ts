import type { PublicIds } from '../../../model/publicIds.ts';
import type { AddOutcome } from '../../ports/graphStore.ts';
import { ordinalBits } from '../interning.ts';
import type { Sqlite, SqlValue } from '../sqlite.ts';
import type { PackedReport } from './packReport.ts';
import { RowWriter } from './rows.ts';

/** A new report with its place in the file. */
export interface PlacedReport {
  readonly report: PackedReport;
  readonly r: number;
  readonly o: number;
  /** Entity of each record, by ordinal. */
  readonly ends: readonly number[];
}

/** What a report of a batch comes to: new, or answered without writing. */
export type Decision = { readonly kind: 'new' } | AddOutcome | { readonly kind: 'repeated'; readonly first: PackedReport };

interface StoredReport {
  readonly r: number;
  readonly number: string;
  readonly seed: string;
  readonly bodyHash: string | null;
}

/** The rows of reports and their records and links, and which reports are there already. */
export class ReportWriter {
  readonly #db: Sqlite;
  readonly #ids: PublicIds;
  readonly #reports: RowWriter;
  readonly #records: RowWriter;
  readonly #keys: RowWriter;
  readonly #links: RowWriter;

  constructor(db: Sqlite, ids: PublicIds) {
    this.#db = db;
    this.#ids = ids;
    this.#reports = new RowWriter(db, {
      into: 'INSERT INTO report(r, seed, number, o, rule, kind, received, occurred, time, weak, idem, body_hash, body)',
      values: '(?,?,?,?,?,?,?,?,?,?,?,?,?)',
    });
    this.#records = new RowWriter(db, {
      into: 'INSERT INTO record(rec, e, o, caption, generic, minor, adult, words, keys, props)',
      values: '(?,?,?,?,?,?,?,?,?,?)',
    });
    this.#keys = new RowWriter(db, { into: 'INSERT INTO record_key(key, rec)', values: '(?,?)' });
    this.#links = new RowWriter(db, {
      into: 'INSERT INTO link(l, k, src, dst, o, sr, dr, start, match_end, time, protecting, body)',
      values: '(?,?,?,?,?,?,?,?,?,?,?,?)',
    });
  }

  /** In order, as if one were added after the other. */
  decide(reports: readonly PackedReport[]): Decision[] {
    const stored = this.#findRepeated(reports);
    const taken = this.#findTaken(reports);
    const entities = this.#entitiesOf([...stored.values()]);
    const first = new Map<string, PackedReport>();
    return reports.map((report): Decision => {
      const known = report.idem === null ? undefined : stored.get(report.idem);
      if (known)
        return known.bodyHash === report.bodyHash
          ? {
              kind: 'known',
              number: known.number,
              reportId: this.#ids.part('report', known.seed, 0),
              entityIds: entities.get(known.r) ?? [],
            }
          : { kind: 'conflict', number: known.number };
      const before = report.idem === null ? undefined : first.get(report.idem);
      if (before)
        return before.bodyHash === report.bodyHash
          ? { kind: 'repeated', first: before }
          : { kind: 'conflict', number: before.number };
      if (taken.has(report.number)) return { kind: 'numberTaken', number: report.number };
      taken.add(report.number);
      if (report.idem !== null) first.set(report.idem, report);
      return { kind: 'new' };
    });
  }

  /** Numbers of reports go up one by one: nothing but their order is told by them, and only inside. */
  nextNumber(): number {
    return (this.#db.value<number | null>('SELECT max(r) FROM report') ?? 0) + 1;
  }

  /** `isKeyed`: whether records can be found by their keys at once, or `deriveKeys` follows. */
  insert(
    placed: readonly PlacedReport[],
    { kindNumber, isKeyed }: { readonly kindNumber: (linkKind: string) => number; readonly isKeyed: boolean },
  ): void {
    const reports: SqlValue[] = [];
    const records: SqlValue[] = [];
    const keys: [string, number][] = [];
    const links: SqlValue[] = [];
    for (const { report, r, o, ends } of placed) {
      const { seed, number, rule, kind, received, occurred, weak, idem, bodyHash, body } = report;
      reports.push(r, seed, number, o, rule, kind, received, occurred, occurred ?? received, weak, idem, bodyHash, body);
      for (const [ordinal, record] of report.records.entries()) {
        const rec = r * ordinalBits + ordinal;
        const { caption, generic, minor, adult, words, lookupKeys, props } = record;
        records.push(rec, ends[ordinal]!, o, caption, generic, minor, adult, words, JSON.stringify(lookupKeys), props);
        if (isKeyed) for (const key of lookupKeys) keys.push([key, rec]);
      }
      for (const [ordinal, link] of report.links.entries()) {
        const { from, to, start, matchEnd, time, protecting } = link;
        const [src, dst] = [ends[from]!, ends[to]!];
        const l = r * ordinalBits + ordinal;
        links.push(l, kindNumber(link.kind), src, dst, o, from, to, start, matchEnd, time, protecting, link.body);
      }
    }
    keys.sort(([a, m], [b, n]) => (a < b ? -1 : a > b ? 1 : m - n));
    this.#reports.write(reports);
    this.#records.write(records);
    this.#keys.write(keys.flat());
    this.#links.write(links);
  }

  /** Makes the keys of all records anew. */
  deriveKeys(): void {
    this.#db.run('DELETE FROM record_key');
    this.#db.run(
      'INSERT INTO record_key(key, rec) SELECT value, rec FROM record CROSS JOIN json_each(record.keys) ORDER BY value, rec',
    );
  }

  #findRepeated(reports: readonly PackedReport[]): Map<string, StoredReport> {
    const asked = reports.map(({ idem }) => idem).filter((idem) => idem !== null);
    if (asked.length === 0) return new Map();
    const rows = this.#db.all<[string, number, string, string, string | null]>(
      'SELECT idem, r, number, seed, body_hash FROM json_each(?) AS asked CROSS JOIN report ON idem = asked.value',
      [JSON.stringify(asked)],
    );
    return new Map(rows.map(([idem, r, number, seed, bodyHash]) => [idem, { r, number, seed, bodyHash }]));
  }

  #findTaken(reports: readonly PackedReport[]): Set<string> {
    const rows = this.#db.all<[string]>('SELECT number FROM json_each(?) AS asked CROSS JOIN report ON number = asked.value', [
      JSON.stringify(reports.map(({ number }) => number)),
    ]);
    return new Set(rows.map(([number]) => number));
  }

  /** Ids of the entities of each report's records, by ordinal. */
  #entitiesOf(reports: readonly StoredReport[]): Map<number, string[]> {
    const entities = new Map<number, string[]>();
    if (reports.length === 0) return entities;
    const rows = this.#db.all<[number, string]>(
      `SELECT asked.value, entity.id FROM json_each(?) AS asked CROSS JOIN record ON rec BETWEEN asked.value * ${ordinalBits} AND asked.value * ${ordinalBits} + ${ordinalBits - 1}
       CROSS JOIN entity ON entity.e = record.e ORDER BY rec`,
      [JSON.stringify([...new Set(reports.map(({ r }) => r))])],
    );
    for (const [r, id] of rows) {
      const list = entities.get(r);
      if (list) list.push(id);
      else entities.set(r, [id]);
    }
    return entities;
  }
}
