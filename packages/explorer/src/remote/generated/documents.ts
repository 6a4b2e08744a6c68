/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
/** Kinds of link that the vocabulary knows. */
export type LinkKind =
  /** uses; the other way: used by. */
  | 'USES'
  /** holds; the other way: held by. */
  | 'HOLDS'
  /** drove; the other way: driven by. */
  | 'DROVE'
  /** lives at; the other way: home of. */
  | 'RESIDES_AT'
  /** associated with; the other way: associated with. */
  | 'ASSOCIATED_WITH'
  /** guest of; the other way: guest. */
  | 'GUEST_OF'
  /** booked; the other way: booked by. */
  | 'BOOKED'
  /** paid for; the other way: paid with. */
  | 'PAID_FOR'
  /** present at; the other way: seen there. */
  | 'PRESENT_AT'
  /** at; the other way: place of. */
  | 'AT'
  /** paid from; the other way: paid. */
  | 'PAID_FROM'
  /** paid to; the other way: received. */
  | 'PAID_TO'
  /** advertises; the other way: advertised in. */
  | 'ADVERTISES'
  /** may depict; the other way: may be depicted in. */
  | 'DEPICTS'
  /** called; the other way: called by. */
  | 'CALLED'
  /** messaged; the other way: messaged by. */
  | 'MESSAGED'
  /** knows; the other way: knows. */
  | 'KNOWS'
  /** related to; the other way: related to. */
  | 'KIN'
  /** partner of; the other way: partner of. */
  | 'PARTNER'
  /** travelled with; the other way: travelled with. */
  | 'TRAVELLED_WITH'
  /** employs; the other way: employed by. */
  | 'EMPLOYS'
  /** recruited; the other way: recruited by. */
  | 'RECRUITED'
  /** controls; the other way: controlled by. */
  | 'CONTROLS'
  /** involved in; the other way: involves. */
  | 'INVOLVED_IN'
  /** took over from; the other way: taken over by. */
  | 'SUCCESSOR_OF'
  /** near-duplicate of; the other way: near-duplicate of. */
  | 'NEAR_DUPLICATE';

/** Kinds of entity that the vocabulary knows. */
export type EntityKind =
  /** Person */
  | 'PERSON'
  /** Organization */
  | 'ORGANIZATION'
  /** Phone */
  | 'PHONE'
  /** E-mail */
  | 'EMAIL'
  /** Online account */
  | 'ONLINE_ACCOUNT'
  /** Address */
  | 'ADDRESS'
  /** Vehicle */
  | 'VEHICLE'
  /** Lodging */
  | 'LODGING'
  /** Financial account */
  | 'FINANCIAL_ACCOUNT'
  /** Stay */
  | 'STAY'
  /** Payment */
  | 'PAYMENT'
  /** Ad */
  | 'AD'
  /** Image */
  | 'IMAGE'
  /** Sighting */
  | 'SIGHTING'
  /** Case */
  | 'CASE'
  /** Object */
  | 'OBJECT';

/** Direction of a link as seen from the entity asked about. Symmetric kinds have NONE. */
export type Direction =
  | 'OUT'
  | 'IN'
  | 'NONE';

/** How exactly a report gave a time. */
export type Precision =
  | 'YEAR'
  | 'MONTH'
  | 'DAY'
  | 'HOUR'
  | 'MINUTE'
  | 'SECOND';

/** What sort of submission a report is. */
export type ReportKind =
  | 'TIP'
  | 'CYBERTIP'
  | 'FIELD_INTERVIEW'
  | 'ARREST'
  | 'HOTLINE'
  | 'JAIL_CALLS'
  | 'PHONE_RECORDS'
  | 'AD_CAPTURE'
  | 'HOTEL_REGISTRY'
  | 'PAYMENT_RECORDS'
  | 'PLATE_READS'
  | 'NGO_REFERRAL'
  | 'CASE_FILE'
  | 'OTHER';

/** Reliability of the source (Admiralty): A completely reliable to E unreliable, F cannot be judged. */
export type Reliability =
  | 'A'
  | 'B'
  | 'C'
  | 'D'
  | 'E'
  | 'F';

/** Credibility of the information (Admiralty): ONE confirmed to FIVE improbable, SIX cannot be judged. */
export type Credibility =
  | 'ONE'
  | 'TWO'
  | 'THREE'
  | 'FOUR'
  | 'FIVE'
  | 'SIX';

/** POINTER: others learn that a record exists, who holds it and whom to call. SEALED: others learn nothing, and the holder learns that somebody met it. */
export type OutsideAudience =
  | 'POINTER'
  | 'SEALED';

/** What a viewer may do. What a viewer may see is decided by agency and groups. */
export type Role =
  | 'INVESTIGATOR'
  | 'SUPERVISOR'
  | 'INTAKE'
  | 'AUDITOR'
  | 'ADMIN'
  | 'PARTNER';

/** STRENGTH: strongest first. NEWEST: last seen first. */
export type OverlapOrder =
  | 'STRENGTH'
  | 'NEWEST';

/** NEWEST: last seen first. STRONGEST: most links, then most reports. CAPTION: by name. OTHER_AGENCIES: most agencies other than your own. Ties by id. */
export type ExpandOrder =
  | 'NEWEST'
  | 'STRONGEST'
  | 'CAPTION'
  | 'OTHER_AGENCIES';

type EntityCard_J8yI3u32VQxPqjsweslgwlcYfQv65SkLxYdI7IcvE_Fragment = { readonly id: string, readonly kind: EntityKind, readonly caption: string, readonly isProtected: boolean, readonly isGeneric: boolean, readonly firstSeen: string | null, readonly lastSeen: string | null, readonly recordCount: number, readonly neighbourTotal: number, readonly agencies: ReadonlyArray<{ readonly id: string, readonly name: string }>, readonly linkCounts: ReadonlyArray<{ readonly linkKind: LinkKind, readonly entityKind: EntityKind, readonly direction: Direction, readonly links: number, readonly neighbours: number }> };

type EntityCard_FinancialAccount_Fragment = { readonly id: string, readonly kind: EntityKind, readonly caption: string, readonly isProtected: boolean, readonly isGeneric: boolean, readonly firstSeen: string | null, readonly lastSeen: string | null, readonly recordCount: number, readonly neighbourTotal: number, readonly scheme: ReadonlyArray<{ readonly value: string }>, readonly agencies: ReadonlyArray<{ readonly id: string, readonly name: string }>, readonly linkCounts: ReadonlyArray<{ readonly linkKind: LinkKind, readonly entityKind: EntityKind, readonly direction: Direction, readonly links: number, readonly neighbours: number }> };

export type EntityCardFragment =
  | EntityCard_J8yI3u32VQxPqjsweslgwlcYfQv65SkLxYdI7IcvE_Fragment
  | EntityCard_FinancialAccount_Fragment
;

export type BundleCardFragment = { readonly id: string, readonly kind: LinkKind, readonly label: string, readonly from: string, readonly to: string, readonly isInferred: boolean, readonly isWeak: boolean, readonly links: number, readonly reports: number, readonly firstSeen: string | null, readonly lastSeen: string | null, readonly agencies: ReadonlyArray<{ readonly id: string, readonly name: string }> };

export type ReportCardFragment = { readonly id: string, readonly number: string, readonly kind: ReportKind, readonly externalNumbers: ReadonlyArray<string>, readonly occurredAt: string | null, readonly occurredAtPrecision: Precision | null, readonly timeZone: string | null, readonly receivedAt: string, readonly isRetracted: boolean, readonly agency: { readonly id: string, readonly name: string }, readonly grade: { readonly reliability: Reliability, readonly credibility: Credibility } | null };

export type EntityCardsQueryVariables = Exact<{
  ids: ReadonlyArray<string> | string;
}>;


export type EntityCardsQuery = { readonly entities: ReadonlyArray<
    | { readonly id: string, readonly kind: EntityKind, readonly caption: string, readonly isProtected: boolean, readonly isGeneric: boolean, readonly firstSeen: string | null, readonly lastSeen: string | null, readonly recordCount: number, readonly neighbourTotal: number, readonly agencies: ReadonlyArray<{ readonly id: string, readonly name: string }>, readonly linkCounts: ReadonlyArray<{ readonly linkKind: LinkKind, readonly entityKind: EntityKind, readonly direction: Direction, readonly links: number, readonly neighbours: number }> }
    | { readonly id: string, readonly kind: EntityKind, readonly caption: string, readonly isProtected: boolean, readonly isGeneric: boolean, readonly firstSeen: string | null, readonly lastSeen: string | null, readonly recordCount: number, readonly neighbourTotal: number, readonly scheme: ReadonlyArray<{ readonly value: string }>, readonly agencies: ReadonlyArray<{ readonly id: string, readonly name: string }>, readonly linkCounts: ReadonlyArray<{ readonly linkKind: LinkKind, readonly entityKind: EntityKind, readonly direction: Direction, readonly links: number, readonly neighbours: number }> }
   | null> | null };

export type EntityDetailsQueryVariables = Exact<{
  id: string;
}>;


export type EntityDetailsQuery = { readonly entity:
    | { readonly id: string, readonly kind: EntityKind, readonly caption: string, readonly isProtected: boolean, readonly isGeneric: boolean, readonly firstSeen: string | null, readonly lastSeen: string | null, readonly recordCount: number, readonly neighbourTotal: number, readonly jurisdictions: ReadonlyArray<{ readonly id: string, readonly name: string }>, readonly pointers: ReadonlyArray<{ readonly contact: string, readonly reference: string, readonly agency: { readonly id: string, readonly name: string } }>, readonly properties: ReadonlyArray<{ readonly name: string, readonly label: string, readonly values: ReadonlyArray<{ readonly value: string, readonly display: string, readonly isUnverified: boolean, readonly reportCount: number, readonly reports: ReadonlyArray<{ readonly id: string, readonly number: string, readonly isRetracted: boolean, readonly agency: { readonly id: string }, readonly grade: { readonly reliability: Reliability, readonly credibility: Credibility } | null }> }> }>, readonly agencies: ReadonlyArray<{ readonly id: string, readonly name: string }>, readonly linkCounts: ReadonlyArray<{ readonly linkKind: LinkKind, readonly entityKind: EntityKind, readonly direction: Direction, readonly links: number, readonly neighbours: number }> }
    | { readonly id: string, readonly kind: EntityKind, readonly caption: string, readonly isProtected: boolean, readonly isGeneric: boolean, readonly firstSeen: string | null, readonly lastSeen: string | null, readonly recordCount: number, readonly neighbourTotal: number, readonly jurisdictions: ReadonlyArray<{ readonly id: string, readonly name: string }>, readonly pointers: ReadonlyArray<{ readonly contact: string, readonly reference: string, readonly agency: { readonly id: string, readonly name: string } }>, readonly properties: ReadonlyArray<{ readonly name: string, readonly label: string, readonly values: ReadonlyArray<{ readonly value: string, readonly display: string, readonly isUnverified: boolean, readonly reportCount: number, readonly reports: ReadonlyArray<{ readonly id: string, readonly number: string, readonly isRetracted: boolean, readonly agency: { readonly id: string }, readonly grade: { readonly reliability: Reliability, readonly credibility: Credibility } | null }> }> }>, readonly scheme: ReadonlyArray<{ readonly value: string }>, readonly agencies: ReadonlyArray<{ readonly id: string, readonly name: string }>, readonly linkCounts: ReadonlyArray<{ readonly linkKind: LinkKind, readonly entityKind: EntityKind, readonly direction: Direction, readonly links: number, readonly neighbours: number }> }
   | null };

export type EntityReportsQueryVariables = Exact<{
  id: string;
  first: number;
  after?: string | null | undefined;
}>;


export type EntityReportsQuery = { readonly entity: { readonly id: string, readonly records: { readonly totalCount: number, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null }, readonly edges: ReadonlyArray<{ readonly cursor: string, readonly node: { readonly id: string, readonly report: { readonly id: string, readonly number: string, readonly kind: ReportKind, readonly externalNumbers: ReadonlyArray<string>, readonly occurredAt: string | null, readonly occurredAtPrecision: Precision | null, readonly timeZone: string | null, readonly receivedAt: string, readonly isRetracted: boolean, readonly agency: { readonly id: string, readonly name: string }, readonly grade: { readonly reliability: Reliability, readonly credibility: Credibility } | null } } }> } } | null };

export type LinksAmongQueryVariables = Exact<{
  ids: ReadonlyArray<string> | string;
}>;


export type LinksAmongQuery = { readonly linksAmong: ReadonlyArray<{ readonly id: string, readonly kind: LinkKind, readonly label: string, readonly from: string, readonly to: string, readonly isInferred: boolean, readonly isWeak: boolean, readonly links: number, readonly reports: number, readonly firstSeen: string | null, readonly lastSeen: string | null, readonly agencies: ReadonlyArray<{ readonly id: string, readonly name: string }> }> | null };

export type BundleEvidenceQueryVariables = Exact<{
  id: string;
  first: number;
  after?: string | null | undefined;
}>;


export type BundleEvidenceQuery = { readonly bundle: { readonly id: string, readonly kind: LinkKind, readonly label: string, readonly from: string, readonly to: string, readonly isInferred: boolean, readonly isWeak: boolean, readonly links: number, readonly reports: number, readonly firstSeen: string | null, readonly lastSeen: string | null, readonly fromEntity:
      | { readonly id: string, readonly kind: EntityKind, readonly caption: string, readonly isProtected: boolean, readonly isGeneric: boolean, readonly firstSeen: string | null, readonly lastSeen: string | null, readonly recordCount: number, readonly neighbourTotal: number, readonly agencies: ReadonlyArray<{ readonly id: string, readonly name: string }>, readonly linkCounts: ReadonlyArray<{ readonly linkKind: LinkKind, readonly entityKind: EntityKind, readonly direction: Direction, readonly links: number, readonly neighbours: number }> }
      | { readonly id: string, readonly kind: EntityKind, readonly caption: string, readonly isProtected: boolean, readonly isGeneric: boolean, readonly firstSeen: string | null, readonly lastSeen: string | null, readonly recordCount: number, readonly neighbourTotal: number, readonly scheme: ReadonlyArray<{ readonly value: string }>, readonly agencies: ReadonlyArray<{ readonly id: string, readonly name: string }>, readonly linkCounts: ReadonlyArray<{ readonly linkKind: LinkKind, readonly entityKind: EntityKind, readonly direction: Direction, readonly links: number, readonly neighbours: number }> }
     | null, readonly toEntity:
      | { readonly id: string, readonly kind: EntityKind, readonly caption: string, readonly isProtected: boolean, readonly isGeneric: boolean, readonly firstSeen: string | null, readonly lastSeen: string | null, readonly recordCount: number, readonly neighbourTotal: number, readonly agencies: ReadonlyArray<{ readonly id: string, readonly name: string }>, readonly linkCounts: ReadonlyArray<{ readonly linkKind: LinkKind, readonly entityKind: EntityKind, readonly direction: Direction, readonly links: number, readonly neighbours: number }> }
      | { readonly id: string, readonly kind: EntityKind, readonly caption: string, readonly isProtected: boolean, readonly isGeneric: boolean, readonly firstSeen: string | null, readonly lastSeen: string | null, readonly recordCount: number, readonly neighbourTotal: number, readonly scheme: ReadonlyArray<{ readonly value: string }>, readonly agencies: ReadonlyArray<{ readonly id: string, readonly name: string }>, readonly linkCounts: ReadonlyArray<{ readonly linkKind: LinkKind, readonly entityKind: EntityKind, readonly direction: Direction, readonly links: number, readonly neighbours: number }> }
     | null, readonly evidence: { readonly totalCount: number, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null }, readonly edges: ReadonlyArray<{ readonly cursor: string, readonly node: { readonly id: string, readonly start: string | null, readonly startPrecision: Precision | null, readonly end: string | null, readonly endPrecision: Precision | null, readonly timeZone: string | null, readonly properties: ReadonlyArray<{ readonly name: string, readonly given: ReadonlyArray<string>, readonly values: ReadonlyArray<string> }>, readonly report: { readonly id: string, readonly number: string, readonly kind: ReportKind, readonly externalNumbers: ReadonlyArray<string>, readonly occurredAt: string | null, readonly occurredAtPrecision: Precision | null, readonly timeZone: string | null, readonly receivedAt: string, readonly isRetracted: boolean, readonly agency: { readonly id: string, readonly name: string }, readonly grade: { readonly reliability: Reliability, readonly credibility: Credibility } | null } } }> }, readonly agencies: ReadonlyArray<{ readonly id: string, readonly name: string }> } | null };

export type ExpandQueryVariables = Exact<{
  ids: ReadonlyArray<string> | string;
  linkKinds?: ReadonlyArray<LinkKind> | LinkKind | null | undefined;
  entityKinds?: ReadonlyArray<EntityKind> | EntityKind | null | undefined;
  direction?: Direction | null | undefined;
  since?: string | null | undefined;
  until?: string | null | undefined;
  exclude?: ReadonlyArray<string> | string | null | undefined;
  order?: ExpandOrder | null | undefined;
  limit?: number | null | undefined;
}>;


export type ExpandQuery = { readonly expand: { readonly total: number, readonly isTotalExact: boolean, readonly remaining: number, readonly undated: number, readonly isLimitReached: boolean, readonly entities: ReadonlyArray<
      | { readonly id: string, readonly kind: EntityKind, readonly caption: string, readonly isProtected: boolean, readonly isGeneric: boolean, readonly firstSeen: string | null, readonly lastSeen: string | null, readonly recordCount: number, readonly neighbourTotal: number, readonly agencies: ReadonlyArray<{ readonly id: string, readonly name: string }>, readonly linkCounts: ReadonlyArray<{ readonly linkKind: LinkKind, readonly entityKind: EntityKind, readonly direction: Direction, readonly links: number, readonly neighbours: number }> }
      | { readonly id: string, readonly kind: EntityKind, readonly caption: string, readonly isProtected: boolean, readonly isGeneric: boolean, readonly firstSeen: string | null, readonly lastSeen: string | null, readonly recordCount: number, readonly neighbourTotal: number, readonly scheme: ReadonlyArray<{ readonly value: string }>, readonly agencies: ReadonlyArray<{ readonly id: string, readonly name: string }>, readonly linkCounts: ReadonlyArray<{ readonly linkKind: LinkKind, readonly entityKind: EntityKind, readonly direction: Direction, readonly links: number, readonly neighbours: number }> }
    >, readonly bundles: ReadonlyArray<{ readonly id: string, readonly kind: LinkKind, readonly label: string, readonly from: string, readonly to: string, readonly isInferred: boolean, readonly isWeak: boolean, readonly links: number, readonly reports: number, readonly firstSeen: string | null, readonly lastSeen: string | null, readonly agencies: ReadonlyArray<{ readonly id: string, readonly name: string }> }> } | null };

export type PathsQueryVariables = Exact<{
  from: string;
  to: string;
  maxHops?: number | null | undefined;
  count?: number | null | undefined;
  throughGeneric?: boolean | null | undefined;
  since?: string | null | undefined;
  until?: string | null | undefined;
}>;


export type PathsQuery = { readonly paths: { readonly isLimitReached: boolean, readonly skippedGeneric: ReadonlyArray<{ readonly id: string, readonly caption: string, readonly kind: EntityKind }>, readonly paths: ReadonlyArray<{ readonly length: number, readonly entities: ReadonlyArray<
        | { readonly id: string, readonly kind: EntityKind, readonly caption: string, readonly isProtected: boolean, readonly isGeneric: boolean, readonly firstSeen: string | null, readonly lastSeen: string | null, readonly recordCount: number, readonly neighbourTotal: number, readonly agencies: ReadonlyArray<{ readonly id: string, readonly name: string }>, readonly linkCounts: ReadonlyArray<{ readonly linkKind: LinkKind, readonly entityKind: EntityKind, readonly direction: Direction, readonly links: number, readonly neighbours: number }> }
        | { readonly id: string, readonly kind: EntityKind, readonly caption: string, readonly isProtected: boolean, readonly isGeneric: boolean, readonly firstSeen: string | null, readonly lastSeen: string | null, readonly recordCount: number, readonly neighbourTotal: number, readonly scheme: ReadonlyArray<{ readonly value: string }>, readonly agencies: ReadonlyArray<{ readonly id: string, readonly name: string }>, readonly linkCounts: ReadonlyArray<{ readonly linkKind: LinkKind, readonly entityKind: EntityKind, readonly direction: Direction, readonly links: number, readonly neighbours: number }> }
      >, readonly bundles: ReadonlyArray<{ readonly id: string, readonly kind: LinkKind, readonly label: string, readonly from: string, readonly to: string, readonly isInferred: boolean, readonly isWeak: boolean, readonly links: number, readonly reports: number, readonly firstSeen: string | null, readonly lastSeen: string | null, readonly agencies: ReadonlyArray<{ readonly id: string, readonly name: string }> }> }> } | null };

export type ReportQueryVariables = Exact<{
  number: string;
  first: number;
  recordsAfter?: string | null | undefined;
  linksAfter?: string | null | undefined;
}>;


export type ReportQuery = { readonly report: { readonly narrative: string | null, readonly audience: string, readonly outsideAudience: OutsideAudience, readonly lawfulBasis: string | null, readonly reviewDate: string | null, readonly officer: string | null, readonly contact: string | null, readonly cases: ReadonlyArray<string>, readonly id: string, readonly number: string, readonly kind: ReportKind, readonly externalNumbers: ReadonlyArray<string>, readonly occurredAt: string | null, readonly occurredAtPrecision: Precision | null, readonly timeZone: string | null, readonly receivedAt: string, readonly isRetracted: boolean, readonly records: { readonly totalCount: number, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null }, readonly edges: ReadonlyArray<{ readonly cursor: string, readonly node: { readonly id: string, readonly entity:
            | { readonly id: string, readonly kind: EntityKind, readonly caption: string, readonly isProtected: boolean, readonly isGeneric: boolean, readonly firstSeen: string | null, readonly lastSeen: string | null, readonly recordCount: number, readonly neighbourTotal: number, readonly agencies: ReadonlyArray<{ readonly id: string, readonly name: string }>, readonly linkCounts: ReadonlyArray<{ readonly linkKind: LinkKind, readonly entityKind: EntityKind, readonly direction: Direction, readonly links: number, readonly neighbours: number }> }
            | { readonly id: string, readonly kind: EntityKind, readonly caption: string, readonly isProtected: boolean, readonly isGeneric: boolean, readonly firstSeen: string | null, readonly lastSeen: string | null, readonly recordCount: number, readonly neighbourTotal: number, readonly scheme: ReadonlyArray<{ readonly value: string }>, readonly agencies: ReadonlyArray<{ readonly id: string, readonly name: string }>, readonly linkCounts: ReadonlyArray<{ readonly linkKind: LinkKind, readonly entityKind: EntityKind, readonly direction: Direction, readonly links: number, readonly neighbours: number }> }
           | null, readonly properties: ReadonlyArray<{ readonly name: string, readonly given: ReadonlyArray<string>, readonly values: ReadonlyArray<string> }> } }> }, readonly links: { readonly totalCount: number, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null }, readonly edges: ReadonlyArray<{ readonly cursor: string, readonly node: { readonly id: string, readonly kind: LinkKind, readonly start: string | null, readonly startPrecision: Precision | null, readonly end: string | null, readonly endPrecision: Precision | null, readonly timeZone: string | null, readonly from: string, readonly to: string, readonly fromEntity: { readonly id: string, readonly kind: EntityKind, readonly caption: string, readonly isProtected: boolean, readonly isGeneric: boolean } | null, readonly toEntity: { readonly id: string, readonly kind: EntityKind, readonly caption: string, readonly isProtected: boolean, readonly isGeneric: boolean } | null } }> }, readonly agency: { readonly id: string, readonly name: string }, readonly grade: { readonly reliability: Reliability, readonly credibility: Credibility } | null } | null };

export type ReportsQueryVariables = Exact<{
  agency?: string | null | undefined;
  kind?: ReportKind | null | undefined;
  since?: string | null | undefined;
  until?: string | null | undefined;
  first: number;
  after?: string | null | undefined;
}>;


export type ReportsQuery = { readonly reports: { readonly totalCount: number, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null }, readonly edges: ReadonlyArray<{ readonly cursor: string, readonly node: { readonly id: string, readonly number: string, readonly kind: ReportKind, readonly externalNumbers: ReadonlyArray<string>, readonly occurredAt: string | null, readonly occurredAtPrecision: Precision | null, readonly timeZone: string | null, readonly receivedAt: string, readonly isRetracted: boolean, readonly agency: { readonly id: string, readonly name: string }, readonly grade: { readonly reliability: Reliability, readonly credibility: Credibility } | null } }> } | null };

export type OverlapsQueryVariables = Exact<{
  agencies?: ReadonlyArray<string> | string | null | undefined;
  kinds?: ReadonlyArray<EntityKind> | EntityKind | null | undefined;
  since?: string | null | undefined;
  minimumAgencies?: number | null | undefined;
  order?: OverlapOrder | null | undefined;
  first: number;
  after?: string | null | undefined;
}>;


export type OverlapsQuery = { readonly overlaps: { readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null }, readonly edges: ReadonlyArray<{ readonly cursor: string, readonly node: { readonly reports: number, readonly lastSeen: string | null, readonly strength: number, readonly reasons: ReadonlyArray<string>, readonly isNew: boolean, readonly entity:
          | { readonly id: string, readonly kind: EntityKind, readonly caption: string, readonly isProtected: boolean, readonly isGeneric: boolean, readonly firstSeen: string | null, readonly lastSeen: string | null, readonly recordCount: number, readonly neighbourTotal: number, readonly agencies: ReadonlyArray<{ readonly id: string, readonly name: string }>, readonly linkCounts: ReadonlyArray<{ readonly linkKind: LinkKind, readonly entityKind: EntityKind, readonly direction: Direction, readonly links: number, readonly neighbours: number }> }
          | { readonly id: string, readonly kind: EntityKind, readonly caption: string, readonly isProtected: boolean, readonly isGeneric: boolean, readonly firstSeen: string | null, readonly lastSeen: string | null, readonly recordCount: number, readonly neighbourTotal: number, readonly scheme: ReadonlyArray<{ readonly value: string }>, readonly agencies: ReadonlyArray<{ readonly id: string, readonly name: string }>, readonly linkCounts: ReadonlyArray<{ readonly linkKind: LinkKind, readonly entityKind: EntityKind, readonly direction: Direction, readonly links: number, readonly neighbours: number }> }
        , readonly agencies: ReadonlyArray<{ readonly id: string, readonly name: string }>, readonly pointerAgencies: ReadonlyArray<{ readonly id: string, readonly name: string }>, readonly jurisdictions: ReadonlyArray<{ readonly id: string, readonly name: string }> } }> } | null };

export type SearchQueryVariables = Exact<{
  text: string;
  kinds?: ReadonlyArray<EntityKind> | EntityKind | null | undefined;
  agencies?: ReadonlyArray<string> | string | null | undefined;
  first: number;
  after?: string | null | undefined;
}>;


export type SearchQuery = { readonly search: { readonly totalCount: number, readonly isTotalExact: boolean, readonly didYouMean: string | null, readonly facets: ReadonlyArray<{ readonly kind: EntityKind, readonly count: number }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null }, readonly edges: ReadonlyArray<{ readonly cursor: string, readonly matched: ReadonlyArray<string>, readonly node:
        | { readonly id: string, readonly kind: EntityKind, readonly caption: string, readonly isProtected: boolean, readonly isGeneric: boolean, readonly firstSeen: string | null, readonly lastSeen: string | null, readonly recordCount: number, readonly neighbourTotal: number, readonly agencies: ReadonlyArray<{ readonly id: string, readonly name: string }>, readonly linkCounts: ReadonlyArray<{ readonly linkKind: LinkKind, readonly entityKind: EntityKind, readonly direction: Direction, readonly links: number, readonly neighbours: number }> }
        | { readonly id: string, readonly kind: EntityKind, readonly caption: string, readonly isProtected: boolean, readonly isGeneric: boolean, readonly firstSeen: string | null, readonly lastSeen: string | null, readonly recordCount: number, readonly neighbourTotal: number, readonly scheme: ReadonlyArray<{ readonly value: string }>, readonly agencies: ReadonlyArray<{ readonly id: string, readonly name: string }>, readonly linkCounts: ReadonlyArray<{ readonly linkKind: LinkKind, readonly entityKind: EntityKind, readonly direction: Direction, readonly links: number, readonly neighbours: number }> }
       }> } | null };

export type LookupQueryVariables = Exact<{
  kind: EntityKind;
  value: string;
}>;


export type LookupQuery = { readonly lookup: { readonly entities: ReadonlyArray<
      | { readonly id: string, readonly kind: EntityKind, readonly caption: string, readonly isProtected: boolean, readonly isGeneric: boolean, readonly firstSeen: string | null, readonly lastSeen: string | null, readonly recordCount: number, readonly neighbourTotal: number, readonly agencies: ReadonlyArray<{ readonly id: string, readonly name: string }>, readonly linkCounts: ReadonlyArray<{ readonly linkKind: LinkKind, readonly entityKind: EntityKind, readonly direction: Direction, readonly links: number, readonly neighbours: number }> }
      | { readonly id: string, readonly kind: EntityKind, readonly caption: string, readonly isProtected: boolean, readonly isGeneric: boolean, readonly firstSeen: string | null, readonly lastSeen: string | null, readonly recordCount: number, readonly neighbourTotal: number, readonly scheme: ReadonlyArray<{ readonly value: string }>, readonly agencies: ReadonlyArray<{ readonly id: string, readonly name: string }>, readonly linkCounts: ReadonlyArray<{ readonly linkKind: LinkKind, readonly entityKind: EntityKind, readonly direction: Direction, readonly links: number, readonly neighbours: number }> }
    >, readonly pointers: ReadonlyArray<{ readonly contact: string, readonly reference: string, readonly agency: { readonly id: string, readonly name: string } }> } | null };

export type ViewerQueryVariables = Exact<{ [key: string]: never; }>;


export type ViewerQuery = { readonly viewer: { readonly id: string, readonly name: string, readonly role: Role, readonly permissions: ReadonlyArray<string>, readonly agency: { readonly id: string, readonly name: string }, readonly groups: ReadonlyArray<{ readonly id: string, readonly name: string, readonly agencies: ReadonlyArray<{ readonly id: string, readonly name: string }> }> } | null };

export type VocabularyQueryVariables = Exact<{ [key: string]: never; }>;


export type VocabularyQuery = { readonly vocabulary: { readonly entityKinds: ReadonlyArray<{ readonly kind: EntityKind, readonly label: string, readonly plural: string, readonly family: string, readonly layer: string, readonly icon: string, readonly properties: ReadonlyArray<{ readonly name: string, readonly label: string, readonly type: string, readonly isIdentifier: boolean }> }>, readonly linkKinds: ReadonlyArray<{ readonly kind: LinkKind, readonly label: string, readonly reverseLabel: string, readonly isSymmetric: boolean, readonly isInferred: boolean, readonly hasArrow: boolean, readonly from: ReadonlyArray<EntityKind>, readonly to: ReadonlyArray<EntityKind>, readonly properties: ReadonlyArray<{ readonly name: string, readonly label: string, readonly type: string }> }> } | null };

export class TypedDocumentString<TResult, TVariables>
  extends String
  implements DocumentTypeDecoration<TResult, TVariables>
{
  __apiType?: NonNullable<DocumentTypeDecoration<TResult, TVariables>['__apiType']>;
  private value: string;
  public __meta__?: Record<string, any> | undefined;

  constructor(value: string, __meta__?: Record<string, any> | undefined) {
    super(value);
    this.value = value;
    this.__meta__ = __meta__;
  }

  override toString(): string & DocumentTypeDecoration<TResult, TVariables> {
    return this.value;
  }
}
export const EntityCardFragmentDoc = new TypedDocumentString(`
    fragment EntityCard on Entity {
  id
  kind
  caption
  isProtected
  isGeneric
  firstSeen
  lastSeen
  agencies {
    id
    name
  }
  recordCount
  neighbourTotal
  ... on FinancialAccount {
    scheme {
      value
    }
  }
  linkCounts {
    linkKind
    entityKind
    direction
    links
    neighbours
  }
}
    `, {"fragmentName":"EntityCard"}) as unknown as TypedDocumentString<EntityCardFragment, unknown>;
export const BundleCardFragmentDoc = new TypedDocumentString(`
    fragment BundleCard on LinkBundle {
  id
  kind
  label
  from
  to
  isInferred
  isWeak
  links
  reports
  firstSeen
  lastSeen
  agencies {
    id
    name
  }
}
    `, {"fragmentName":"BundleCard"}) as unknown as TypedDocumentString<BundleCardFragment, unknown>;
export const ReportCardFragmentDoc = new TypedDocumentString(`
    fragment ReportCard on Report {
  id
  number
  kind
  agency {
    id
    name
  }
  externalNumbers
  occurredAt
  occurredAtPrecision
  timeZone
  receivedAt
  isRetracted
  grade {
    reliability
    credibility
  }
}
    `, {"fragmentName":"ReportCard"}) as unknown as TypedDocumentString<ReportCardFragment, unknown>;
export const EntityCardsDocument = new TypedDocumentString(`
    query EntityCards($ids: [ID!]!) {
  entities(ids: $ids) {
    ...EntityCard
  }
}
    fragment EntityCard on Entity {
  id
  kind
  caption
  isProtected
  isGeneric
  firstSeen
  lastSeen
  agencies {
    id
    name
  }
  recordCount
  neighbourTotal
  ... on FinancialAccount {
    scheme {
      value
    }
  }
  linkCounts {
    linkKind
    entityKind
    direction
    links
    neighbours
  }
}`, {"id":"sha256:e919751aac89242e70efaf34ab37fc003cfe66704d4bf34f54bba47590356414","operation":"EntityCards"}) as unknown as TypedDocumentString<EntityCardsQuery, EntityCardsQueryVariables>;
export const EntityDetailsDocument = new TypedDocumentString(`
    query EntityDetails($id: ID!) {
  entity(id: $id) {
    ...EntityCard
    jurisdictions {
      id
      name
    }
    pointers {
      agency {
        id
        name
      }
      contact
      reference
    }
    properties {
      name
      label
      values {
        value
        display
        isUnverified
        reportCount
        reports(first: 3) {
          id
          number
          isRetracted
          agency {
            id
          }
          grade {
            reliability
            credibility
          }
        }
      }
    }
  }
}
    fragment EntityCard on Entity {
  id
  kind
  caption
  isProtected
  isGeneric
  firstSeen
  lastSeen
  agencies {
    id
    name
  }
  recordCount
  neighbourTotal
  ... on FinancialAccount {
    scheme {
      value
    }
  }
  linkCounts {
    linkKind
    entityKind
    direction
    links
    neighbours
  }
}`, {"id":"sha256:e44492e064919f4206af8576599dd05237f50979fe48a2c933751998ea4da934","operation":"EntityDetails"}) as unknown as TypedDocumentString<EntityDetailsQuery, EntityDetailsQueryVariables>;
export const EntityReportsDocument = new TypedDocumentString(`
    query EntityReports($id: ID!, $first: Int!, $after: String) {
  entity(id: $id) {
    id
    records(first: $first, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        cursor
        node {
          id
          report {
            ...ReportCard
          }
        }
      }
    }
  }
}
    fragment ReportCard on Report {
  id
  number
  kind
  agency {
    id
    name
  }
  externalNumbers
  occurredAt
  occurredAtPrecision
  timeZone
  receivedAt
  isRetracted
  grade {
    reliability
    credibility
  }
}`, {"id":"sha256:652776b567e752ef4ae9c3e7417d074ee060ca447cf2c41fde7576fc73f3a52b","operation":"EntityReports"}) as unknown as TypedDocumentString<EntityReportsQuery, EntityReportsQueryVariables>;
export const LinksAmongDocument = new TypedDocumentString(`
    query LinksAmong($ids: [ID!]!) {
  linksAmong(ids: $ids) {
    ...BundleCard
  }
}
    fragment BundleCard on LinkBundle {
  id
  kind
  label
  from
  to
  isInferred
  isWeak
  links
  reports
  firstSeen
  lastSeen
  agencies {
    id
    name
  }
}`, {"id":"sha256:c1def0d360a811ce47a2e03c344c014a59999ce0b504fc9ac887afea38af5469","operation":"LinksAmong"}) as unknown as TypedDocumentString<LinksAmongQuery, LinksAmongQueryVariables>;
export const BundleEvidenceDocument = new TypedDocumentString(`
    query BundleEvidence($id: ID!, $first: Int!, $after: String) {
  bundle(id: $id) {
    ...BundleCard
    fromEntity {
      ...EntityCard
    }
    toEntity {
      ...EntityCard
    }
    evidence(first: $first, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        cursor
        node {
          id
          start
          startPrecision
          end
          endPrecision
          timeZone
          properties {
            name
            given
            values
          }
          report {
            ...ReportCard
          }
        }
      }
    }
  }
}
    fragment EntityCard on Entity {
  id
  kind
  caption
  isProtected
  isGeneric
  firstSeen
  lastSeen
  agencies {
    id
    name
  }
  recordCount
  neighbourTotal
  ... on FinancialAccount {
    scheme {
      value
    }
  }
  linkCounts {
    linkKind
    entityKind
    direction
    links
    neighbours
  }
}
fragment BundleCard on LinkBundle {
  id
  kind
  label
  from
  to
  isInferred
  isWeak
  links
  reports
  firstSeen
  lastSeen
  agencies {
    id
    name
  }
}
fragment ReportCard on Report {
  id
  number
  kind
  agency {
    id
    name
  }
  externalNumbers
  occurredAt
  occurredAtPrecision
  timeZone
  receivedAt
  isRetracted
  grade {
    reliability
    credibility
  }
}`, {"id":"sha256:7596cd51a0dde4976622f98d96926a148913a558c763911f8f5375dc01568ae5","operation":"BundleEvidence"}) as unknown as TypedDocumentString<BundleEvidenceQuery, BundleEvidenceQueryVariables>;
export const ExpandDocument = new TypedDocumentString(`
    query Expand($ids: [ID!]!, $linkKinds: [LinkKind!], $entityKinds: [EntityKind!], $direction: Direction, $since: DateTime, $until: DateTime, $exclude: [ID!], $order: ExpandOrder, $limit: Int) {
  expand(
    ids: $ids
    linkKinds: $linkKinds
    entityKinds: $entityKinds
    direction: $direction
    since: $since
    until: $until
    exclude: $exclude
    order: $order
    limit: $limit
  ) {
    total
    isTotalExact
    remaining
    undated
    isLimitReached
    entities {
      ...EntityCard
    }
    bundles {
      ...BundleCard
    }
  }
}
    fragment EntityCard on Entity {
  id
  kind
  caption
  isProtected
  isGeneric
  firstSeen
  lastSeen
  agencies {
    id
    name
  }
  recordCount
  neighbourTotal
  ... on FinancialAccount {
    scheme {
      value
    }
  }
  linkCounts {
    linkKind
    entityKind
    direction
    links
    neighbours
  }
}
fragment BundleCard on LinkBundle {
  id
  kind
  label
  from
  to
  isInferred
  isWeak
  links
  reports
  firstSeen
  lastSeen
  agencies {
    id
    name
  }
}`, {"id":"sha256:d678555ad738752c26ef4d7774b0cc5d5f151e626d5d1313afbc29dc33a52289","operation":"Expand"}) as unknown as TypedDocumentString<ExpandQuery, ExpandQueryVariables>;
export const PathsDocument = new TypedDocumentString(`
    query Paths($from: ID!, $to: ID!, $maxHops: Int, $count: Int, $throughGeneric: Boolean, $since: DateTime, $until: DateTime) {
  paths(
    from: $from
    to: $to
    maxHops: $maxHops
    count: $count
    throughGeneric: $throughGeneric
    since: $since
    until: $until
  ) {
    isLimitReached
    skippedGeneric {
      id
      caption
      kind
    }
    paths {
      length
      entities {
        ...EntityCard
      }
      bundles {
        ...BundleCard
      }
    }
  }
}
    fragment EntityCard on Entity {
  id
  kind
  caption
  isProtected
  isGeneric
  firstSeen
  lastSeen
  agencies {
    id
    name
  }
  recordCount
  neighbourTotal
  ... on FinancialAccount {
    scheme {
      value
    }
  }
  linkCounts {
    linkKind
    entityKind
    direction
    links
    neighbours
  }
}
fragment BundleCard on LinkBundle {
  id
  kind
  label
  from
  to
  isInferred
  isWeak
  links
  reports
  firstSeen
  lastSeen
  agencies {
    id
    name
  }
}`, {"id":"sha256:444fe88f4da72d4036c223256961a472e9f4a13838e9f397b65ffc7fa15c047d","operation":"Paths"}) as unknown as TypedDocumentString<PathsQuery, PathsQueryVariables>;
export const ReportDocument = new TypedDocumentString(`
    query Report($number: String!, $first: Int!, $recordsAfter: String, $linksAfter: String) {
  report(number: $number) {
    ...ReportCard
    narrative
    audience
    outsideAudience
    lawfulBasis
    reviewDate
    officer
    contact
    cases
    records(first: $first, after: $recordsAfter) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        cursor
        node {
          id
          entity {
            ...EntityCard
          }
          properties {
            name
            given
            values
          }
        }
      }
    }
    links(first: $first, after: $linksAfter) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        cursor
        node {
          id
          kind
          start
          startPrecision
          end
          endPrecision
          timeZone
          from
          to
          fromEntity {
            id
            kind
            caption
            isProtected
            isGeneric
          }
          toEntity {
            id
            kind
            caption
            isProtected
            isGeneric
          }
        }
      }
    }
  }
}
    fragment EntityCard on Entity {
  id
  kind
  caption
  isProtected
  isGeneric
  firstSeen
  lastSeen
  agencies {
    id
    name
  }
  recordCount
  neighbourTotal
  ... on FinancialAccount {
    scheme {
      value
    }
  }
  linkCounts {
    linkKind
    entityKind
    direction
    links
    neighbours
  }
}
fragment ReportCard on Report {
  id
  number
  kind
  agency {
    id
    name
  }
  externalNumbers
  occurredAt
  occurredAtPrecision
  timeZone
  receivedAt
  isRetracted
  grade {
    reliability
    credibility
  }
}`, {"id":"sha256:a2ec2e5953705785c4e34533a1feedf8a11f52a0c14ad90e76d49daae31fa2da","operation":"Report"}) as unknown as TypedDocumentString<ReportQuery, ReportQueryVariables>;
export const ReportsDocument = new TypedDocumentString(`
    query Reports($agency: ID, $kind: ReportKind, $since: DateTime, $until: DateTime, $first: Int!, $after: String) {
  reports(
    agency: $agency
    kind: $kind
    since: $since
    until: $until
    first: $first
    after: $after
  ) {
    totalCount
    pageInfo {
      hasNextPage
      endCursor
    }
    edges {
      cursor
      node {
        ...ReportCard
      }
    }
  }
}
    fragment ReportCard on Report {
  id
  number
  kind
  agency {
    id
    name
  }
  externalNumbers
  occurredAt
  occurredAtPrecision
  timeZone
  receivedAt
  isRetracted
  grade {
    reliability
    credibility
  }
}`, {"id":"sha256:aa06ad427461d2054d77631b1f71cb35e0869457efd6848b3560559717882afc","operation":"Reports"}) as unknown as TypedDocumentString<ReportsQuery, ReportsQueryVariables>;
export const OverlapsDocument = new TypedDocumentString(`
    query Overlaps($agencies: [ID!], $kinds: [EntityKind!], $since: DateTime, $minimumAgencies: Int, $order: OverlapOrder, $first: Int!, $after: String) {
  overlaps(
    agencies: $agencies
    kinds: $kinds
    since: $since
    minimumAgencies: $minimumAgencies
    order: $order
    first: $first
    after: $after
  ) {
    pageInfo {
      hasNextPage
      endCursor
    }
    edges {
      cursor
      node {
        entity {
          ...EntityCard
        }
        agencies {
          id
          name
        }
        pointerAgencies {
          id
          name
        }
        jurisdictions {
          id
          name
        }
        reports
        lastSeen
        strength
        reasons
        isNew
      }
    }
  }
}
    fragment EntityCard on Entity {
  id
  kind
  caption
  isProtected
  isGeneric
  firstSeen
  lastSeen
  agencies {
    id
    name
  }
  recordCount
  neighbourTotal
  ... on FinancialAccount {
    scheme {
      value
    }
  }
  linkCounts {
    linkKind
    entityKind
    direction
    links
    neighbours
  }
}`, {"id":"sha256:fe02a58c280fcd390ed1d5b07c8c7cbe15b87f51533509012e2ba796bc238de6","operation":"Overlaps"}) as unknown as TypedDocumentString<OverlapsQuery, OverlapsQueryVariables>;
export const SearchDocument = new TypedDocumentString(`
    query Search($text: String!, $kinds: [EntityKind!], $agencies: [ID!], $first: Int!, $after: String) {
  search(
    text: $text
    kinds: $kinds
    agencies: $agencies
    first: $first
    after: $after
  ) {
    totalCount
    isTotalExact
    didYouMean
    facets {
      kind
      count
    }
    pageInfo {
      hasNextPage
      endCursor
    }
    edges {
      cursor
      matched
      node {
        ...EntityCard
      }
    }
  }
}
    fragment EntityCard on Entity {
  id
  kind
  caption
  isProtected
  isGeneric
  firstSeen
  lastSeen
  agencies {
    id
    name
  }
  recordCount
  neighbourTotal
  ... on FinancialAccount {
    scheme {
      value
    }
  }
  linkCounts {
    linkKind
    entityKind
    direction
    links
    neighbours
  }
}`, {"id":"sha256:bdd5b34c80e0a03e8d60d94138a761df8f7a5545d8f88a144ed82865d1e563bd","operation":"Search"}) as unknown as TypedDocumentString<SearchQuery, SearchQueryVariables>;
export const LookupDocument = new TypedDocumentString(`
    query Lookup($kind: EntityKind!, $value: String!) {
  lookup(kind: $kind, value: $value) {
    entities {
      ...EntityCard
    }
    pointers {
      agency {
        id
        name
      }
      contact
      reference
    }
  }
}
    fragment EntityCard on Entity {
  id
  kind
  caption
  isProtected
  isGeneric
  firstSeen
  lastSeen
  agencies {
    id
    name
  }
  recordCount
  neighbourTotal
  ... on FinancialAccount {
    scheme {
      value
    }
  }
  linkCounts {
    linkKind
    entityKind
    direction
    links
    neighbours
  }
}`, {"id":"sha256:74c4b9eeffdad9a326958a15161942f200aec1d5a528d9dab6fc45699ca79484","operation":"Lookup"}) as unknown as TypedDocumentString<LookupQuery, LookupQueryVariables>;
export const ViewerDocument = new TypedDocumentString(`
    query Viewer {
  viewer {
    id
    name
    role
    permissions
    agency {
      id
      name
    }
    groups {
      id
      name
      agencies {
        id
        name
      }
    }
  }
}
    `, {"id":"sha256:4a8c9c01bf963306d5e97c767599c7a1cbbfa611d47f176bbd9c3afd24f70cbd","operation":"Viewer"}) as unknown as TypedDocumentString<ViewerQuery, ViewerQueryVariables>;
export const VocabularyDocument = new TypedDocumentString(`
    query Vocabulary {
  vocabulary {
    entityKinds {
      kind
      label
      plural
      family
      layer
      icon
      properties {
        name
        label
        type
        isIdentifier
      }
    }
    linkKinds {
      kind
      label
      reverseLabel
      isSymmetric
      isInferred
      hasArrow
      properties {
        name
        label
        type
      }
      from
      to
    }
  }
}
    `, {"id":"sha256:0bdb81295c329bd82525396aa7e0083a7fb47dad3ab6dcbf2b15e5934cebbd2d","operation":"Vocabulary"}) as unknown as TypedDocumentString<VocabularyQuery, VocabularyQueryVariables>;