import type { Page, Position } from '../../../model/views.ts';

/** A page of rows that came in order, one more than asked for where there is a next page. */
export function pageOf<R, T>(
  rows: readonly R[],
  page: {
    readonly first: number;
    readonly total: number;
    readonly positionOf: (row: R) => Position;
    readonly viewOf: (row: R) => T;
  },
): Page<T> {
  const items = rows.slice(0, page.first).map((row) => ({ item: page.viewOf(row), position: page.positionOf(row) }));
  return { items, hasNext: rows.length > page.first, total: page.total };
}

export function emptyPage<T>(): Page<T> {
  return { items: [], hasNext: false, total: 0 };
}
