import type { Chart, Item, Point } from '../chart.ts';
import type { Patch } from '../diff.ts';

export function hideItems(chart: Chart, ids: Iterable<string>): Patch {
  return changeItems(chart, ids, (item) => ({ ...item, isHidden: true }));
}

export function showItems(chart: Chart, ids: Iterable<string>): Patch {
  return changeItems(chart, ids, (item) => ({ ...item, isHidden: false }));
}

export function pinItems(chart: Chart, ids: Iterable<string>, isPinned: boolean): Patch {
  return changeItems(chart, ids, (item) => ({ ...item, isPinned }));
}

/** A person moved them, so pinned ones move too. */
export function dragItems(chart: Chart, places: ReadonlyMap<string, Point>): Patch {
  return changeItems(chart, places.keys(), (item) => ({ ...item, ...places.get(item.id) }));
}

/** A rule moved them, so pinned ones stay. */
export function arrangeItems(chart: Chart, places: ReadonlyMap<string, Point>): Patch {
  return changeItems(chart, places.keys(), (item) => (item.isPinned ? item : { ...item, ...places.get(item.id) }));
}

/** Items that are not there are passed over. */
function changeItems(chart: Chart, ids: Iterable<string>, change: (item: Item) => Item): Patch {
  const put = [...ids].flatMap((id) => {
    const item = chart.items.get(id);
    return item ? [change(item)] : [];
  });
  return { put, remove: [] };
}
