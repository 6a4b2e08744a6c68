import type { Point } from '../chart.ts';
import type { Body, PlaceNew } from './layoutQuestion.ts';
import { middleOf, openDirection } from './openDirection.ts';
import type { Ring } from './weighPlaces.ts';

/** Where something would like to stand. */
export interface Wish {
  readonly centre: Point;
  /** Of the first ring around the centre; 0 when the centre itself will do. */
  readonly radius: number;
  /** Null: any direction is as good. */
  readonly angle: number | null;
}

/** Of the smallest ring, and from one ring to the next, in chart units. */
const firstRing = 150;
const ringGap = 26;
const ringCount = 28;
/** Room along a ring from one look to the next. */
const along = 24;
/** Screens are wider than high, and so are captions. */
const stretch = { x: 1.3, y: 0.86 };
/** A single one far out costs everybody size: distance counts twice from here on, in chart units. */
const farOut = 200;
/** What it costs to leave one's direction by one radian, and to be farther from what else one is linked to. */
const turnCost = 80;
const pull = 0.35;

/** Wishes that follow from the question alone: a fan around the origin, or steps from one end of a path to the other. */
export function firstWishes({ placed, arriving, around, chain = [] }: PlaceNew): Map<string, Wish> {
  const standing = new Map(placed.map((body) => [body.id, body]));
  if (chain.length > 0) return stepsBetween(chain, standing);
  const origin = around === null ? undefined : standing.get(around);
  if (!origin) return new Map();
  const direction = openDirection(placed, origin);
  // A chart that is empty but for the origin has room all round; otherwise what arrives leans to the open side.
  const spread = placed.length <= 1 ? Math.PI * 2 : Math.min(Math.PI * 2, Math.PI * 0.5 + arriving.length * 0.16);
  return new Map(
    arriving.map(({ id }, index) => {
      const share = (index + 0.5) / arriving.length - 0.5;
      return [id, { centre: origin, radius: firstRing, angle: direction + share * spread }];
    }),
  );
}

/** For what has no wish of its own: by what it is linked to, else beside what is there. */
export function wishNear(linked: readonly Body[], placed: readonly Body[]): Wish {
  if (linked.length > 0) return { centre: middleOf(linked), radius: linked.length > 1 ? 0 : firstRing, angle: null };
  if (placed.length === 0) return { centre: { x: 0, y: 0 }, radius: 0, angle: null };
  const centre = middleOf(placed);
  return { centre, radius: firstRing, angle: openDirection(placed, centre) };
}

/**
 * Places worth a look, with what is lost against the wish: ring by ring, so that whoever has found a place cheaper than a whole
 * ring need not look on.
 */
export function* ringsOf({ centre, radius, angle }: Wish, linked: readonly Body[]): Generator<Ring> {
  for (let ring = 0; ring < ringCount; ring += 1) {
    const beyond = ring * ringGap;
    const distance = radius + beyond;
    const least = beyond + beyond ** 2 / farOut;
    const count = Math.max(1, Math.round((Math.PI * 2 * distance) / along));
    const candidates = Array.from({ length: count }, (_, turn) => {
      const at = (angle ?? 0) + (turn / count) * Math.PI * 2;
      const place = {
        x: Math.round(centre.x + Math.cos(at) * distance * stretch.x),
        y: Math.round(centre.y + Math.sin(at) * distance * stretch.y),
      };
      const turned = angle === null ? 0 : Math.min(turn, count - turn) * ((Math.PI * 2) / count);
      return { ...place, cost: least + turned * turnCost + pulled(place, centre, linked) };
    });
    yield { least, candidates };
  }
}

function pulled({ x, y }: Point, centre: Point, linked: readonly Body[]): number {
  const others = linked.filter((body) => body.x !== centre.x || body.y !== centre.y);
  if (others.length === 0) return 0;
  return (pull * others.reduce((sum, body) => sum + Math.hypot(body.x - x, body.y - y), 0)) / others.length;
}

/** What is missing between two that stand goes between them; beyond the last that stands, on from there. */
function stepsBetween(chain: readonly string[], standing: ReadonlyMap<string, Body>): Map<string, Wish> {
  const wishes = new Map<string, Wish>();
  let last = 0;
  chain.forEach((id, index) => {
    const [from, to] = [standing.get(chain[last]!), standing.get(id)];
    if (!to) return;
    for (let step = last + 1; from && step < index; step += 1) {
      const share = (step - last) / (index - last);
      const centre = { x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share };
      wishes.set(chain[step]!, { centre, radius: 0, angle: null });
    }
    last = index;
  });
  return wishes;
}
