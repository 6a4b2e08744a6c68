import { forceCollide, forceLink, forceManyBody, forceSimulation, forceX, forceY } from 'd3-force';
import type { Point } from '../../chart.ts';
import type { ArrangeAll, Body } from '../layoutQuestion.ts';

interface Particle extends Body {
  x: number;
  y: number;
  fx?: number;
  fy?: number;
}

/** Many items settle roughly in fewer steps: an arrangement of 2,000 has to come within a few seconds. */
const ticksFor = (count: number): number => (count > 800 ? 120 : 260);

/** Linked things near each other, all else apart; starts from how things stand, so that a second press changes little. */
export function forcedPlaces({ fixed, free, ties }: ArrangeAll): Map<string, Point> {
  const moving = free.map((body): Particle => ({ ...body }));
  const particles = [...fixed.map((body): Particle => ({ ...body, fx: body.x, fy: body.y })), ...moving];
  const known = new Map(particles.map((particle) => [particle.id, particle]));
  const links = ties.flatMap(({ from, to }) => {
    const source = known.get(from);
    const target = known.get(to);
    return source && target ? [{ source, target }] : [];
  });
  const ticks = ticksFor(particles.length);
  forceSimulation(particles)
    .force('apart', forceManyBody<Particle>().strength(-520).distanceMax(900))
    .force(
      'room',
      forceCollide<Particle>((one) => (one.halfWidth + one.halfHeight) / 2 + 4),
    )
    .force('ties', forceLink<Particle, { source: Particle; target: Particle }>(links).distance(130))
    .force('x', forceX<Particle>(0).strength(0.03))
    .force('y', forceY<Particle>(0).strength(0.045))
    .alphaDecay(1 - 0.001 ** (1 / ticks))
    .stop()
    .tick(ticks);
  return new Map(moving.map(({ id, x, y }) => [id, { x, y }]));
}
