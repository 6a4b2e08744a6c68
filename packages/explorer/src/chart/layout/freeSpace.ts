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
  const cells = new Map<number, Body[]>();
  let right = 0;

  const isFree = (body: Body): boolean =>
    !someCell(body, (key) => {
      for (const other of cells.get(key) ?? []) if (doOverlap(body, other)) return true;
      return false;
    });

  return {
    isFree,
    take(body) {
      right = Math.max(right, body.x + body.halfWidth);
      someCell(body, (key) => {
        const there = cells.get(key);
        if (there) there.push(body);
        else cells.set(key, [body]);
        return false;
      });
    },
    nearestFree(body) {
      if (isFree(body)) return { x: body.x, y: body.y };
      for (let radius = step; radius < farthest; radius += step) {
        const count = Math.max(8, Math.ceil((Math.PI * radius) / step));
        for (let turn = 0; turn < count; turn += 1) {
          const angle = (turn / count) * Math.PI * 2;
          const place = { x: Math.round(body.x + Math.cos(angle) * radius), y: Math.round(body.y + Math.sin(angle) * radius) };
          if (isFree({ ...body, ...place })) return place;
        }
      }
      return { x: right + body.halfWidth + step, y: body.y };
    },
  };
}

/** Whether any of the cells that the body reaches into is one that `isFound` wants. */
function someCell({ x, y, halfWidth, halfHeight }: Body, isFound: (key: number) => boolean): boolean {
  const [lastX, lastY] = [Math.floor((x + halfWidth) / cell), Math.floor((y + halfHeight) / cell)];
  for (let across = Math.floor((x - halfWidth) / cell); across <= lastX; across += 1)
    for (let down = Math.floor((y - halfHeight) / cell); down <= lastY; down += 1)
      if (isFound(across * 65_536 + down)) return true;
  return false;
}

export function doOverlap(a: Body, b: Body): boolean {
  return Math.abs(a.x - b.x) < a.halfWidth + b.halfWidth && Math.abs(a.y - b.y) < a.halfHeight + b.halfHeight;
}
