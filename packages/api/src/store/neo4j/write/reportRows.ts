import type { Vocabulary } from '@linchpin/schema';
import { bundleKey, writeBundleId, type BundleKey } from '../../../model/bundleId.ts';
import { linkTimes } from '../../../model/moment.ts';
import { isWeak, type PreparedLink, type PreparedReport } from '../../../model/prepared.ts';
import type { Parameters } from '../parameters.ts';

/** A prepared report with the entity of each record, by ordinal. */
export interface PlacedReport {
  readonly report: PreparedReport;
  readonly entityIds: readonly string[];
}

export function idempotencyOf({ origin, idempotency }: PreparedReport): string | null {
  return idempotency && `${origin.agency}\n${idempotency.key}`;
}

/** A report with everything it says; its parts carry only what they do not share with it. */
export function reportRow(placed: PlacedReport, vocabulary: Vocabulary): Parameters {
  const { report } = placed;
  const { externalNumbers, occurredAt, timeZone, narrative, grade, lawfulBasis, reviewDate, officer, contact, cases } = report;
  const body = { externalNumbers, occurredAt, timeZone, narrative, grade, lawfulBasis, reviewDate, officer, contact, cases };
  const said = {
    ...originOf(report),
    id: report.id,
    number: report.number,
    kind: report.kind,
    contact,
    isRetracted: false,
    idempotency: idempotencyOf(report),
    bodyHash: report.idempotency?.bodyHash ?? null,
    body: JSON.stringify(body),
  };
  return { said, isWeak: isWeak(grade), records: recordRows(placed), links: linkRows(placed, vocabulary) };
}

function recordRows({ report, entityIds }: PlacedReport): Parameters[] {
  return report.records.map((record, index) => ({
    id: record.id,
    entity: entityIds[index]!,
    ordinal: record.ordinal,
    kind: record.kind,
    caption: record.caption,
    words: [...new Set(record.words)],
    isGeneric: record.isGeneric,
    isMinor: record.isMinor,
    adultFrom: record.adultFrom,
    properties: JSON.stringify(record.properties),
    keys: [...new Set(record.lookupKeys)].sort(),
  }));
}

function linkRows({ report, entityIds }: PlacedReport, vocabulary: Vocabulary): Parameters[] {
  return report.links.map((link) => ({
    ...linkTimes(link),
    id: link.id,
    from: link.from,
    to: link.to,
    ordinal: link.ordinal,
    kind: link.kind,
    bundle: writeBundleId(bundleOf(link, entityIds, vocabulary)),
    isProtecting: link.isProtecting,
    met: link.start?.at ?? report.occurredAt?.at ?? report.receivedAt,
    body: JSON.stringify({ start: link.start, end: link.end, properties: link.properties }),
  }));
}

/** The bundle of a link between records that belong to these entities. */
export function bundleOf(
  { kind, from, to }: Pick<PreparedLink, 'kind' | 'from' | 'to'>,
  entityIds: readonly string[],
  vocabulary: Vocabulary,
): BundleKey {
  return bundleKey(kind, entityIds[from]!, entityIds[to]!, isSymmetric(vocabulary, kind));
}

/** @throws Error for a kind that the vocabulary does not know: it would become a relationship type. */
export function isSymmetric(vocabulary: Vocabulary, kind: string): boolean {
  const found = vocabulary.linkKinds.get(kind);
  if (!found) throw new Error(`The vocabulary knows no link kind ${kind}`);
  return found.isSymmetric;
}

/** What sight depends on, and the times of the report: the statement notes them beside every record too, so that no join filters by them. */
function originOf({ origin, receivedAt, occurredAt }: PreparedReport): Parameters {
  return {
    agency: origin.agency,
    audience: origin.audience,
    outside: origin.outsideAudience,
    everywhere: origin.protectEverywhere,
    received: receivedAt,
    occurred: occurredAt?.at ?? null,
    time: occurredAt?.at ?? receivedAt,
  };
}
