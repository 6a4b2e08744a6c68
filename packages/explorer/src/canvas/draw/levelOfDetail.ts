import type { SceneItem } from '../scene/scene.ts';

/** What is worth drawing at a zoom. */
export interface Detail {
  readonly hasChips: boolean;
  readonly hasBadges: boolean;
  hasCaption(item: SceneItem): boolean;
}

/** Items on one chart from which small things wait for a closer look. */
export const manyItems = 1000;
/** Links on one chart from which they are drawn straight and hidden while the chart is moved. */
export const manyLinks = 500;

export function isCrowded(linkCount: number): boolean {
  return linkCount > manyLinks;
}

export function detailAt(zoom: number, itemCount: number): Detail {
  // A crowded chart is cut down a little earlier: more of it is in sight at the same zoom.
  const near = itemCount > manyItems ? zoom * 0.8 : zoom;
  return {
    hasChips: near >= 0.6,
    hasBadges: near >= 0.6,
    hasCaption: ({ layer }) => near >= 0.6 || layer === 'who' || (near >= 0.35 && layer === 'what'),
  };
}
