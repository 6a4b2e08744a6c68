import type { Point } from '../../chart.ts';
import type { ArrangeAll, Body } from '../layoutQuestion.ts';

const gap = 16;
const groupGap = 40;

/** Rows of one group after another, like a table without lines, as wide as the whole is about half as high again. */
export function rowedPlaces({ free, groupOf = {} }: ArrangeAll): Map<string, Point> {
  const groups = new Map<string, Body[]>();
  for (const body of free) {
    const group = groupOf[body.id] ?? '';
    groups.set(group, [...(groups.get(group) ?? []), body]);
  }
  const area = free.reduce((sum, body) => sum + (body.halfWidth * 2 + gap) * (body.halfHeight * 2 + gap), 0);
  const width = Math.max(600, Math.sqrt(area * 1.6));
  const places = new Map<string, Point>();
  let top = 0;
  for (const [, bodies] of [...groups].sort(([a], [b]) => (a < b ? -1 : 1)))
    top = fillRows(bodies, top, width, places) + groupGap;
  return places;
}

/** Returns where the next row may begin. */
function fillRows(bodies: readonly Body[], top: number, width: number, places: Map<string, Point>): number {
  let left = 0;
  let height = 0;
  let rowTop = top;
  for (const body of bodies) {
    if (left > 0 && left + body.halfWidth * 2 > width) {
      rowTop += height + gap;
      left = 0;
      height = 0;
    }
    places.set(body.id, { x: left + body.halfWidth, y: rowTop + body.halfHeight });
    left += body.halfWidth * 2 + gap;
    height = Math.max(height, body.halfHeight * 2);
  }
  return rowTop + height;
}
