import type { Point } from '../chart.ts';
import type { Body } from './layoutQuestion.ts';

/** Side of one cell; about the room of an item with its caption, so that a look touches few cells. */
const cell = 96;
/** Steps of the search outwards, and how far it goes before it takes a place beyond everything. */
const step = 14;
const farthest = 4000;

export interface FreeSpace {
  take(body: Body): void;
  isFree(body: Body): boolean;
  /** The free place nearest to where the body stands; deterministic. */
  nearestFree(body: Body): Point;
}

/** Rectangles that are taken, in a grid. */
export function makeFreeSpace(): FreeSpace {
  const cells = new Map<string, Body[]>();
  let right = 0;

  const cellsOf = (body: Body): string[] => {
    const keys: string[] = [];
    const last = { x: Math.floor((body.x + body.halfWidth) / cell), y: Math.floor((body.y + body.halfHeight) / cell) };
    for (let x = Math.floor((body.x - body.halfWidth) / cell); x <= last.x; x += 1)
      for (let y = Math.floor((body.y - body.halfHeight) / cell); y <= last.y; y += 1) keys.push(`${x},${y}`);
    return keys;
  };
  const isFree = (body: Body): boolean => !cellsOf(body).some((key) => cells.get(key)?.some((other) => doOverlap(body, other)));

  return {
    take(body) {
      right = Math.max(right, body.x + body.halfWidth);
      for (const key of cellsOf(body)) {
        const there = cells.get(key);
        if (there) there.push(body);
        else cells.set(key, [body]);
      }
    },
    isFree,
    nearestFree(body) {
      if (isFree(body)) return { x: body.x, y: body.y };
      for (let radius = step; radius < farthest; radius += step) {
        const count = Math.max(8, Math.ceil((Math.PI * 2 * radius) / (step * 2)));
        for (let turn = 0; turn < count; turn += 1) {
          const angle = (turn / count) * Math.PI * 2;
          const place = { x: body.x + Math.cos(angle) * radius, y: body.y + Math.sin(angle) * radius };
          if (isFree({ ...body, ...place })) return place;
        }
      }
      return { x: right + body.halfWidth + step, y: body.y };
    },
  };
}

export function doOverlap(a: Body, b: Body): boolean {
  return Math.abs(a.x - b.x) < a.halfWidth + b.halfWidth && Math.abs(a.y - b.y) < a.halfHeight + b.halfHeight;
}
