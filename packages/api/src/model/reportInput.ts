import type { Grade, ReportKind } from './prepared.ts';
import type { OutsideAudience } from './scope.ts';

/** A report as a system or an import hands it over: strings as people write them. GraphQL's SubmitReportInput has the same fields. */
export interface ReportInput {
  readonly agency?: string | null;
  readonly kind: ReportKind;
  readonly externalNumbers?: readonly string[] | null;
  readonly occurredAt?: string | null;
  readonly receivedAt?: string | null;
  /** IANA zone; needed where a time has no offset. */
  readonly timeZone?: string | null;
  /** ISO 3166-1 alpha-2: assumed for phones, plates and addresses that name none. Nothing is assumed without it. */
  readonly country?: string | null;
  /** Three-digit area code assumed for seven-digit phone numbers. */
  readonly areaCode?: string | null;
  readonly narrative?: string | null;
  readonly reliability?: Grade['reliability'] | null;
  readonly credibility?: Grade['credibility'] | null;
  readonly audience?: string | null;
  readonly outsideAudience?: OutsideAudience | null;
  readonly protectEverywhere?: boolean | null;
  readonly lawfulBasis?: string | null;
  readonly reviewDate?: string | null;
  readonly officer?: string | null;
  readonly contact?: string | null;
  readonly cases?: readonly string[] | null;
  readonly records: readonly RecordInput[];
  readonly links: readonly LinkInput[];
  readonly idempotencyKey?: string | null;
}

export interface PropertyInput {
  readonly name: string;
  readonly values: readonly string[];
}

export interface RecordInput {
  /** Name within this report by which links point at the record. */
  readonly ref: string;
  readonly kind: string;
  readonly properties: readonly PropertyInput[];
}

export interface LinkInput {
  readonly kind: string;
  readonly from: string;
  readonly to: string;
  readonly start?: string | null;
  readonly end?: string | null;
  readonly properties?: readonly PropertyInput[] | null;
}
