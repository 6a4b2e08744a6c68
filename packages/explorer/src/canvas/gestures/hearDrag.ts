import type { Core, EventObjectNode } from 'cytoscape';
import type { Workspace } from '../../actions/workspace.ts';
import type { Point } from '../../chart/chart.ts';
import { dragItems } from '../../chart/commands/changeItems.ts';

interface Drag {
  readonly id: string;
  readonly starts: ReadonlyMap<string, Point>;
}

interface DragHearer {
  grabbed(ids: Iterable<string>): void;
  moved(): void;
}

/** One drag is one step. A selected item takes the other selected ones along. */
export function hearDrag(cy: Core, { chart, view }: Workspace, { grabbed, moved }: DragHearer): void {
  let drag: Drag | null = null;

  cy.on('grab', 'node', (event: EventObjectNode) => {
    const id = event.target.id();
    const { selection } = view.getState();
    const ids = selection.has(id) ? [...selection] : [id];
    grabbed(ids);
    drag = { id, starts: new Map(ids.map((one) => [one, { ...cy.getElementById(one).position() }])) };
  });
  cy.on('drag', 'node', (event: EventObjectNode) => {
    if (!drag || event.target.id() !== drag.id) return;
    const start = drag.starts.get(drag.id)!;
    const now = event.target.position();
    const [dx, dy] = [now.x - start.x, now.y - start.y];
    const { id, starts } = drag;
    cy.batch(() => {
      for (const [other, from] of starts) if (other !== id) cy.getElementById(other).position({ x: from.x + dx, y: from.y + dy });
    });
    moved();
  });
  cy.on('dragfree', 'node', (event: EventObjectNode) => {
    if (!drag || event.target.id() !== drag.id) return;
    const ids = [...drag.starts.keys()];
    drag = null;
    const places = new Map(ids.map((id): [string, Point] => [id, rounded(cy.getElementById(id).position())]));
    chart.perform(dragItems(chart.getState().chart, places), {
      verb: 'Moved',
      about: ids.slice(0, 3),
      count: ids.length,
      icon: 'move',
    });
  });
}

function rounded({ x, y }: Point): Point {
  return { x: Math.round(x), y: Math.round(y) };
}
