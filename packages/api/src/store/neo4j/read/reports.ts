import type { Scope } from '../../../model/scope.ts';
import type { LinkView, Page, PageRequest, RecordView, ReportView } from '../../../model/views.ts';
import { isTelling } from '../../../model/protection.ts';
import { cutPage } from '../../../model/positions.ts';
import type { PartView, ReportFilter } from '../../ports/graphStore.ts';
import { linkView, type LinkViewRow } from '../mappers/linkView.ts';
import { recordFacts, recordView, type RecordRow } from '../mappers/recordFacts.ts';
import { reportView, type ReportRow } from '../mappers/reportView.ts';
import { readLinkById, readReportLinks } from '../queries/readLinks.ts';
import {
  countReportRecords,
  countReports,
  pageReportRecords,
  pageReports,
  readPeopleOfReports,
  readRecordById,
  readReportById,
  readReportsByNumber,
} from '../queries/readReports.ts';
import { endsOf } from './bundles.ts';
import { pageOf } from './pageOf.ts';
import { Sight, type FoundEntity, type ReadContext } from './sight.ts';

/** Beyond every time: a window that is always closed lets the index of times be used. */
const endOfTime = Number.MAX_SAFE_INTEGER;

export async function readReports(
  at: ReadContext,
  scope: Scope,
  filter: ReportFilter,
  page: PageRequest,
): Promise<Page<ReportView>> {
  const sight = new Sight(at, scope);
  const [time = null, after = null] = page.after ?? [];
  const { since, until } = filter.window;
  const wanted = { of: filter.agency, kind: filter.kind, since: since ?? -endOfTime, until: until ?? endOfTime };
  const [rows, [count]] = await Promise.all([
    sight.read<ReportRow>(pageReports, { ...wanted, time, after, limit: page.first + 1 }),
    sight.read<{ total: number }>(countReports, wanted),
  ]);
  const shy = await speakingOfProtected(sight, rows);
  return pageOf(rows, {
    first: page.first,
    total: count?.total ?? 0,
    positionOf: (row) => [row.time, row.number],
    viewOf: (row) => reportView(row, shy.has(row.id)),
  });
}

export async function readReportsBy(at: ReadContext, scope: Scope, numbers: readonly string[]): Promise<(ReportView | null)[]> {
  const sight = new Sight(at, scope);
  const rows = await sight.read<ReportRow>(readReportsByNumber, { numbers: [...new Set(numbers)] });
  const shy = await speakingOfProtected(sight, rows);
  const views = new Map(rows.map((row) => [row.number, reportView(row, shy.has(row.id))]));
  return numbers.map((number) => views.get(number) ?? null);
}

/** Ids of the reports that speak of somebody protected from this viewer. */
async function speakingOfProtected(sight: Sight, reports: readonly { readonly id: string }[]): Promise<ReadonlySet<string>> {
  const people = await sight.read<FoundEntity & { report: string }>(readPeopleOfReports, { ids: reports.map(({ id }) => id) });
  const shy = await sight.protectedAmong(people);
  return new Set(people.filter(({ id }) => shy.has(id)).map(({ report }) => report));
}

type ReportRecordRow = RecordRow & { readonly ordinal: number };

export async function readReportRecords(
  at: ReadContext,
  scope: Scope,
  number: string,
  page: PageRequest,
): Promise<Page<RecordView>> {
  const sight = new Sight(at, scope);
  const [after = null] = page.after ?? [];
  const [rows, [count]] = await Promise.all([
    sight.read<ReportRecordRow>(pageReportRecords, { number, after, limit: page.first + 1 }),
    sight.read<{ total: number }>(countReportRecords, { number }),
  ]);
  const shy = await sight.protectedAmong(rows.map(({ entityId, kind }) => ({ id: entityId, kind })));
  return pageOf(rows, {
    first: page.first,
    total: count?.total ?? 0,
    positionOf: ({ ordinal }) => [ordinal],
    viewOf: (row) => recordView(recordFacts(row), shy.has(row.entityId)),
  });
}

/** Telling links are left out, which only the whole list can be counted by. */
export async function readLinksOfReport(
  at: ReadContext,
  scope: Scope,
  number: string,
  page: PageRequest,
): Promise<Page<LinkView>> {
  const sight = new Sight(at, scope);
  const rows = await sight.read<LinkViewRow>(readReportLinks, { number });
  const views = await viewLinks(sight, rows);
  const ordinals = new Map(rows.map(({ id, ordinal }) => [id, ordinal]));
  return cutPage(views, ['up'], { ...page, positionOf: ({ id }) => [ordinals.get(id)!] });
}

async function viewLinks(sight: Sight, rows: readonly LinkViewRow[]): Promise<LinkView[]> {
  const shy = await sight.protectedAmong(rows.flatMap(endsOf));
  return rows.flatMap((row) => {
    const isOfProtected = shy.has(row.from) || shy.has(row.to);
    return isOfProtected && isTelling(row.kind, row.fromKind, row.toKind) ? [] : [linkView(row, isOfProtected)];
  });
}

export async function readPart(at: ReadContext, scope: Scope, id: string): Promise<PartView | null> {
  const sight = new Sight(at, scope);
  const [report] = await sight.read<ReportRow>(readReportById, { id });
  if (report) return { part: 'report', report: reportView(report, (await speakingOfProtected(sight, [report])).has(id)) };
  const [record] = await sight.read<RecordRow>(readRecordById, { id });
  if (record) {
    const shy = await sight.protectedAmong([{ id: record.entityId, kind: record.kind }]);
    return { part: 'record', record: recordView(recordFacts(record), shy.has(record.entityId)) };
  }
  const [link] = await viewLinks(sight, await sight.read<LinkViewRow>(readLinkById, { id }));
  return link ? { part: 'link', link } : null;
}
