import { expect, test } from 'vitest';
import { makeBundle, makeEntity, makeRecords } from '../../view/fixtures/records.ts';
import { firstView } from '../../view/viewState.ts';
import { buildScene } from '../scene/buildScene.ts';
import { walk } from './walk.ts';

const places: Record<string, [number, number]> = {
  middle: [0, 0],
  right: [300, 20],
  nearer: [100, 0],
  up: [10, -200],
  left: [-90, 0],
};
const chart = {
  items: new Map(Object.entries(places).map(([id, [x, y]]) => [id, { id, x, y, isPinned: false, isHidden: false }])),
};
const entities = Object.keys(places).map((id) => makeEntity({ id }));
const bundles = [makeBundle({ id: '1', from: 'middle', to: 'right' }), makeBundle({ id: '2', from: 'up', to: 'middle' })];
const scene = buildScene(chart, makeRecords(entities, bundles), firstView);

test('an arrow follows a link before it goes to something nearer', () => {
  expect(walk(scene, 'middle', 'ArrowRight')).toBe('right');
  expect(walk(scene, 'middle', 'ArrowUp')).toBe('up');
});

test('where no link leads it goes to the nearest item that way, and stays at the rim', () => {
  expect(walk(scene, 'middle', 'ArrowLeft')).toBe('left');
  expect(walk(scene, 'up', 'ArrowUp')).toBeNull();
});

test('without a start it begins in the middle', () => {
  expect(walk(scene, null, 'ArrowUp')).toBe('nearer');
  expect(walk(buildScene({ items: new Map() }, makeRecords([]), firstView), null, 'ArrowUp')).toBeNull();
});
