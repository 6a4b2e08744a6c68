import type { Moment } from '../../../model/moment.ts';
import { cutPage } from '../../../model/positions.ts';
import type { Grade, ReportKind } from '../../../model/prepared.ts';
import type { LinkView, Page, PageRequest, RecordView, ReportView } from '../../../model/views.ts';
import type { PartView, ReportFilter } from '../../ports/graphStore.ts';
import { ordinalBits, rule } from '../interning.ts';
import { linkViews, recordViews } from './linkViews.ts';
import { seen } from './seen.ts';
import type { Sight } from './sight.ts';

const columns = 'r, seed, number, report.o, rule, kind, received, retracted, body, time';
type ReportCells = readonly [number, string, string, number, number, string, number, number, string, number];

interface ReportBody {
  readonly externalNumbers?: readonly string[];
  readonly occurredAt?: Moment | null;
  readonly timeZone?: string | null;
  readonly narrative?: string | null;
  readonly grade?: Grade | null;
  readonly lawfulBasis?: string | null;
  readonly reviewDate?: string | null;
  readonly officer?: string | null;
  readonly contact?: string | null;
  readonly cases?: readonly string[];
}

/** Newest first by occurredAt ?? receivedAt, then number. Retracted reports are found by number only. */
export function reports(sight: Sight, filter: ReportFilter, page: PageRequest): Page<ReportView> {
  const { since, until } = filter.window;
  const where = `${seen('report.o')} AND retracted = 0 AND (?2 IS NULL OR origin.agency = ?2) AND (?3 IS NULL OR kind = ?3)
    AND (?4 IS NULL OR time >= ?4) AND (?5 IS NULL OR time < ?5)`;
  const parameters = [sight.bytes, filter.agency, filter.kind, since, until];
  const from = 'FROM report JOIN origin ON origin.o = report.o';
  const total = sight.at.db.value<number>(`SELECT count(*) ${from} WHERE ${where}`, parameters) ?? 0;
  const [time, number] = page.after ?? [null, null];
  const rows = sight.at.db.all<ReportCells>(
    `SELECT ${columns} ${from} WHERE ${where} AND (?6 IS NULL OR time < ?6 OR (time = ?6 AND number > ?7)) ORDER BY time DESC, number LIMIT ?8`,
    [...parameters, time ?? null, number ?? null, page.first + 1],
  );
  return {
    items: rows.slice(0, page.first).map((cells) => ({ item: reportView(sight, cells), position: [cells[9], cells[2]] })),
    hasNext: rows.length > page.first,
    total,
  };
}

/** By number; a retracted one answers as a tombstone. */
export function reportByNumber(sight: Sight, number: string): ReportView | null {
  const cells = sight.at.db.get<ReportCells>(`SELECT ${columns} FROM report WHERE number = ?2 AND ${seen('report.o')}`, [
    sight.bytes,
    number,
  ]);
  return cells ? reportView(sight, cells) : null;
}

function reportView(sight: Sight, [r, seed, number, o, outside, kind, received, retracted, text]: ReportCells): ReportView {
  const isRetracted = retracted === 1;
  const body: ReportBody = isRetracted ? {} : (JSON.parse(text) as ReportBody);
  const { agency, audience } = sight.at.interning.origin(o);
  return {
    id: sight.at.ids.part('report', seed, 0),
    number,
    kind: kind as ReportKind,
    agency,
    audience,
    outsideAudience: (outside & rule.sealed) !== 0 ? 'SEALED' : 'POINTER',
    externalNumbers: body.externalNumbers ?? [],
    occurredAt: body.occurredAt ?? null,
    receivedAt: received,
    timeZone: body.timeZone ?? null,
    grade: body.grade ?? null,
    narrative: body.narrative == null || speaksOfProtected(sight, r) ? null : body.narrative,
    lawfulBasis: body.lawfulBasis ?? null,
    reviewDate: body.reviewDate ?? null,
    officer: body.officer ?? null,
    contact: body.contact ?? null,
    cases: body.cases ?? [],
    isRetracted,
  };
}

function speaksOfProtected(sight: Sight, r: number): boolean {
  const ends = sight.at.db.all<[number]>('SELECT DISTINCT e FROM record WHERE rec BETWEEN ? AND ?', reportRange(r));
  return ends.some(([e]) => sight.isProtected(e));
}

function reportRange(r: number): [number, number] {
  return [r * ordinalBits, r * ordinalBits + ordinalBits - 1];
}

export function reportRecords(sight: Sight, number: string, request: PageRequest): Page<RecordView> {
  const all = recordViews(sight, 'report.number = ?2 AND record.rec BETWEEN r * 1048576 AND r * 1048576 + 1048575', [number]);
  const page = cutPage(all, ['up'], { ...request, positionOf: ({ ordinal }) => [ordinal] });
  return { ...page, items: page.items.map(({ item, position }) => ({ item: item.record, position })) };
}

export function reportLinks(sight: Sight, number: string, request: PageRequest): Page<LinkView> {
  const all = linkViews(sight, 'report.number = ?2 AND l BETWEEN r * 1048576 AND r * 1048576 + 1048575', [number]);
  const places = new Map(all.map((link) => [link.id, sight.at.ids.readPart(link.id)!.ordinal]));
  return cutPage(all, ['up'], { ...request, positionOf: (link) => [places.get(link.id)!] });
}

/** Any report, record or link by its public id. */
export function part(sight: Sight, id: string): PartView | null {
  const address = sight.at.ids.readPart(id);
  if (!address) return null;
  const found = sight.at.db.get<[number, string]>(`SELECT r, number FROM report WHERE seed = ?2 AND ${seen('o')}`, [
    sight.bytes,
    address.seed,
  ]);
  if (!found) return null;
  const [r, number] = found;
  if (address.part === 'report') {
    const report = address.ordinal === 0 ? reportByNumber(sight, number) : null;
    return report && { part: 'report', report };
  }
  if (address.ordinal >= ordinalBits) return null;
  const key = r * ordinalBits + address.ordinal;
  if (address.part === 'record') {
    const [record] = recordViews(sight, 'record.rec = ?2', [key]);
    return record ? { part: 'record', record: record.record } : null;
  }
  const [link] = linkViews(sight, 'link.l = ?2', [key]);
  return link ? { part: 'link', link } : null;
}
