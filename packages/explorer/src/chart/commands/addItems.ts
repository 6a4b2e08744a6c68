import type { Chart, Point } from '../chart.ts';
import type { Patch } from '../diff.ts';

/** Puts entities on the chart where they are said to stand. One that is there already stays, and is shown if it was hidden. */
export function addItems(chart: Chart, places: ReadonlyMap<string, Point>, origin?: string): Patch {
  const put = [...places].map(([id, { x, y }]) => {
    const known = chart.items.get(id);
    if (known) return { ...known, isHidden: false };
    return { id, x, y, isPinned: false, isHidden: false, ...(origin !== undefined && { origin }) };
  });
  return { put, remove: [] };
}
