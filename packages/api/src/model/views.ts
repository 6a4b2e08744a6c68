import type { Moment } from './moment.ts';
import type { Grade, ReportKind } from './prepared.ts';
import type { OutsideAudience } from './scope.ts';

/** What a viewer gets to see. Everything here is already inside one scope, with protection applied. Times are epoch milliseconds. */

export interface ValueView {
  readonly value: string;
  readonly display: string;
  readonly isUnverified: boolean;
  readonly reportCount: number;
  /** Numbers of the reports that say so, newest received first, then number; at most 50. */
  readonly reports: readonly string[];
}

export interface PropertyView {
  readonly name: string;
  /** Most reports first, then newest received, then value. */
  readonly values: readonly ValueView[];
}

export interface EntityView {
  readonly id: string;
  readonly kind: string;
  readonly caption: string;
  readonly isProtected: boolean;
  readonly isGeneric: boolean;
  /** In the vocabulary's order of the kind; [] for a protected person. */
  readonly properties: readonly PropertyView[];
  readonly firstSeen: number | null;
  readonly lastSeen: number | null;
  /** Agencies of visible records, sorted. */
  readonly agencies: readonly string[];
  readonly recordCount: number;
}

export interface LinkCountView {
  readonly linkKind: string;
  readonly entityKind: string;
  readonly direction: Direction;
  readonly links: number;
  readonly neighbours: number;
}

export type Direction = 'OUT' | 'IN' | 'NONE';

/** An agency holds a record that the viewer may not read. No date, no count. */
export interface PointerView {
  readonly agency: string;
  readonly entityId: string;
  /** Contact that the agency gave with its record; null: the agency's own desk. */
  readonly contact: string | null;
}

/** Somebody met a record outside their sight: the holder is told. Never shown to who asked. */
export interface Encounter {
  readonly holder: string;
  readonly reportNumber: string;
  readonly entityId: string;
  readonly outsideAudience: OutsideAudience;
}

export interface RecordPropertyView {
  readonly name: string;
  readonly given: readonly string[];
  readonly values: readonly string[];
}

export interface RecordView {
  readonly id: string;
  readonly entityId: string;
  readonly reportNumber: string;
  readonly properties: readonly RecordPropertyView[];
}

export interface LinkView {
  readonly id: string;
  readonly kind: string;
  readonly from: string;
  readonly to: string;
  readonly start: Moment | null;
  readonly end: Moment | null;
  readonly time: number | null;
  readonly properties: readonly RecordPropertyView[];
  readonly reportNumber: string;
}

/** All visible links of one kind between two entities; symmetric kinds have their ends ordered by id. */
export interface BundleView {
  readonly id: string;
  readonly kind: string;
  readonly from: string;
  readonly to: string;
  readonly links: number;
  readonly reports: number;
  readonly firstSeen: number | null;
  readonly lastSeen: number | null;
  readonly agencies: readonly string[];
  /** Every report of it is weakly graded. */
  readonly isWeak: boolean;
}

export interface ReportView {
  readonly id: string;
  readonly number: string;
  readonly kind: ReportKind;
  readonly agency: string;
  readonly audience: string;
  readonly outsideAudience: OutsideAudience;
  readonly externalNumbers: readonly string[];
  readonly occurredAt: Moment | null;
  readonly receivedAt: number;
  readonly timeZone: string | null;
  readonly grade: Grade | null;
  /** Null when there is none, the report is retracted, or it speaks of a person protected from this viewer. */
  readonly narrative: string | null;
  readonly lawfulBasis: string | null;
  readonly reviewDate: string | null;
  readonly officer: string | null;
  readonly contact: string | null;
  readonly cases: readonly string[];
  readonly isRetracted: boolean;
}

/** Where a page stands in its order: opaque to callers, made and read by the store. */
export type Position = readonly (string | number | null)[];

export interface PageRequest {
  readonly first: number;
  readonly after: Position | null;
}

export interface Page<T> {
  readonly items: readonly { readonly item: T; readonly position: Position }[];
  readonly hasNext: boolean;
  readonly total: number;
}
