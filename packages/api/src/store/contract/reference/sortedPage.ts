import type { Page, PageRequest, Position } from '../../../model/views.ts';

/** Of one part of a position; nulls are last either way. */
export type Order = 'up' | 'down';

/** Sorts by the positions, drops what is not after the asked one, cuts. */
export function sortedPage<T>(
  items: readonly T[],
  order: readonly Order[],
  page: PageRequest & { readonly positionOf: (item: T) => Position },
): Page<T> {
  const all = items.map((item) => ({ item, position: page.positionOf(item) }));
  all.sort((a, b) => comparePositions(a.position, b.position, order));
  const { after } = page;
  const rest = after === null ? all : all.filter(({ position }) => comparePositions(position, after, order) > 0);
  return { items: rest.slice(0, page.first), hasNext: rest.length > page.first, total: all.length };
}

export function sortedBy<T>(items: Iterable<T>, order: readonly Order[], positionOf: (item: T) => Position): T[] {
  return [...items].sort((a, b) => comparePositions(positionOf(a), positionOf(b), order));
}

function comparePositions(a: Position, b: Position, order: readonly Order[]): number {
  for (const [i, direction] of order.entries()) {
    const left = a[i] ?? null;
    const right = b[i] ?? null;
    if (left === right) continue;
    if (left === null) return 1;
    if (right === null) return -1;
    return left < right === (direction === 'up') ? -1 : 1;
  }
  return 0;
}
