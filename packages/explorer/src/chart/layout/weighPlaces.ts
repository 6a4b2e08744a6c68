import type { Point } from '../chart.ts';
import type { FreeSpace } from './freeSpace.ts';
import type { Body } from './layoutQuestion.ts';
import { doCross, doesRunThrough, type Rectangle, type Segment } from './segments.ts';

/** What already stands: where there is room, and what is drawn. */
export interface Ground {
  readonly space: FreeSpace;
  readonly drawn: DrawnBody[];
  readonly segments: Segment[];
}

interface DrawnBody {
  readonly body: Body;
  readonly parts: readonly Rectangle[];
}

/** A place somebody may look at, and how far it is from what is wished, in chart units. */
interface Candidate extends Point {
  readonly cost: number;
}

export interface Ring {
  /** No candidate of it or of those after it costs less. */
  readonly least: number;
  readonly candidates: readonly Candidate[];
}

/** What one link through an item or its caption is worth, and what one crossing of links, in chart units of distance. */
const coveredCost = 110;
const crossedCost = 14;
/** Of a body's half height, what lies beyond the outline of its item. */
const captionHeight = 15;

/**
 * The free candidate with the least cost: near to the wish, its links through no item or caption, no link through it. Null
 * when none is free. `linked`: what it is linked to.
 */
export function cheapestPlace(
  body: Omit<Body, 'x' | 'y'>,
  rings: Iterable<Ring>,
  { linked, ground }: { linked: readonly Body[]; ground: Ground },
): Point | null {
  let best: Candidate | null = null;
  for (const { least, candidates } of rings) {
    if (best !== null && least >= best.cost) break;
    for (const { x, y, cost } of candidates) {
      const limit: number = best === null ? Infinity : best.cost - cost;
      const placed = { ...body, x, y };
      if (limit <= 0 || !ground.space.isFree(placed)) continue;
      const disturbed = disturbance(placed, { linked, ground, limit });
      if (disturbed < limit) best = { x, y, cost: cost + disturbed };
    }
  }
  return best === null ? null : { x: best.x, y: best.y };
}

interface Weighing {
  readonly linked: readonly Body[];
  readonly ground: Ground;
  /** From here on the sum does not matter. */
  readonly limit: number;
}

function disturbance(body: Body, { linked, ground, limit }: Weighing): number {
  const mine = linked.map((end): Segment => ({ a: body, b: end }));
  const { parts } = drawBody(body);
  let cost = 0;
  for (const segment of ground.segments) {
    if (parts.some((part) => doesRunThrough(segment, part))) cost += coveredCost;
    for (const link of mine) if (doCross(link, segment)) cost += crossedCost;
    if (cost >= limit) return cost;
  }
  for (const other of ground.drawn) {
    for (const link of mine)
      if (link.b !== other.body && other.parts.some((part) => doesRunThrough(link, part))) cost += coveredCost;
    if (cost >= limit) return cost;
  }
  return cost;
}

/** The item itself, and its caption where it stands first: below. */
export function drawBody(body: Body): DrawnBody {
  const { x, y, halfWidth, halfHeight } = body;
  const radius = halfHeight - captionHeight;
  return {
    body,
    parts: [
      { x, y, halfWidth: radius + 4, halfHeight: radius + 4 },
      { x, y: y + radius + captionHeight / 2 + 2, halfWidth, halfHeight: captionHeight / 2 },
    ],
  };
}
