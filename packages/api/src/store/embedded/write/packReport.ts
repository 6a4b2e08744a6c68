import { isWeak, type PreparedLink, type PreparedRecord, type PreparedReport } from '../../../model/prepared.ts';
import type { PublicIds } from '../../../model/publicIds.ts';
import { PERSON } from '../../../model/vocabularyWords.ts';
import { ruleOf } from '../interning.ts';
import { writeLinkBody, writeProperties } from '../writtenForm.ts';

/** 0 or 1, as the file holds it. */
type Flag = 0 | 1;

export interface PackedRecord {
  readonly kind: string;
  /** Keyed digest of the strongest key. */
  readonly key: string | null;
  readonly proposedEntityId: string;
  readonly caption: string | null;
  readonly generic: Flag;
  readonly minor: Flag;
  readonly adult: number | null;
  /** Distinct, sorted, with a space between. */
  readonly words: string;
  readonly lookupKeys: readonly string[];
  /** JSON. */
  readonly props: string;
}

export interface PackedLink {
  readonly kind: string;
  readonly from: number;
  readonly to: number;
  /** As said. */
  readonly start: number | null;
  readonly matchEnd: number | null;
  readonly time: number | null;
  readonly protecting: Flag;
  /** JSON. */
  readonly body: string;
}

/** A prepared report as the writer needs it: digests taken, bodies written out. Plain data, cheap to send to another thread. */
export interface PackedReport {
  readonly id: string;
  readonly seed: string;
  readonly number: string;
  readonly origin: { readonly agency: string; readonly audience: string };
  readonly rule: number;
  readonly kind: string;
  readonly received: number;
  readonly occurred: number | null;
  readonly weak: Flag;
  /** Agency and idempotency key. */
  readonly idem: string | null;
  readonly bodyHash: string | null;
  /** JSON. */
  readonly body: string;
  /** By ordinal. */
  readonly records: readonly PackedRecord[];
  readonly links: readonly PackedLink[];
}

/** Everything about a report that can be done outside the one thread that writes. */
export function packReport(report: PreparedReport, ids: PublicIds): PackedReport {
  const { externalNumbers, occurredAt, timeZone, narrative, grade, lawfulBasis, reviewDate, officer, contact, cases } = report;
  return {
    id: report.id,
    seed: ids.readPart(report.id)!.seed,
    number: report.number,
    origin: { agency: report.origin.agency, audience: report.origin.audience },
    rule: ruleOf(report.origin),
    kind: report.kind,
    received: report.receivedAt,
    occurred: occurredAt?.at ?? null,
    weak: isWeak(grade) ? 1 : 0,
    idem: report.idempotency && `${report.origin.agency}\n${report.idempotency.key}`,
    bodyHash: report.idempotency?.bodyHash ?? null,
    body: JSON.stringify({
      externalNumbers,
      occurredAt,
      timeZone,
      narrative,
      grade,
      lawfulBasis,
      reviewDate,
      officer,
      contact,
      cases,
    }),
    records: report.records.map((record) => packRecord(record, ids)),
    links: report.links.map(packLink),
  };
}

function packRecord(record: PreparedRecord, ids: PublicIds): PackedRecord {
  const isPerson = record.kind === PERSON;
  return {
    kind: record.kind,
    key: record.key === null ? null : ids.digest(record.key),
    proposedEntityId: record.proposedEntityId,
    caption: record.caption,
    generic: record.isGeneric ? 1 : 0,
    minor: isPerson && record.isMinor ? 1 : 0,
    adult: isPerson ? record.adultFrom : null,
    words: joinWords(record.words),
    lookupKeys: [...new Set(record.lookupKeys)],
    props: writeProperties(record.properties),
  };
}

function packLink({ kind, from, to, start, end, matchEnd, time, isProtecting, properties }: PreparedLink): PackedLink {
  return {
    kind,
    from,
    to,
    start: start?.at ?? null,
    matchEnd,
    time,
    protecting: isProtecting ? 1 : 0,
    body: writeLinkBody({ start, end, properties }),
  };
}

export function joinWords(words: Iterable<string>): string {
  return [...new Set(words)]
    .filter((word) => word !== '')
    .sort()
    .join(' ');
}
