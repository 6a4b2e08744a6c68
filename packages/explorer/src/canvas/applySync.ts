import type { Core } from 'cytoscape';
import type { Shape } from '../ui/kindMark.ts';
import { isCrowded as isManyLinks } from './draw/levelOfDetail.ts';
import type { SceneItem, SceneLink } from './scene/scene.ts';
import type { SyncPlan } from './scene/planSync.ts';

/** The library's outlines nearest to ours: for pressing, and for where links end. */
const outlines: Record<Shape, string> = {
  circle: 'ellipse',
  square: 'round-rectangle',
  house: 'round-rectangle',
  hexagon: 'round-hexagon',
  octagon: 'round-octagon',
  diamond: 'round-diamond',
  sheet: 'round-rectangle',
};

/** Applies only the difference, in one batch. Moves are left to the caller, who may let them take a moment. */
export function applySync(cy: Core, plan: SyncPlan, linkCount: number): void {
  const isCrowded = isManyLinks(linkCount);
  const wasCrowded = cy.scratch('crowded') === true;
  cy.batch(() => {
    for (const id of [...plan.removeLinks, ...plan.removeItems]) cy.getElementById(id).remove();
    cy.add([...plan.addItems.map(itemElement), ...plan.addLinks.map((link) => linkElement(link, isCrowded))]);
    for (const item of plan.reshapeItems) {
      const element = cy.getElementById(item.id);
      element.data({ diameter: item.diameter, outline: outlines[item.shape] });
      element.classes(item.isFaded ? 'faded' : '');
    }
    for (const link of plan.restyleLinks) cy.getElementById(link.id).classes(classesOf(link, isCrowded));
    if (isCrowded !== wasCrowded) {
      cy.scratch('crowded', isCrowded);
      cy.edges().toggleClass('crowded', isCrowded);
    }
  });
  hideLinksWhileMoved(cy, isCrowded);
}

/** The library takes this as an option at start only, and a chart becomes crowded later. */
function hideLinksWhileMoved(cy: Core, isHiding: boolean): void {
  const library = cy as Core & { renderer?(): { hideEdgesOnViewport?: boolean } | null };
  const renderer = library.renderer?.();
  if (renderer) renderer.hideEdgesOnViewport = isHiding;
}

function itemElement({ id, x, y, diameter, shape, isFaded }: SceneItem) {
  return {
    group: 'nodes' as const,
    data: { id, diameter, outline: outlines[shape] },
    position: { x, y },
    classes: isFaded ? 'faded' : '',
  };
}

function linkElement(link: SceneLink, isCrowded: boolean) {
  const { id, from, to } = link;
  return { group: 'edges' as const, data: { id, source: from, target: to }, classes: classesOf(link, isCrowded) };
}

function classesOf({ classes }: SceneLink, isCrowded: boolean): string {
  return isCrowded ? `${classes} crowded` : classes;
}
