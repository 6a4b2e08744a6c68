import type { Core } from 'cytoscape';
import type { SceneItem } from './scene/scene.ts';

const milliseconds = 320;
/** Above this many, moving at once is calmer than stuttering. */
const mostGliding = 300;

export interface Glide {
  /** Lets items slide to where the scene has them; a second call starts from where they are. */
  to(items: readonly SceneItem[]): void;
  stop(): void;
}

export function makeGlide(cy: Core, moved: () => void): Glide {
  let request = 0;
  const stop = (): void => cancelAnimationFrame(request);

  const place = (items: readonly SceneItem[], starts: ReadonlyMap<string, { x: number; y: number }>, share: number): void => {
    cy.batch(() => {
      for (const { id, x, y } of items) {
        const start = starts.get(id);
        if (start) cy.getElementById(id).position({ x: start.x + (x - start.x) * share, y: start.y + (y - start.y) * share });
      }
    });
    moved();
  };

  return {
    stop,
    to(items) {
      stop();
      if (items.length === 0) return;
      const starts = new Map(items.map(({ id }) => [id, { ...cy.getElementById(id).position() }]));
      if (items.length > mostGliding || matchMedia('(prefers-reduced-motion: reduce)').matches) return place(items, starts, 1);
      const begin = performance.now();
      const frame = (): void => {
        const share = Math.min(1, (performance.now() - begin) / milliseconds);
        place(items, starts, share < 0.5 ? 2 * share * share : 1 - 2 * (1 - share) * (1 - share));
        if (share < 1) request = requestAnimationFrame(frame);
      };
      frame();
    },
  };
}
