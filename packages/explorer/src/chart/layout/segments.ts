import type { Point } from '../chart.ts';

export interface Segment {
  readonly a: Point;
  readonly b: Point;
}

export interface Rectangle extends Point {
  readonly halfWidth: number;
  readonly halfHeight: number;
}

/** Whether a part of the segment lies in the rectangle. */
export function doesRunThrough({ a, b }: Segment, { x, y, halfWidth, halfHeight }: Rectangle): boolean {
  if (Math.max(a.x, b.x) <= x - halfWidth || Math.min(a.x, b.x) >= x + halfWidth) return false;
  if (Math.max(a.y, b.y) <= y - halfHeight || Math.min(a.y, b.y) >= y + halfHeight) return false;
  // Both overlap: what separates them, if anything, is the segment's own direction.
  const [dx, dy] = [b.x - a.x, b.y - a.y];
  return Math.abs(dx * (y - a.y) - dy * (x - a.x)) < Math.abs(dx) * halfHeight + Math.abs(dy) * halfWidth;
}

/** Whether the segments cross between their ends; segments that meet in an end do not. */
export function doCross(one: Segment, other: Segment): boolean {
  return sideOf(one, other.a) * sideOf(one, other.b) < 0 && sideOf(other, one.a) * sideOf(other, one.b) < 0;
}

/** On which side of the segment's line: its sign; 0 on it. */
function sideOf({ a, b }: Segment, { x, y }: Point): number {
  return (b.x - a.x) * (y - a.y) - (b.y - a.y) * (x - a.x);
}
