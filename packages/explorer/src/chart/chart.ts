/** One entity on the chart: arrangement, never evidence. What is known of the entity is asked again from the service. */
export interface Item {
  /** Public id of the entity. */
  readonly id: string;
  /** Centre, in chart units (pixels at zoom 1). */
  readonly x: number;
  readonly y: number;
  readonly isPinned: boolean;
  readonly isHidden: boolean;
  /** The item it was expanded from. */
  readonly origin?: string;
}

/** A map of records, so that every change is a difference of records. Links are not in it: they follow from the items. */
export interface Chart {
  readonly items: ReadonlyMap<string, Item>;
}

export const emptyChart: Chart = { items: new Map() };

export interface Point {
  readonly x: number;
  readonly y: number;
}

export function visibleItems(chart: Chart): Item[] {
  return [...chart.items.values()].filter((item) => !item.isHidden);
}

export function hiddenItems(chart: Chart): Item[] {
  return [...chart.items.values()].filter((item) => item.isHidden);
}
