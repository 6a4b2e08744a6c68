import type { Chart, Item } from './chart.ts';

/** What a command wants: records to put and ids to take away. */
export interface Patch {
  readonly put: readonly Item[];
  readonly remove: readonly string[];
}

/** One record that changed; `null` where it was not there. */
export interface Change {
  readonly id: string;
  readonly before: Item | null;
  readonly after: Item | null;
}

export type Diff = readonly Change[];

/** The difference a patch makes to this chart; what it leaves as it was is left out. */
export function diffOf(chart: Chart, patch: Patch): Diff {
  const wanted = new Map<string, Item | null>(patch.put.map((item) => [item.id, item]));
  for (const id of patch.remove) wanted.set(id, null);
  const changes: Change[] = [];
  for (const [id, after] of wanted) {
    const before = chart.items.get(id) ?? null;
    if (!isSame(before, after)) changes.push({ id, before, after });
  }
  return changes;
}

export function applyDiff(chart: Chart, diff: Diff): Chart {
  return replaceItems(
    chart,
    diff.map(({ id, after }) => [id, after]),
  );
}

export function reverseDiff(chart: Chart, diff: Diff): Chart {
  return replaceItems(
    chart,
    diff.map(({ id, before }) => [id, before]),
  );
}

function replaceItems(chart: Chart, changes: readonly (readonly [string, Item | null])[]): Chart {
  if (changes.length === 0) return chart;
  const items = new Map(chart.items);
  for (const [id, item] of changes) {
    if (item) items.set(id, item);
    else items.delete(id);
  }
  return { items };
}

function isSame(a: Item | null, b: Item | null): boolean {
  if (a === null || b === null) return a === b;
  return a.x === b.x && a.y === b.y && a.isPinned === b.isPinned && a.isHidden === b.isHidden && a.origin === b.origin;
}
