import type { Scene, SceneItem } from '../scene/scene.ts';

export type Way = 'ArrowUp' | 'ArrowDown' | 'ArrowLeft' | 'ArrowRight';

const directions: Record<Way, { x: number; y: number }> = {
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
};

export function isWay(key: string): key is Way {
  return key in directions;
}

/**
 * Where an arrow key leads: along a link to the item that lies most in that direction; where none does, to the nearest item
 * that way; null at the rim. Without a start, the item nearest to the middle of the chart.
 */
export function walk(scene: Scene, from: string | null, way: Way): string | null {
  const shown = [...scene.items.values()].filter((item) => !item.isFaded);
  const start = from === null ? undefined : scene.items.get(from);
  if (!start) return nearestToMiddle(shown);
  const linked = linkedTo(scene, start.id);
  const others = shown.filter(({ id }) => id !== start.id);
  return (
    best(
      start,
      others.filter(({ id }) => linked.has(id)),
      way,
    ) ?? best(start, others, way)
  );
}

/** Within 60 degrees of the way; what lies aside counts as farther. */
function best(start: SceneItem, others: readonly SceneItem[], way: Way): string | null {
  const { x, y } = directions[way];
  let found: { id: string; cost: number } | null = null;
  for (const other of others) {
    const [dx, dy] = [other.x - start.x, other.y - start.y];
    const distance = Math.hypot(dx, dy);
    const along = (dx * x + dy * y) / (distance || 1);
    if (along < 0.5) continue;
    const cost = distance * (2 - along);
    if (found === null || cost < found.cost || (cost === found.cost && other.id < found.id)) found = { id: other.id, cost };
  }
  return found?.id ?? null;
}

function linkedTo(scene: Scene, id: string): Set<string> {
  const ids = new Set<string>();
  for (const { from, to } of scene.links.values()) {
    if (from === id) ids.add(to);
    if (to === id) ids.add(from);
  }
  return ids;
}

function nearestToMiddle(items: readonly SceneItem[]): string | null {
  if (items.length === 0) return null;
  const middle = {
    x: items.reduce((sum, { x }) => sum + x, 0) / items.length,
    y: items.reduce((sum, { y }) => sum + y, 0) / items.length,
  };
  const distance = ({ x, y }: SceneItem): number => Math.hypot(x - middle.x, y - middle.y);
  return items.reduce((near, item) => (distance(item) < distance(near) ? item : near)).id;
}
