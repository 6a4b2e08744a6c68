import type { Window } from '../../model/moment.ts';
import type { PreparedReport } from '../../model/prepared.ts';
import type { Scope } from '../../model/scope.ts';
import type { SearchPlan } from '../../model/searchPlan.ts';
import type {
  BundleView,
  Direction,
  Encounter,
  EntityView,
  LinkCountView,
  LinkView,
  Page,
  PageRequest,
  PointerView,
  Position,
  RecordView,
  ReportView,
} from '../../model/views.ts';

/**
 * The evidence: reports, their records and links, and the entities they make.
 *
 * Every read takes the viewer's scope first and answers only from what it may see, with protection applied
 * (docs: semantics). An id that is unknown and one that is out of scope answer the same. Ids of merged-away
 * entities answer as the entity they went into. Arrays keep the order of the ids asked for, unless said.
 * Limits are checked by the use-cases; a store may trust them. Errors are `LinchpinError`s.
 */
export interface GraphStore {
  // Writing: one at a time per report, all or nothing, durable when the promise resolves.

  /** Stores prepared reports in one transaction, in order. A known idempotency key of the agency with the same body hash answers `wasKnown`; with another, `CONFLICT` for that report alone. */
  addReports(reports: readonly PreparedReport[]): Promise<readonly AddOutcome[]>;
  /** Takes a report's records, links and everything derived from them away and leaves a tombstone (id, number, kind, agency, audience, outsideAudience, receivedAt: nothing of what it said). Null when the agency owns no such report. Retracting twice answers the same. */
  retractReport(retraction: Retraction): Promise<{ readonly reportId: string } | null>;
  /**
   * Moves records to an entity (of the same kind; made when new). An entity that thereby loses its last record
   * redirects to it; one that gains a record redirects no more. The same as if the records had always been there.
   * @throws LinchpinError NOT_FOUND for a record that is not there, INVALID for another kind.
   */
  recluster(recordIds: readonly string[], entityId: string): Promise<void>;
  /** What changed, in order, for what is derived from the store. Not scoped: never shown to a viewer. */
  changes(after: number, limit: number): Promise<readonly Change[]>;
  /** Sequence number of the newest change; 0 when there is none. */
  lastChange(): Promise<number>;

  // Reading: scope first.

  entities(scope: Scope, ids: readonly string[]): Promise<readonly (EntityView | null)[]>;
  /** Records of one entity, newest received report first, then id. Null entity: an empty page. */
  records(scope: Scope, entityId: string, page: PageRequest): Promise<Page<RecordView>>;
  /** Rows by (linkKind, entityKind, direction), sorted by those. [] for an id that is not visible. */
  linkCounts(scope: Scope, ids: readonly string[]): Promise<readonly (readonly LinkCountView[])[]>;
  /** Distinct entities linked to each, whatever the links: what a badge counts. 0 for an id that is not visible. */
  neighbourTotals(scope: Scope, ids: readonly string[]): Promise<readonly number[]>;
  /** Pointers of visible entities, sorted by agency, and whom to tell (sealed holders too). */
  pointers(scope: Scope, ids: readonly string[]): Promise<readonly PointerAnswer[]>;
  /** Who holds one of these keys: visible entities (protected people left out), newest last seen first, then id; pointers; whom to tell. */
  lookup(scope: Scope, keys: readonly string[]): Promise<LookupAnswer>;
  search(scope: Scope, query: SearchQuery): Promise<SearchAnswer>;
  expand(scope: Scope, query: ExpandQuery): Promise<ExpandAnswer>;
  /** Bundles between any two of the entities, ordered by bundle id. */
  linksAmong(scope: Scope, ids: readonly string[]): Promise<readonly BundleView[]>;
  /** Distinct neighbours of each, in the order of the ids, then by neighbour, without generic ones where asked: the step of a path search. Protected people may be passed through. */
  neighbours(scope: Scope, ids: readonly string[], filter: NeighbourFilter): Promise<readonly NeighbourRow[]>;
  bundles(scope: Scope, ids: readonly string[]): Promise<readonly (BundleView | null)[]>;
  /** Links of one bundle, newest time first, nulls last, then id. */
  evidence(scope: Scope, bundleId: string, page: PageRequest): Promise<Page<LinkView>>;
  /** Entities linked to at least `minimum` of the ids (which are left out), most of them first, then newest last seen of the bundles, then id. Protected people are left out on both sides. */
  commonNeighbours(
    scope: Scope,
    query: { readonly ids: readonly string[]; readonly minimum: number; readonly first: number },
  ): Promise<readonly CommonNeighbour[]>;
  reports(scope: Scope, filter: ReportFilter, page: PageRequest): Promise<Page<ReportView>>;
  /** By number. A retracted one answers as a tombstone, here and by `part`; no list has it. */
  reportsByNumber(scope: Scope, numbers: readonly string[]): Promise<readonly (ReportView | null)[]>;
  /** Records of a report in their order. */
  reportRecords(scope: Scope, number: string, page: PageRequest): Promise<Page<RecordView>>;
  /** Links of a report in their order, telling links of protected people left out. */
  reportLinks(scope: Scope, number: string, page: PageRequest): Promise<Page<LinkView>>;
  /** How many there are in all is not counted. */
  overlaps(scope: Scope, query: OverlapQuery): Promise<Pick<Page<OverlapView>, 'items' | 'hasNext'>>;
  /** Any report, record or link by its public id. */
  part(scope: Scope, id: string): Promise<PartView | null>;

  // Keeping.

  /** Recomputes what is derived and compares. For `doctor`. */
  verify(onProgress?: (done: number, of: number) => void): Promise<Verification>;
  close(): Promise<void>;
}

export type AddOutcome =
  | {
      readonly kind: 'added' | 'known';
      readonly number: string;
      readonly reportId: string;
      /** Entity of each record, by ordinal. */ readonly entityIds: readonly string[];
    }
  /** The idempotency key was used with another body. */
  | { readonly kind: 'conflict'; readonly number: string }
  /** Another report has this number: draw another and add again. */
  | { readonly kind: 'numberTaken'; readonly number: string };

export interface Retraction {
  readonly number: string;
  readonly agency: string;
  readonly reason: string;
  readonly by: string;
  /** Epoch milliseconds. */
  readonly at: number;
}

export interface Change {
  readonly seq: number;
  readonly kind: 'ADDED' | 'RETRACTED' | 'RECLUSTERED';
  /** Public ids of the entities that may answer otherwise now; [] when too many to name (over 1,000). */
  readonly entityIds: readonly string[];
  readonly reportNumber: string | null;
}

export interface PointerAnswer {
  readonly pointers: readonly PointerView[];
  readonly encounters: readonly Encounter[];
}

export interface LookupAnswer extends PointerAnswer {
  readonly entityIds: readonly string[];
}

export interface SearchQuery {
  readonly plan: SearchPlan;
  /** Null: all kinds. */
  readonly kinds: readonly string[] | null;
  /** Only what these agencies' visible records say; null: all. */
  readonly agencies: readonly string[] | null;
  readonly page: PageRequest;
}

export interface SearchAnswer {
  readonly hits: readonly { readonly entityId: string; readonly position: Position }[];
  readonly hasNext: boolean;
  readonly total: number;
  readonly isTotalExact: boolean;
  /** Hits by kind, most first, then kind. Not narrowed by `kinds`, so that another kind can be chosen. */
  readonly facets: readonly { readonly kind: string; readonly count: number }[];
  /** Only where nothing but typos matched: the typed word and the word of a visible hit that it may have meant. */
  readonly correction: { readonly typed: string; readonly meant: string } | null;
}

export type ExpandOrder = 'NEWEST' | 'STRONGEST' | 'CAPTION' | 'OTHER_AGENCIES';

export interface NeighbourFilter {
  readonly linkKinds: readonly string[] | null;
  readonly window: Window;
}

export interface ExpandQuery extends NeighbourFilter {
  readonly ids: readonly string[];
  readonly entityKinds: readonly string[] | null;
  readonly direction: Direction | null;
  readonly exclude: readonly string[];
  readonly order: ExpandOrder;
  readonly limit: number;
}

export interface ExpandAnswer {
  /** The page, in order. The ids asked for are never in it. */
  readonly entities: readonly EntityView[];
  /** Bundles that match the filters between the ids and the page; numbers are those of the whole bundle. By bundle id. */
  readonly bundles: readonly BundleView[];
  /** Distinct entities that match, those excluded among them. */
  readonly total: number;
  readonly isTotalExact: boolean;
  /** Those that match and are neither excluded nor on this page. */
  readonly remaining: number;
  /** Where a window is given: undated links that match the rest. */
  readonly undated: number;
}

export interface NeighbourRow {
  readonly from: string;
  readonly to: string;
  readonly toKind: string;
  readonly toIsGeneric: boolean;
  /** Greatest last seen of the matching bundles. */
  readonly lastSeen: number | null;
  readonly bundleIds: readonly string[];
}

export interface CommonNeighbour {
  readonly entityId: string;
  readonly of: readonly string[];
  readonly bundles: readonly BundleView[];
}

export interface ReportFilter {
  readonly agency: string | null;
  readonly kind: string | null;
  /** On occurredAt ?? receivedAt; newest first, then number. */
  readonly window: Window;
}

export interface OverlapQuery {
  /** All of these must hold it (seen or by pointer). */
  readonly agencies: readonly string[] | null;
  /** At least one agency of each list must hold it: agencies by jurisdiction asked for. */
  readonly agencyGroups: readonly (readonly string[])[];
  readonly kinds: readonly string[] | null;
  readonly since: number | null;
  readonly minimumAgencies: number;
  readonly order: 'STRENGTH' | 'NEWEST';
  /** Epoch milliseconds: strength decays from here. */
  readonly now: number;
  readonly page: PageRequest;
}

export interface OverlapView {
  readonly entityId: string;
  readonly agencies: readonly string[];
  readonly pointerAgencies: readonly string[];
  readonly reports: number;
  readonly lastSeen: number | null;
  readonly strength: number;
  readonly reasons: readonly string[];
  /** When the second visible agency's first report was received; null while only one is visible. */
  readonly sharedSince: number | null;
}

export type PartView =
  | { readonly part: 'report'; readonly report: ReportView }
  | { readonly part: 'record'; readonly record: RecordView }
  | { readonly part: 'link'; readonly link: LinkView };

export interface Verification {
  readonly checked: Readonly<Record<string, number>>;
  /** Each a sentence; [] when all is well. At most 100. */
  readonly problems: readonly string[];
}
