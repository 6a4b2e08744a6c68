import type { Point } from '../chart.ts';

/** The direction, as an angle, with the least standing in it. To the right when all are alike. */
export function openDirection(bodies: readonly Point[], centre: Point): number {
  const sectors = Array.from({ length: 16 }, (_, index) => ({ angle: (index / 16) * Math.PI * 2, weight: 0 }));
  for (const { x, y } of bodies) {
    const distance = Math.hypot(x - centre.x, y - centre.y);
    if (distance < 1) continue;
    const angle = Math.atan2(y - centre.y, x - centre.x);
    for (const sector of sectors) sector.weight += Math.max(0, Math.cos(angle - sector.angle)) / (distance + 40);
  }
  return sectors.reduce((best, sector) => (sector.weight < best.weight - 1e-9 ? sector : best)).angle;
}

export function middleOf(points: readonly Point[]): Point {
  if (points.length === 0) return { x: 0, y: 0 };
  const sum = points.reduce((total, point) => ({ x: total.x + point.x, y: total.y + point.y }), { x: 0, y: 0 });
  return { x: sum.x / points.length, y: sum.y / points.length };
}
