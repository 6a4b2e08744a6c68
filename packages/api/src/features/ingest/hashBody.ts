import { hash } from 'node:crypto';
import type { LinkInput, PropertyInput, RecordInput, ReportInput } from '../../model/reportInput.ts';

/** Every field of a type, in the order in which it is written. */
type Fields<T> = { readonly [field in keyof Required<T>]: unknown };

/**
 * SHA-256, hex, of a report as it was sent: the order of fields and absent fields written as null make no difference.
 * The bytes are kept with the report: JSON with the names of fields sorted.
 */
export function hashBody(input: ReportInput): string {
  const body: Fields<Omit<ReportInput, 'idempotencyKey'>> = {
    agency: input.agency ?? undefined,
    areaCode: input.areaCode ?? undefined,
    audience: input.audience ?? undefined,
    cases: input.cases ?? undefined,
    contact: input.contact ?? undefined,
    country: input.country ?? undefined,
    credibility: input.credibility ?? undefined,
    externalNumbers: input.externalNumbers ?? undefined,
    kind: input.kind,
    lawfulBasis: input.lawfulBasis ?? undefined,
    links: input.links.map(sortLink),
    narrative: input.narrative ?? undefined,
    occurredAt: input.occurredAt ?? undefined,
    officer: input.officer ?? undefined,
    outsideAudience: input.outsideAudience ?? undefined,
    protectEverywhere: input.protectEverywhere ?? undefined,
    receivedAt: input.receivedAt ?? undefined,
    records: input.records.map(sortRecord),
    reliability: input.reliability ?? undefined,
    reviewDate: input.reviewDate ?? undefined,
    timeZone: input.timeZone ?? undefined,
  };
  return hash('sha256', JSON.stringify(body));
}

function sortRecord({ kind, properties, ref }: RecordInput): Fields<RecordInput> {
  return { kind, properties: properties.map(sortProperty), ref };
}

function sortLink({ end, from, kind, properties, start, to }: LinkInput): Fields<LinkInput> {
  return {
    end: end ?? undefined,
    from,
    kind,
    properties: properties?.map(sortProperty),
    start: start ?? undefined,
    to,
  };
}

function sortProperty({ name, values }: PropertyInput): Fields<PropertyInput> {
  return { name, values };
}
