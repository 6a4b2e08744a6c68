import { greatest, least } from '../../../model/entityView.ts';
import { linkTimes } from '../../../model/moment.ts';
import { isWeak, type PreparedLink, type PreparedReport } from '../../../model/prepared.ts';
import type { PublicIds } from '../../../model/publicIds.ts';
import { INVOLVED_IN } from '../../../model/vocabularyWords.ts';
import type { AddOutcome } from '../../ports/graphStore.ts';
import { ordinalBits, ruleOf, type Interning } from '../interning.ts';
import type { Sqlite } from '../sqlite.ts';
import type { AdjacencyWriter, Joined } from './adjacency.ts';
import type { EntityWriter } from './entities.ts';
import { joinWords, type HoldingWriter } from './holdings.ts';
import type { ProtectionWriter } from './protection.ts';
import type { SharedWriter } from './shared.ts';
import { noteChange } from './noteChange.ts';

/** The hands a write works with. */
export interface Writers {
  readonly db: Sqlite;
  readonly ids: PublicIds;
  readonly interning: Interning;
  readonly entities: EntityWriter;
  readonly adjacency: AdjacencyWriter;
  readonly holdings: HoldingWriter;
  readonly shared: SharedWriter;
  readonly protection: ProtectionWriter;
}

/** Stores one prepared report with everything derived from it. Call inside a transaction. */
export function addReport(writers: Writers, report: PreparedReport): AddOutcome {
  const known = findKnown(writers, report);
  if (known) return known;
  if (writers.db.value('SELECT 1 FROM report WHERE number = ?', [report.number]) !== undefined)
    return { kind: 'numberTaken', number: report.number };
  const o = writers.interning.originNumber(report.origin);
  const r = insertReport(writers, report, o);
  const entities = report.records.map((record) => writers.entities.resolve(record));
  const ends = entities.map(({ e }) => e);
  insertRecords(writers, { report, r, o, ends });
  const joined = insertLinks(writers, { report, r, o, ends });
  writers.adjacency.add(joined);
  addHoldings(writers, { report, o, ends, joined });
  protect(writers, { report, ends, joined });
  const touched = [...new Set(ends)];
  noteChange(writers.db, { kind: 'ADDED', reportNumber: report.number, entities: touched });
  return { kind: 'added', number: report.number, reportId: report.id, entityIds: entities.map(({ id }) => id) };
}

function findKnown({ db, ids }: Writers, report: PreparedReport): AddOutcome | null {
  if (!report.idempotency) return null;
  const found = db.get<[number, string, string, string]>('SELECT r, number, seed, body_hash FROM report WHERE idem = ?', [
    idempotencyKey(report),
  ]);
  if (!found) return null;
  const [r, number, seed, bodyHash] = found;
  if (bodyHash !== report.idempotency.bodyHash) return { kind: 'conflict', number };
  const rows = db.all<[string]>(
    'SELECT entity.id FROM record JOIN entity ON entity.e = record.e WHERE rec BETWEEN ? AND ? ORDER BY rec',
    [r * ordinalBits, r * ordinalBits + ordinalBits - 1],
  );
  return { kind: 'known', number, reportId: ids.part('report', seed, 0), entityIds: rows.map(([id]) => id) };
}

function idempotencyKey(report: PreparedReport): string | null {
  return report.idempotency && `${report.origin.agency}\n${report.idempotency.key}`;
}

function insertReport({ db, ids }: Writers, report: PreparedReport, o: number): number {
  const { externalNumbers, occurredAt, timeZone, narrative, grade, lawfulBasis, reviewDate, officer, contact, cases } = report;
  const body = { externalNumbers, occurredAt, timeZone, narrative, grade, lawfulBasis, reviewDate, officer, contact, cases };
  return db.run(
    `INSERT INTO report(seed, number, o, rule, kind, received, occurred, time, weak, idem, body_hash, body) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    [
      ids.readPart(report.id)!.seed,
      report.number,
      o,
      ruleOf(report.origin),
      report.kind,
      report.receivedAt,
      occurredAt?.at ?? null,
      occurredAt?.at ?? report.receivedAt,
      isWeak(grade) ? 1 : 0,
      idempotencyKey(report),
      report.idempotency?.bodyHash ?? null,
      JSON.stringify(body),
    ],
  ).id;
}

interface Placed {
  readonly report: PreparedReport;
  readonly r: number;
  readonly o: number;
  readonly ends: readonly number[];
}

function insertRecords({ db }: Writers, { report, r, o, ends }: Placed): void {
  report.records.forEach((record, index) => {
    const rec = r * ordinalBits + record.ordinal;
    db.run(
      'INSERT INTO record(rec, e, o, caption, generic, minor, adult, words, keys, props) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
      [
        rec,
        ends[index]!,
        o,
        record.caption,
        record.isGeneric ? 1 : 0,
        record.isMinor ? 1 : 0,
        record.adultFrom,
        joinWords(record.words),
        JSON.stringify(record.lookupKeys),
        JSON.stringify(record.properties),
      ],
    );
    for (const key of new Set(record.lookupKeys)) db.run('INSERT INTO record_key(key, rec) VALUES (?, ?)', [key, rec]);
  });
}

function insertLinks({ db, interning }: Writers, { report, r, o, ends }: Placed): Joined[] {
  const weak = isWeak(report.grade);
  return report.links.map((link) => {
    const k = interning.linkKindNumber(link.kind);
    const src = ends[link.from]!;
    const dst = ends[link.to]!;
    db.run(
      'INSERT INTO link(l, k, src, dst, o, sr, dr, start, match_end, time, protecting, body) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
      [
        r * ordinalBits + link.ordinal,
        k,
        src,
        dst,
        o,
        link.from,
        link.to,
        link.start?.at ?? null,
        link.matchEnd,
        link.time,
        link.isProtecting ? 1 : 0,
        linkBody(link),
      ],
    );
    return { src, dst, k, o, report: r, isWeak: weak, first: linkTimes(link).start, last: link.time };
  });
}

function linkBody({ start, end, properties }: PreparedLink): string {
  return JSON.stringify({ start, end, properties });
}

function addHoldings(
  { holdings, shared }: Writers,
  { report, o, ends, joined }: Omit<Placed, 'r'> & { readonly joined: readonly Joined[] },
): void {
  const occurred = report.occurredAt?.at ?? null;
  for (const e of new Set(ends)) {
    const records = report.records.filter((_, index) => ends[index] === e);
    const links = joined.filter((link) => link.src !== link.dst && (link.src === e || link.dst === e));
    const last = greatest([occurred, ...links.map((link) => link.last)]);
    const isNew = holdings.add({
      e,
      o,
      records: records.length,
      received: report.receivedAt,
      first: least([occurred, ...links.map((link) => link.first)]),
      last,
      words: records.flatMap((record) => record.words),
    });
    const cases = report.links.filter((link) => link.kind === INVOLVED_IN && ends[link.from] === e).length;
    shared.add({ e, isNew, last, cases });
  }
}

function protect(
  { protection }: Writers,
  {
    report,
    ends,
    joined,
  }: { readonly report: PreparedReport; readonly ends: readonly number[]; readonly joined: readonly Joined[] },
): void {
  for (const e of new Set(ends)) {
    if (!protection.isPerson(e)) continue;
    const says = report.records.some((record, index) => ends[index] === e && (record.isMinor || record.adultFrom !== null));
    const isVictim = report.links.some((link) => link.isProtecting && ends[link.from] === e);
    if (says || isVictim || protection.hasFacts(e)) protection.rebuild(e);
  }
  protection.guardTold(joined);
}
