import type { Chart } from '../chart/chart.ts';
import type { BundleRecord, EntityRecord, Records } from '../remote/records.ts';
import { rememberLast } from './rememberLast.ts';

/** An item that can be drawn: it is not hidden and the service told the viewer what it is. */
export interface ShownItem {
  readonly id: string;
  readonly x: number;
  readonly y: number;
  readonly isPinned: boolean;
  readonly origin?: string;
  readonly entity: EntityRecord;
}

export function shownItems(chart: Chart, { entities }: Records): ShownItem[] {
  const shown: ShownItem[] = [];
  for (const { isHidden, ...item } of chart.items.values()) {
    const entity = entities.get(item.id);
    if (!isHidden && entity) shown.push({ ...item, entity });
  }
  return shown;
}

/** Bundles between two shown items; they follow from the items and are no state of their own. */
export const shownBundles = rememberLast((chart: Chart, records: Records): readonly BundleRecord[] => {
  const isShown = (id: string): boolean => chart.items.get(id)?.isHidden === false && records.entities.has(id);
  return [...records.bundles.values()].filter(({ from, to }) => isShown(from) && isShown(to));
});

export function shownLinkCount(chart: Chart, records: Records): number {
  return shownBundles(chart, records).length;
}

/** How many shown items there are of each kind, for the legend. */
export const legendCounts = rememberLast((chart: Chart, records: Records): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>();
  for (const { entity } of shownItems(chart, records)) counts.set(entity.kind, (counts.get(entity.kind) ?? 0) + 1);
  return counts;
});
