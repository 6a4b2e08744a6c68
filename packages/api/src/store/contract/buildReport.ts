import { foldWords } from '@linchpin/schema';
import type { Moment } from '../../model/moment.ts';
import type { PreparedLink, PreparedProperty, PreparedRecord, PreparedReport, PreparedValue } from '../../model/prepared.ts';
import type { PublicIds } from '../../model/publicIds.ts';
import type { OutsideAudience } from '../../model/scope.ts';

const day = 86_400_000;

/** Values by property name; a plain string is shown as it is stored. */
export type DraftValues = Readonly<Record<string, readonly (string | Partial<PreparedValue>)[]>>;

export interface RecordDraft {
  readonly kind: string;
  readonly key?: string | null;
  /** Beside the key. */
  readonly lookupKeys?: readonly string[];
  /** Id of the entity to make, when it is not the key's. */
  readonly entityId?: string;
  readonly values?: DraftValues;
  readonly caption?: string | null;
  readonly isGeneric?: boolean;
  readonly isMinor?: boolean;
  readonly adultFrom?: number | null;
}

export interface LinkDraft {
  readonly kind: string;
  readonly from: number;
  readonly to: number;
  readonly start?: Moment | null;
  readonly end?: Moment | null;
  readonly values?: DraftValues;
  readonly isProtecting?: boolean;
}

type Said = Omit<PreparedReport, 'id' | 'origin' | 'records' | 'links'>;

export interface ReportDraft extends Partial<Said> {
  readonly number: string;
  readonly agency: string;
  readonly audience?: string;
  readonly outsideAudience?: OutsideAudience;
  readonly protectEverywhere?: boolean;
  readonly records: readonly RecordDraft[];
  readonly links?: readonly LinkDraft[];
}

export function atDay(at: number): Moment {
  return { at, precision: 'DAY', zone: 'UTC' };
}

export function atSecond(at: number): Moment {
  return { at, precision: 'SECOND', zone: 'UTC' };
}

/** Fills what a test does not care about, as the ingest use-case would. */
export function buildReport(ids: PublicIds, draft: ReportDraft): PreparedReport {
  const {
    agency,
    audience = agency,
    outsideAudience = 'POINTER',
    protectEverywhere = false,
    records,
    links = [],
    ...said
  } = draft;
  const seed = ids.newSeed();
  const occurredAt = said.occurredAt ?? null;
  return {
    id: ids.part('report', seed, 0),
    origin: { agency, audience, outsideAudience, protectEverywhere },
    kind: 'TIP',
    externalNumbers: [],
    receivedAt: 0,
    timeZone: null,
    narrative: null,
    grade: null,
    lawfulBasis: null,
    reviewDate: null,
    officer: null,
    contact: null,
    cases: [],
    idempotency: null,
    ...said,
    occurredAt,
    records: records.map((record, ordinal) => ({ ...buildRecord(ids, record), ordinal, id: ids.part('record', seed, ordinal) })),
    links: links.map((link, ordinal) => ({ ...buildLink(link, occurredAt), ordinal, id: ids.part('link', seed, ordinal) })),
  };
}

function buildRecord(ids: PublicIds, draft: RecordDraft): Omit<PreparedRecord, 'id' | 'ordinal'> {
  const { key = null, caption = null, values = {} } = draft;
  const properties = buildProperties(values);
  const shown = properties.flatMap((property) => property.values.map(({ display }) => display));
  return {
    kind: draft.kind,
    key,
    lookupKeys: [...new Set([...(key === null ? [] : [key]), ...(draft.lookupKeys ?? [])])],
    proposedEntityId: draft.entityId ?? (key === null ? ids.random() : ids.entity(key)),
    properties,
    caption,
    words: [...new Set([...shown, caption ?? ''].flatMap(foldWords))].sort(),
    isGeneric: draft.isGeneric ?? false,
    isMinor: draft.isMinor ?? false,
    adultFrom: draft.adultFrom ?? null,
  };
}

function buildLink(draft: LinkDraft, occurredAt: Moment | null): Omit<PreparedLink, 'id' | 'ordinal'> {
  const { start = null, end = null } = draft;
  const isWholeDay = end === null && start?.precision === 'DAY';
  return {
    kind: draft.kind,
    from: draft.from,
    to: draft.to,
    start,
    end,
    matchEnd: isWholeDay ? start.at + day : (end?.at ?? null),
    time: end?.at ?? start?.at ?? occurredAt?.at ?? null,
    properties: buildProperties(draft.values ?? {}),
    isProtecting: draft.isProtecting ?? false,
  };
}

function buildProperties(values: DraftValues): PreparedProperty[] {
  return Object.entries(values).map(([name, drafts]) => {
    const full = drafts.map((draft) => (typeof draft === 'string' ? { value: draft } : draft));
    return {
      name,
      given: full.map(({ display, value = '' }) => `${display ?? value} as given`),
      values: full.map(({ value = '', display = value, isUnverified = false }) => ({ value, display, isUnverified })),
    };
  });
}
