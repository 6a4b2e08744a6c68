import type { Moment } from './moment.ts';
import type { Origin } from './scope.ts';

export const reportKinds = [
  'TIP',
  'CYBERTIP',
  'FIELD_INTERVIEW',
  'ARREST',
  'HOTLINE',
  'JAIL_CALLS',
  'PHONE_RECORDS',
  'AD_CAPTURE',
  'HOTEL_REGISTRY',
  'PAYMENT_RECORDS',
  'PLATE_READS',
  'NGO_REFERRAL',
  'CASE_FILE',
  'OTHER',
] as const;
export type ReportKind = (typeof reportKinds)[number];
export const reliabilities = ['A', 'B', 'C', 'D', 'E', 'F'] as const;
export const credibilities = ['ONE', 'TWO', 'THREE', 'FOUR', 'FIVE', 'SIX'] as const;
export interface Grade {
  readonly reliability: (typeof reliabilities)[number];
  readonly credibility: (typeof credibilities)[number];
}

/** One cleaned value of a record. */
export interface PreparedValue {
  readonly value: string;
  readonly display: string;
  readonly isUnverified: boolean;
}

export interface PreparedProperty {
  readonly name: string;
  /** As people wrote it. */
  readonly given: readonly string[];
  readonly values: readonly PreparedValue[];
}

/**
 * A record, cleaned and keyed, ready to be stored: everything that needs the vocabulary, the secret or a
 * clock is decided before the store is asked, so that every store stores the same.
 */
export interface PreparedRecord {
  /** Place in the report, from 0; links name their ends by it. */
  readonly ordinal: number;
  readonly id: string;
  readonly kind: string;
  /** Strongest key with its kind (`PHONE +15045550142`); null: an entity of its own. */
  readonly key: string | null;
  /** All keys that answer `lookup`, the strongest among them. */
  readonly lookupKeys: readonly string[];
  /** Entity to make when no entity has the key yet. */
  readonly proposedEntityId: string;
  readonly properties: readonly PreparedProperty[];
  readonly caption: string | null;
  /** Folded words ([a-z0-9]+, distinct, sorted) of the search document. */
  readonly words: readonly string[];
  /** The record says the entity is shared by everybody (front desk, airport). */
  readonly isGeneric: boolean;
  /** PERSON only: the record itself says a minor (`minor: true`, lowest age under 18). */
  readonly isMinor: boolean;
  /** PERSON only: moment from which the person is certainly 18 by this record's birth date; null when it gives none. */
  readonly adultFrom: number | null;
}

export interface PreparedLink {
  readonly ordinal: number;
  readonly id: string;
  readonly kind: string;
  /** Ordinals of the records it joins. */
  readonly from: number;
  readonly to: number;
  readonly start: Moment | null;
  readonly end: Moment | null;
  /** `LinkTimes.end`. */
  readonly matchEnd: number | null;
  /** `LinkTimes.time`. */
  readonly time: number | null;
  readonly properties: readonly PreparedProperty[];
  /** INVOLVED_IN as victim or prospective victim: protects the person. */
  readonly isProtecting: boolean;
}

export interface PreparedReport {
  readonly id: string;
  readonly number: string;
  readonly origin: Origin;
  readonly kind: ReportKind;
  readonly externalNumbers: readonly string[];
  readonly occurredAt: Moment | null;
  /** Epoch milliseconds. */
  readonly receivedAt: number;
  readonly timeZone: string | null;
  readonly narrative: string | null;
  readonly grade: Grade | null;
  readonly lawfulBasis: string | null;
  readonly reviewDate: string | null;
  readonly officer: string | null;
  readonly contact: string | null;
  readonly cases: readonly string[];
  /** Key per agency and a hash of the body as it was sent. */
  readonly idempotency: { readonly key: string; readonly bodyHash: string } | null;
  readonly records: readonly PreparedRecord[];
  readonly links: readonly PreparedLink[];
}

/** Source D-F or information 4-6: drawn dotted when every report of a bundle is. */
export function isWeak(grade: Grade | null): boolean {
  return grade !== null && ('DEF'.includes(grade.reliability) || ['FOUR', 'FIVE', 'SIX'].includes(grade.credibility));
}
