import type { PreparedProperty } from '../../../model/prepared.ts';
import type { LinkView, RecordPropertyView, RecordView, ReportView } from '../../../model/views.ts';
import type { Sight } from './sight.ts';
import type { HeldLink, HeldRecord, HeldReport } from './world.ts';

export function showRecord(sight: Sight, { record, report, entityId }: HeldRecord): RecordView {
  const properties = sight.isProtected(entityId) ? [] : record.properties.map(showProperty);
  return { id: record.id, entityId, reportNumber: report.number, properties };
}

/** Ends as the report said them, also of symmetric kinds. */
export function showLink(sight: Sight, { link, report, from, to }: HeldLink): LinkView {
  const isHidden = sight.isProtected(from.entityId) || sight.isProtected(to.entityId);
  return {
    id: link.id,
    kind: link.kind,
    from: from.entityId,
    to: to.entityId,
    start: link.start,
    end: link.end,
    time: link.time,
    properties: isHidden ? [] : link.properties.map(showProperty),
    reportNumber: report.number,
  };
}

/** A tombstone says that there was a report, of whom and for whom, and nothing of what it said. */
export function showReport(sight: Sight, { report, records, isRetracted }: HeldReport): ReportView {
  const { agency, audience, outsideAudience } = report.origin;
  const speaksOfProtected = records.some(({ entityId }) => sight.isProtected(entityId));
  return {
    id: report.id,
    number: report.number,
    kind: report.kind,
    agency,
    audience,
    outsideAudience,
    receivedAt: report.receivedAt,
    externalNumbers: isRetracted ? [] : report.externalNumbers,
    occurredAt: isRetracted ? null : report.occurredAt,
    timeZone: isRetracted ? null : report.timeZone,
    grade: isRetracted ? null : report.grade,
    narrative: isRetracted || speaksOfProtected ? null : report.narrative,
    lawfulBasis: isRetracted ? null : report.lawfulBasis,
    reviewDate: isRetracted ? null : report.reviewDate,
    officer: isRetracted ? null : report.officer,
    contact: isRetracted ? null : report.contact,
    cases: isRetracted ? [] : report.cases,
    isRetracted,
  };
}

function showProperty({ name, given, values }: PreparedProperty): RecordPropertyView {
  return { name, given, values: values.map(({ value }) => value) };
}
