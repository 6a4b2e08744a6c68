import type { Vocabulary } from '@linchpin/schema';
import { bundleKey, writeBundleId } from '../../../model/bundleId.ts';
import { linkTimes } from '../../../model/moment.ts';
import { isWeak, type PreparedReport } from '../../../model/prepared.ts';
import type { Parameters } from '../parameters.ts';

/** A prepared report with the entity of each record, by ordinal. */
export interface PlacedReport {
  readonly report: PreparedReport;
  readonly entityIds: readonly string[];
}

export function idempotencyOf({ origin, idempotency }: PreparedReport): string | null {
  return idempotency && `${origin.agency}\n${idempotency.key}`;
}

export function reportRow(report: PreparedReport): Parameters {
  const { externalNumbers, occurredAt, timeZone, narrative, grade, lawfulBasis, reviewDate, officer, contact, cases } = report;
  const body = { externalNumbers, occurredAt, timeZone, narrative, grade, lawfulBasis, reviewDate, officer, contact, cases };
  return {
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
}

export interface RecordRow {
  readonly id: string;
  readonly entity: string;
  readonly said: Parameters;
}

export function recordRows({ report, entityIds }: PlacedReport): RecordRow[] {
  return report.records.map((record, index) => ({
    id: record.id,
    entity: entityIds[index]!,
    said: {
      ...originOf(report),
      id: record.id,
      report: report.id,
      number: report.number,
      ordinal: record.ordinal,
      kind: record.kind,
      caption: record.caption,
      words: [...new Set(record.words)],
      isGeneric: record.isGeneric,
      isMinor: record.isMinor,
      adultFrom: record.adultFrom,
      properties: JSON.stringify(record.properties),
    },
  }));
}

export function keyRows({ report }: PlacedReport): { readonly record: string; readonly key: string }[] {
  return report.records.flatMap(({ id, lookupKeys }) => [...new Set(lookupKeys)].map((key) => ({ record: id, key })));
}

export interface LinkRow {
  /** Ids of the records it joins. */
  readonly from: string;
  readonly to: string;
  readonly bundle: string;
  readonly agency: string;
  readonly audience: string;
  readonly said: Parameters;
}

export function linkRows({ report, entityIds }: PlacedReport, vocabulary: Vocabulary): LinkRow[] {
  const { agency, audience } = report.origin;
  return report.links.map((link) => {
    const { start, end, time } = linkTimes(link);
    const key = bundleKey(link.kind, entityIds[link.from]!, entityIds[link.to]!, isSymmetric(vocabulary, link.kind));
    const bundle = writeBundleId(key);
    return {
      bundle,
      agency,
      audience,
      from: report.records[link.from]!.id,
      to: report.records[link.to]!.id,
      said: {
        id: link.id,
        report: report.id,
        number: report.number,
        ordinal: link.ordinal,
        kind: link.kind,
        agency,
        audience,
        bundle,
        isWeak: isWeak(report.grade),
        isProtecting: link.isProtecting,
        start,
        end,
        time,
        met: link.start?.at ?? report.occurredAt?.at ?? report.receivedAt,
        body: JSON.stringify({ start: link.start, end: link.end, properties: link.properties }),
      },
    };
  });
}

/** @throws Error for a kind that the vocabulary does not know: it would become a relationship type. */
export function isSymmetric(vocabulary: Vocabulary, kind: string): boolean {
  const found = vocabulary.linkKinds.get(kind);
  if (!found) throw new Error(`The vocabulary knows no link kind ${kind}`);
  return found.isSymmetric;
}

/** What sight depends on, and the times of the report, beside every report and record: no join to filter by them. */
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
