import type { Point } from '../chart.ts';
import { forcedPlaces } from './arrangements/forcedPlaces.ts';
import { circledPlaces } from './arrangements/circledPlaces.ts';
import { rowedPlaces } from './arrangements/rowedPlaces.ts';
import { makeFreeSpace } from './freeSpace.ts';
import type { ArrangeAll, Arrangement } from './layoutQuestion.ts';

const arrangements: Record<Arrangement, (question: ArrangeAll) => Map<string, Point>> = {
  force: forcedPlaces,
  circles: circledPlaces,
  rows: rowedPlaces,
};

/** Places for the free bodies, around the fixed ones, without overlaps. */
export function arrange(question: ArrangeAll): Map<string, Point> {
  const wanted = arrangements[question.arrangement](question);
  const space = makeFreeSpace();
  for (const body of question.fixed) space.take(body);
  const places = new Map<string, Point>();
  for (const body of question.free) {
    const wish = wanted.get(body.id) ?? body;
    const placed = { ...body, x: Math.round(wish.x), y: Math.round(wish.y) };
    const place = space.nearestFree(placed);
    space.take({ ...placed, ...place });
    places.set(body.id, place);
  }
  return places;
}
