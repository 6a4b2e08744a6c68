import type { EntityKind } from '@linchpin/schema';
import { codeName } from './codeName.ts';
import { limits } from './paging.ts';
import type { PreparedProperty } from './prepared.ts';
import type { EntityView, PropertyView, ValueView } from './views.ts';

/** A visible record, as both stores keep it. Times are epoch milliseconds. */
export interface RecordFacts {
  readonly id: string;
  readonly reportNumber: string;
  readonly agency: string;
  readonly receivedAt: number;
  readonly occurredAt: number | null;
  readonly caption: string | null;
  readonly isGeneric: boolean;
  readonly properties: readonly PreparedProperty[];
}

export interface EntityFacts {
  readonly id: string;
  readonly isProtected: boolean;
  /** Distinct neighbours in scope; may stop counting at the generic limit. */
  readonly neighbours: number;
  /** Over visible links: least start, greatest time. */
  readonly firstLink: number | null;
  readonly lastLink: number | null;
  /** Visible records; at least one. */
  readonly records: readonly RecordFacts[];
}

/** What a viewer sees of an entity, from what its visible records say. */
export function entityView(kind: EntityKind, facts: EntityFacts): EntityView {
  const { records } = facts;
  const occurred = records.map((record) => record.occurredAt);
  return {
    id: facts.id,
    kind: kind.kind,
    caption: facts.isProtected ? codeName(facts.id) : (chooseCaption(records) ?? kind.label),
    isProtected: facts.isProtected,
    isGeneric: facts.neighbours >= limits.genericNeighbours || records.some((record) => record.isGeneric),
    properties: facts.isProtected ? [] : mergeProperties(kind, records),
    firstSeen: least([facts.firstLink, ...occurred]),
    lastSeen: greatest([facts.lastLink, ...occurred]),
    agencies: [...new Set(records.map((record) => record.agency))].sort(),
    recordCount: records.length,
  };
}

type CaptionFacts = Pick<RecordFacts, 'id' | 'caption' | 'receivedAt'>;

/** Most frequent caption; ties: newest received, then smallest record id. */
export function chooseCaption(records: readonly CaptionFacts[]): string | null {
  const best = new Map<string, { count: number; receivedAt: number; id: string }>();
  for (const { caption, receivedAt, id } of records) {
    if (caption === null) continue;
    const seen = best.get(caption);
    if (!seen) best.set(caption, { count: 1, receivedAt, id });
    else {
      seen.count++;
      if (receivedAt > seen.receivedAt || (receivedAt === seen.receivedAt && id < seen.id))
        Object.assign(seen, { receivedAt, id });
    }
  }
  const order = [...best].sort(([, a], [, b]) => b.count - a.count || b.receivedAt - a.receivedAt || compareText(a.id, b.id));
  return order[0]?.[0] ?? null;
}

function mergeProperties(kind: EntityKind, records: readonly RecordFacts[]): PropertyView[] {
  const merged = new Map<string, Map<string, ValueFacts>>();
  for (const record of records)
    for (const property of record.properties)
      for (const { value, display, isUnverified } of property.values) {
        const values = merged.get(property.name) ?? new Map<string, ValueFacts>();
        merged.set(property.name, values);
        const facts = values.get(value) ?? { display, displayBy: record, isUnverified: true, reports: new Map<string, number>() };
        values.set(value, facts);
        if (isNewer(record, facts.displayBy)) Object.assign(facts, { display, displayBy: record });
        facts.isUnverified &&= isUnverified;
        facts.reports.set(record.reportNumber, record.receivedAt);
      }
  return kind.properties
    .filter(({ name }) => merged.has(name))
    .map(({ name }) => ({ name, values: orderValues(merged.get(name)!) }));
}

interface ValueFacts {
  display: string;
  displayBy: RecordFacts;
  isUnverified: boolean;
  reports: Map<string, number>;
}

const shownReports = 50;

function orderValues(values: ReadonlyMap<string, ValueFacts>): ValueView[] {
  return [...values]
    .map(([value, facts]) => {
      const reports = [...facts.reports].sort(([a, at], [b, bt]) => bt - at || compareText(a, b));
      return { value, facts, newest: reports[0]![1], reports: reports.map(([number]) => number) };
    })
    .sort((a, b) => b.reports.length - a.reports.length || b.newest - a.newest || compareText(a.value, b.value))
    .map(({ value, facts, reports }) => ({
      value,
      display: facts.display,
      isUnverified: facts.isUnverified,
      reportCount: reports.length,
      reports: reports.slice(0, shownReports),
    }));
}

function isNewer(a: CaptionFacts, b: CaptionFacts): boolean {
  return a.receivedAt > b.receivedAt || (a.receivedAt === b.receivedAt && a.id < b.id);
}

/** Byte order of ASCII and code-point order beyond, never a locale's. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Newest first, nulls last. */
export function compareNewest(a: number | null, b: number | null): number {
  if (a === b) return 0;
  if (a === null) return 1;
  return b === null ? -1 : b - a;
}

export function least(times: readonly (number | null)[]): number | null {
  let found: number | null = null;
  for (const time of times) if (time !== null && (found === null || time < found)) found = time;
  return found;
}

export function greatest(times: readonly (number | null)[]): number | null {
  let found: number | null = null;
  for (const time of times) if (time !== null && (found === null || time > found)) found = time;
  return found;
}
