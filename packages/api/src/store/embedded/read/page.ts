import { LinchpinError } from '../../../model/errors.ts';
import type { Page, PageRequest, Position } from '../../../model/views.ts';

/** A page of a list that is at hand whole and in order. */
export function pageOf<T>(
  all: readonly T[],
  request: PageRequest,
  positionOf: (item: T) => Position,
  compare: (a: Position, b: Position) => number,
): Page<T> {
  const { after } = request;
  const rest = after === null ? all : all.filter((item) => compare(positionOf(item), after) > 0);
  return {
    items: rest.slice(0, request.first).map((item) => ({ item, position: positionOf(item) })),
    hasNext: rest.length > request.first,
    total: all.length,
  };
}

/** The number at a place of a position. @throws LinchpinError INVALID when the cursor is of another shape. */
export function numberAt(position: Position, place: number): number {
  const value = position[place];
  if (typeof value !== 'number') throw wrongCursor();
  return value;
}

export function textAt(position: Position, place: number): string {
  const value = position[place];
  if (typeof value !== 'string') throw wrongCursor();
  return value;
}

/** The same for a time that may be missing. */
export function timeAt(position: Position, place: number): number | null {
  return position[place] === null ? null : numberAt(position, place);
}

function wrongCursor(): LinchpinError {
  return new LinchpinError('INVALID', 'This cursor belongs to another query.');
}
