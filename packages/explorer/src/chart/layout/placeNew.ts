import { forceCollide, forceLink, forceManyBody, forceSimulation, forceX, forceY } from 'd3-force';
import type { Point } from '../chart.ts';
import { makeFreeSpace } from './freeSpace.ts';
import type { Body, PlaceNew } from './layoutQuestion.ts';

interface Particle extends Body {
  x: number;
  y: number;
  fx?: number;
  fy?: number;
}

/** Placed items farther from the origin than this do not push arriving ones; the search for free space still sees them. */
const reach = 900;
const firstRing = 120;
const ringGap = 62;
const ticks = 90;

/**
 * Places for what arrives. Nothing that is placed moves and nothing overlaps: forces find a good place, and where that is
 * taken the nearest free one is used.
 */
export function placeNew(question: PlaceNew): Map<string, Point> {
  const origin = question.placed.find((body) => body.id === question.around) ?? null;
  const centre = origin ?? middleOf(question.placed);
  const near = question.placed.filter((body) => Math.hypot(body.x - centre.x, body.y - centre.y) < reach);
  const starts = fan(question, centre, openDirection(near, centre));
  relax(question, near, starts, centre);

  const space = makeFreeSpace();
  for (const body of question.placed) space.take(body);
  const byDistance = starts
    .map((body) => ({ body, distance: Math.hypot(body.x - centre.x, body.y - centre.y) }))
    .sort((a, b) => a.distance - b.distance);
  const places = new Map<string, Point>();
  for (const { body } of byDistance) {
    const place = space.nearestFree({ ...body, x: Math.round(body.x), y: Math.round(body.y) });
    space.take({ ...body, ...place });
    places.set(body.id, place);
  }
  return places;
}

/** Rings around the centre, in the order given, so that what belongs together arrives side by side. */
function fan({ arriving, placed }: PlaceNew, centre: Point, direction: number): Particle[] {
  const rings = Math.max(1, Math.ceil(Math.sqrt(arriving.length / 9)));
  // A chart that is empty but for the origin has room all round; otherwise what arrives leans to the open side.
  const spread = placed.length <= 1 ? Math.PI * 2 : Math.min(Math.PI * 2, Math.PI * 0.5 + arriving.length * 0.16);
  return arriving.map((body, index) => {
    const share = arriving.length === 1 ? 0 : index / arriving.length - 0.5;
    const angle = direction + share * spread;
    const radius = (placed.length === 0 ? 0 : firstRing) + (index % rings) * ringGap;
    return { ...body, x: centre.x + Math.cos(angle) * radius, y: centre.y + Math.sin(angle) * radius };
  });
}

function relax({ ties }: PlaceNew, near: readonly Body[], arriving: Particle[], centre: Point): void {
  const fixed = near.map((body): Particle => ({ ...body, fx: body.x, fy: body.y }));
  const particles = [...fixed, ...arriving];
  const known = new Map(particles.map((particle) => [particle.id, particle]));
  const isNew = new Set(arriving.map((particle) => particle.id));
  const links = ties.flatMap(({ from, to }) => {
    const source = known.get(from);
    const target = known.get(to);
    return source && target && (isNew.has(from) || isNew.has(to)) ? [{ source, target }] : [];
  });
  forceSimulation(particles)
    .force(
      'apart',
      forceManyBody<Particle>()
        .strength((one) => (isNew.has(one.id) ? -160 : -60))
        .distanceMax(320),
    )
    .force('room', forceCollide<Particle>((one) => (one.halfWidth + one.halfHeight) / 2 + 2).strength(0.9))
    .force('ties', forceLink<Particle, { source: Particle; target: Particle }>(links).distance(firstRing).strength(0.25))
    .force('x', forceX<Particle>(centre.x).strength(0.03))
    .force('y', forceY<Particle>(centre.y).strength(0.03))
    .alphaDecay(1 - 0.001 ** (1 / ticks))
    .stop()
    .tick(ticks);
}

/** The direction, as an angle, with the least standing in it. Downwards right when all are alike. */
function openDirection(near: readonly Body[], centre: Point): number {
  const sectors = Array.from({ length: 16 }, (_, index) => ({ angle: (index / 16) * Math.PI * 2, weight: 0 }));
  for (const body of near) {
    const distance = Math.hypot(body.x - centre.x, body.y - centre.y);
    if (distance < 1) continue;
    const angle = Math.atan2(body.y - centre.y, body.x - centre.x);
    for (const sector of sectors) sector.weight += Math.max(0, Math.cos(angle - sector.angle)) / (distance + 40);
  }
  return sectors.reduce((best, sector) => (sector.weight < best.weight - 1e-9 ? sector : best)).angle;
}

function middleOf(bodies: readonly Body[]): Point {
  if (bodies.length === 0) return { x: 0, y: 0 };
  const sum = bodies.reduce((total, body) => ({ x: total.x + body.x, y: total.y + body.y }), { x: 0, y: 0 });
  return { x: sum.x / bodies.length, y: sum.y / bodies.length };
}
