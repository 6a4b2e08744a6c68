import type { Core } from 'cytoscape';
import type { Point } from '../chart/chart.ts';
import type { SceneItem } from './scene/scene.ts';

const milliseconds = 320;
/** Above this many, moving at once is calmer than stuttering. */
const mostGliding = 300;

export interface Glide {
  /** Lets items slide to where the scene has them; those still on their way from before go on. */
  to(items: readonly SceneItem[]): void;
  /** A person has taken hold of these: they go their own way no further. */
  leave(ids: Iterable<string>): void;
  stop(): void;
}

interface Way {
  readonly from: Point;
  readonly to: Point;
  readonly begin: number;
}

export function makeGlide(cy: Core, moved: () => void): Glide {
  const ways = new Map<string, Way>();
  let request = 0;

  const frame = (): void => {
    request = 0;
    const now = performance.now();
    cy.batch(() => {
      for (const [id, { from, to, begin }] of ways) {
        const share = Math.min(1, (now - begin) / milliseconds);
        const eased = share < 0.5 ? 2 * share * share : 1 - 2 * (1 - share) * (1 - share);
        cy.getElementById(id).position({ x: from.x + (to.x - from.x) * eased, y: from.y + (to.y - from.y) * eased });
        if (share === 1) ways.delete(id);
      }
    });
    moved();
    if (ways.size > 0) request = requestAnimationFrame(frame);
  };

  return {
    stop: () => cancelAnimationFrame(request),
    leave(ids) {
      for (const id of ids) ways.delete(id);
    },
    to(items) {
      if (items.length === 0) return;
      const isAtOnce = items.length > mostGliding || matchMedia('(prefers-reduced-motion: reduce)').matches;
      const begin = performance.now() - (isAtOnce ? milliseconds : 0);
      for (const { id, x, y } of items) ways.set(id, { from: { ...cy.getElementById(id).position() }, to: { x, y }, begin });
      cancelAnimationFrame(request);
      frame();
    },
  };
}

/** New items come out of the item they were expanded from: they are put there, to glide to their own place. */
export function startAtOrigin(cy: Core, added: readonly SceneItem[]): SceneItem[] {
  if (added.length > mostGliding) return [];
  const arriving = new Set(added.map(({ id }) => id));
  return added.filter(({ id, origin }) => {
    const from = origin === null || arriving.has(origin) ? null : cy.getElementById(origin);
    if (!from?.nonempty()) return false;
    cy.getElementById(id).position({ ...from.position() });
    return true;
  });
}
