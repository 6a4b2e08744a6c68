import cytoscape, { type Core } from 'cytoscape';
import { expect, it } from 'vitest';
import { narrowHitTest } from './hitTest.ts';

const side = 20;

/** The library asks its renderer; without a screen there is none, so one that only notes whom it would have asked. */
function chartOf(): { cy: Core; askedAt(x: number, y: number): string[] } {
  const cy = cytoscape({ headless: true, styleEnabled: true });
  for (let index = 0; index < side * side; index += 1)
    cy.add({ data: { id: `i${index}`, diameter: 30 }, position: { x: (index % side) * 100, y: Math.floor(index / side) * 100 } });
  for (let index = 1; index < side * side; index += 1)
    cy.add({ data: { id: `l${index}`, source: `i${index - 1}`, target: `i${index}` } });
  const sorted = Object.assign(cy.elements().toArray(), { interactive: cy.elements().toArray() });
  const renderer = {
    notify: () => undefined,
    getCachedZSortedEles: () => sorted,
    findNearestElements: (_x: number, _y: number) => renderer.getCachedZSortedEles().interactive.map((element) => element.id()),
  };
  Object.assign(cy, { renderer: () => renderer });
  return { cy, askedAt: (x, y) => renderer.findNearestElements(x, y) };
}

it('asks only items and links whose boxes are near the pointer', () => {
  const { cy, askedAt } = chartOf();
  narrowHitTest(cy, () => true);
  const asked = askedAt(300, 500);
  const here = `i${5 * side + 3}`;
  expect(asked).toContain(here);
  expect(asked).toEqual(expect.arrayContaining([`l${5 * side + 3}`, `l${5 * side + 4}`]));
  expect(asked.length).toBeLessThan(10);
});

it('asks all of a chart that is not crowded, where links bend outside their boxes', () => {
  const { cy, askedAt } = chartOf();
  narrowHitTest(cy, () => false);
  expect(askedAt(300, 500)).toHaveLength(cy.elements().length);
});

it('finds an item where it was moved to, and no more where it was', () => {
  const { cy, askedAt } = chartOf();
  narrowHitTest(cy, () => true);
  expect(askedAt(0, 0)).toContain('i0');
  cy.getElementById('i0').position({ x: 5_000, y: 5_000 });
  expect(askedAt(5_000, 5_000)).toContain('i0');
  expect(askedAt(0, 0)).not.toContain('i0');
});
