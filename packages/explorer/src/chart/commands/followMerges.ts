import type { Chart } from '../chart.ts';
import type { Patch } from '../diff.ts';

/** Entities were merged: the item of the one that went takes the id of the one it went into, unless that has an item already. */
export function followMerges(chart: Chart, merges: ReadonlyMap<string, string>): Patch {
  const taken = new Set(chart.items.keys());
  const put = [...merges].flatMap(([from, to]) => {
    const item = chart.items.get(from);
    if (!item || taken.has(to)) return [];
    taken.add(to);
    return [{ ...item, id: to }];
  });
  return { put, remove: [...merges.keys()].filter((id) => chart.items.has(id)) };
}
