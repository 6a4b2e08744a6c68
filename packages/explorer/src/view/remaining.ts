import type { Chart } from '../chart/chart.ts';
import type { BundleRecord, EntityRecord, Records } from '../remote/records.ts';
import { rememberLast } from './rememberLast.ts';

export type LinkCountRecord = EntityRecord['linkCounts'][number];

/** One row of the expand menu: what is linked in one way, and how much of it is not on the chart yet. */
export interface RemainingRow extends LinkCountRecord {
  /** On the chart already, hidden ones included. */
  readonly shown: number;
  readonly remaining: number;
}

/** Neighbours on the chart, by row of `linkCounts`, for every item; computed once for a chart and its records. */
export type ShownNeighbours = ReadonlyMap<string, ReadonlyMap<string, ReadonlySet<string>>>;

export const shownNeighbours = rememberLast((chart: Chart, { entities, bundles }: Records): ShownNeighbours => {
  const found = new Map<string, Map<string, Set<string>>>();
  const add = (id: string, other: string, bundle: BundleRecord, isFrom: boolean): void => {
    const kind = entities.get(other)?.kind;
    if (kind === undefined) return;
    const rows = found.get(id) ?? new Map<string, Set<string>>();
    const keys = rowKeys(bundle.kind, kind, isFrom);
    for (const key of keys) rows.set(key, (rows.get(key) ?? new Set()).add(other));
    found.set(id, rows);
  };
  for (const bundle of bundles.values()) {
    if (!chart.items.has(bundle.from) || !chart.items.has(bundle.to)) continue;
    add(bundle.from, bundle.to, bundle, true);
    add(bundle.to, bundle.from, bundle, false);
  }
  return found;
});

/** Rows of one entity's expand menu, as the service counts them. */
export function remainingRows(entity: EntityRecord, shown: ShownNeighbours): RemainingRow[] {
  const rows = shown.get(entity.id);
  return entity.linkCounts.map((count) => {
    const onChart = rows?.get(rowKey(count.linkKind, count.entityKind, count.direction))?.size ?? 0;
    return { ...count, shown: onChart, remaining: Math.max(0, count.neighbours - onChart) };
  });
}

/** Linked entities that are not on the chart: the service's count of distinct ones, less those that are. */
export function remainingInAll(entity: EntityRecord, shown: ShownNeighbours): number {
  const rows = shown.get(entity.id) ?? new Map<string, ReadonlySet<string>>();
  const onChart = new Set([...rows.values()].flatMap((others) => [...others]));
  return Math.max(0, entity.neighbourTotal - onChart.size);
}

export function badgeText(remaining: number): string | null {
  if (remaining === 0) return null;
  return `+${Math.min(remaining, 9_999)}`;
}

function rowKey(linkKind: string, entityKind: string, direction: string): string {
  return `${linkKind} ${entityKind} ${direction}`;
}

/** A symmetric kind is counted without direction; which it is, only the vocabulary knows, so both are noted. */
function rowKeys(linkKind: string, entityKind: string, isFrom: boolean): string[] {
  return [rowKey(linkKind, entityKind, isFrom ? 'OUT' : 'IN'), rowKey(linkKind, entityKind, 'NONE')];
}
