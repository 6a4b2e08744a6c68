import type { Chart } from '../chart.ts';
import type { Patch } from '../diff.ts';

/** Takes items off the chart; their entities are untouched. */
export function removeItems(chart: Chart, ids: Iterable<string>): Patch {
  return { put: [], remove: [...ids].filter((id) => chart.items.has(id)) };
}

export function clearChart(chart: Chart): Patch {
  return removeItems(chart, chart.items.keys());
}
