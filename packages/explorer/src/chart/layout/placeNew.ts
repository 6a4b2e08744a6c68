import type { Point } from '../chart.ts';
import { makeFreeSpace } from './freeSpace.ts';
import type { Body, PlaceNew } from './layoutQuestion.ts';
import type { Segment } from './segments.ts';
import { cheapestPlace, drawBody, type Ground } from './weighPlaces.ts';
import { ringsOf, firstWishes, wishNear } from './wishes.ts';

/** What stands farther from the origin than this is not looked at; the search for free space still sees it. */
const reach = 1000;
/** More links than this are not kept free of what arrives: it would take too long. */
const mostSegments = 600;

/**
 * Places for what arrives. Nothing that is placed moves and nothing overlaps. Each takes, in the order given, the place that
 * is near to what it is linked to and leaves links, items and captions readable.
 */
export function placeNew(question: PlaceNew): Map<string, Point> {
  const { placed, around, chain } = question;
  const known = new Map<string, Body>(placed.map((body) => [body.id, body]));
  const ground = makeGround(question, known);
  const neighbours = chain ? stepsOf(chain) : neighboursIn(question);
  const wishes = firstWishes(question);
  const places = new Map<string, Point>();
  const linkCount = (id: string): number => neighbours.get(id)?.length ?? 0;
  const ordered =
    around === null && !chain ? question.arriving.toSorted((a, b) => linkCount(b.id) - linkCount(a.id)) : question.arriving;
  for (const body of ordered) {
    const linked = (neighbours.get(body.id) ?? []).flatMap((id) => known.get(id) ?? []);
    const wish = wishes.get(body.id) ?? wishNear(linked, [...known.values()]);
    const place =
      cheapestPlace(body, ringsOf(wish, linked), { linked, ground }) ??
      ground.space.nearestFree({ ...body, x: Math.round(wish.centre.x), y: Math.round(wish.centre.y) });
    const settled = { ...body, ...place };
    ground.space.take(settled);
    ground.drawn.push(drawBody(settled));
    for (const end of linked) ground.segments.push({ a: settled, b: end });
    known.set(body.id, settled);
    places.set(body.id, place);
  }
  return places;
}

function makeGround({ placed, ties, around }: PlaceNew, known: ReadonlyMap<string, Body>): Ground {
  const space = makeFreeSpace();
  for (const body of placed) space.take(body);
  const middle = (around === null ? undefined : known.get(around)) ?? null;
  const isNear = ({ x, y }: Point): boolean => middle === null || Math.hypot(x - middle.x, y - middle.y) < reach;
  const segments = ties.flatMap(({ from, to }): Segment[] => {
    const [a, b] = [known.get(from), known.get(to)];
    return a && b && (isNear(a) || isNear(b)) ? [{ a, b }] : [];
  });
  return { space, drawn: placed.filter(isNear).map(drawBody), segments: segments.length > mostSegments ? [] : segments };
}

/** What each is linked to, without the number of links between two. */
function neighboursIn({ arriving, ties }: PlaceNew): Map<string, string[]> {
  const neighbours = new Map<string, Set<string>>(arriving.map(({ id }) => [id, new Set()]));
  for (const { from, to } of ties) {
    if (from === to) continue;
    neighbours.get(from)?.add(to);
    neighbours.get(to)?.add(from);
  }
  return new Map([...neighbours].map(([id, others]) => [id, [...others]]));
}

/** Of a path only its own links count: it is what has to be read. */
function stepsOf(chain: readonly string[]): Map<string, string[]> {
  return new Map(chain.map((id, index) => [id, [chain[index - 1], chain[index + 1]].filter((other) => other !== undefined)]));
}
