import cytoscape from 'cytoscape';
import { expect, test, vi } from 'vitest';
import { arrangeItems } from '../chart/commands/changeItems.ts';
import { removeItems } from '../chart/commands/removeItems.ts';
import { applyDiff, diffOf } from '../chart/diff.ts';
import { makeBundle, makeChart, makeEntity, makeRecords } from '../view/fixtures/records.ts';
import { firstView, type ViewState } from '../view/viewState.ts';
import { applySync } from './applySync.ts';
import { manyLinks } from './draw/levelOfDetail.ts';
import { makeGlide, startAtOrigin } from './glide.ts';
import { buildScene } from './scene/buildScene.ts';
import { planSync } from './scene/planSync.ts';
import { emptyScene, type Scene } from './scene/scene.ts';

const records = makeRecords(
  ['a', 'b', 'c'].map((id) => makeEntity({ id })),
  [makeBundle({ id: 'ab', from: 'a', to: 'b' }), makeBundle({ id: 'bc', from: 'b', to: 'c' })],
);
const chart = makeChart('a', 'b', 'c');
const scene = buildScene(chart, records, firstView);

function startCanvas(first: Scene = scene) {
  const cy = cytoscape({ headless: true, styleEnabled: true });
  applySync(cy, planSync(emptyScene, first), first.links.size);
  return cy;
}

const ids = (cy: cytoscape.Core) =>
  cy
    .elements()
    .map((one) => one.id())
    .sort();

test('the canvas holds what the scene holds, and after a removal no link to what has gone', () => {
  const cy = startCanvas();
  expect(ids(cy)).toEqual(['a', 'ab', 'b', 'bc', 'c']);
  const next = buildScene(applyDiff(chart, diffOf(chart, removeItems(chart, ['c']))), records, firstView);
  applySync(cy, planSync(scene, next), next.links.size);
  expect(ids(cy)).toEqual(['a', 'ab', 'b']);
});

test('a selection touches the links concerned and adds or removes nothing', () => {
  const cy = startCanvas();
  const heard = vi.fn();
  cy.on('add remove', heard);
  const view: ViewState = { ...firstView, selection: new Set(['a']) };
  const next = buildScene(chart, records, view);
  applySync(cy, planSync(scene, next), next.links.size);
  expect(heard).not.toHaveBeenCalled();
  expect(cy.getElementById('ab').hasClass('accent')).toBe(true);
  expect(cy.getElementById('bc').hasClass('accent')).toBe(false);
});

test('a faded item cannot be pressed, and can be again', () => {
  const cy = startCanvas();
  const faded = buildScene(chart, records, { ...firstView, fadedKinds: new Set(['PHONE']) });
  applySync(cy, planSync(scene, faded), faded.links.size);
  expect(cy.getElementById('a').hasClass('faded')).toBe(true);
  applySync(cy, planSync(faded, scene), scene.links.size);
  expect(cy.getElementById('a').hasClass('faded')).toBe(false);
});

test('links of a crowded chart are drawn the cheap way, and properly again when it is not crowded any more', () => {
  const cy = startCanvas();
  applySync(cy, planSync(scene, scene), manyLinks + 1);
  expect(cy.edges('.crowded').length).toBe(2);
  applySync(cy, planSync(scene, scene), manyLinks);
  expect(cy.edges('.crowded').length).toBe(0);
});

test('what moved glides to its place, even when something else changes on the way', async () => {
  const cy = startCanvas();
  const moved = buildScene(
    applyDiff(chart, diffOf(chart, arrangeItems(chart, new Map([['a', { x: 500, y: 90 }]])))),
    records,
    firstView,
  );
  const glide = makeGlide(cy, () => undefined);
  glide.to(planSync(scene, moved).moveItems);
  glide.to([]);
  glide.to([moved.items.get('c')!]);
  await vi.waitFor(() => expect(cy.getElementById('a').position()).toEqual({ x: 500, y: 90 }), { timeout: 3000 });
});

test('new items start where the item they come from is', () => {
  const cy = startCanvas();
  const from = { ...scene.items.get('b')!, origin: 'c' };
  expect(startAtOrigin(cy, [from, { ...from, id: 'a', origin: null }])).toEqual([from]);
  expect(cy.getElementById('b').position()).toEqual(cy.getElementById('c').position());
});
