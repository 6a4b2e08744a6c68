import type { Page, PageRequest, Position } from './views.ts';

/** Order of one part of a position; nulls are last either way. */
export type Order = 'up' | 'down';

export function comparePositions(a: Position, b: Position, order: readonly Order[]): number {
  for (const [index, direction] of order.entries()) {
    const left = a[index] ?? null;
    const right = b[index] ?? null;
    if (left === right) continue;
    if (left === null) return 1;
    if (right === null) return -1;
    return left < right === (direction === 'up') ? -1 : 1;
  }
  return 0;
}

/** The page of a whole list: sorted by position, cut after the one asked for. */
export function cutPage<T>(
  items: readonly T[],
  order: readonly Order[],
  { first, after, positionOf }: PageRequest & { readonly positionOf: (item: T) => Position },
): Page<T> {
  const placed = items.map((item) => ({ item, position: positionOf(item) }));
  placed.sort((a, b) => comparePositions(a.position, b.position, order));
  const rest = after === null ? placed : placed.filter(({ position }) => comparePositions(position, after, order) > 0);
  return { items: rest.slice(0, first), hasNext: rest.length > first, total: items.length };
}
