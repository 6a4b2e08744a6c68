import { expect, test } from 'vitest';
import { hideItems, dragItems } from '../../chart/commands/changeItems.ts';
import { applyDiff, diffOf } from '../../chart/diff.ts';
import { makeBundle, makeChart, makeEntity, makeRecords } from '../../view/fixtures/records.ts';
import { firstView } from '../../view/viewState.ts';
import { receiveVocabulary } from '../../remote/vocabulary.ts';
import { buildScene } from './buildScene.ts';
import { isNothing, planSync } from './planSync.ts';
import { emptyScene } from './scene.ts';

receiveVocabulary({
  entityKinds: [
    { kind: 'PERSON', label: 'Person', plural: 'People', family: 'people', layer: 'who', icon: 'user', properties: [] },
    { kind: 'PHONE', label: 'Phone', plural: 'Phones', family: 'contact', layer: 'what', icon: 'phone', properties: [] },
  ].map((kind) => ({ ...kind, kind: kind.kind as 'PERSON' })),
  linkKinds: [],
});

const entities = [
  makeEntity({ id: 'a', kind: 'PERSON', isProtected: true }),
  makeEntity({
    id: 'b',
    agencies: [
      { id: 'X', name: 'X' },
      { id: 'Y', name: 'Y' },
    ],
  }),
  makeEntity({ id: 'c', isGeneric: true }),
];
const bundles = [
  makeBundle({ id: 'ab', from: 'a', to: 'b', links: 12 }),
  makeBundle({ id: 'bc', from: 'b', to: 'c', isInferred: true }),
  makeBundle({ id: 'elsewhere', from: 'a', to: 'z' }),
];
const records = makeRecords(entities, bundles);
const chart = makeChart('a', 'b', 'c');
const scene = buildScene(chart, records, firstView);

test('an item looks as its kind and state say', () => {
  expect(scene.items.get('a')).toMatchObject({ shape: 'circle', tone: 'people', layer: 'who', diameter: 42, isProtected: true });
  expect(scene.items.get('b')).toMatchObject({ shape: 'square', tone: 'contact', isSplit: true });
  expect(scene.items.get('c')).toMatchObject({ shape: 'square', tone: 'generic' });
});

test('a link looks as it was said, and links to what is not shown are not there', () => {
  expect([...scene.links.keys()]).toEqual(['ab', 'bc']);
  expect(scene.links.get('ab')).toMatchObject({ classes: 'many', chip: '12' });
  expect(scene.links.get('bc')).toMatchObject({ classes: 'inferred faint', chip: 'inferred' });
});

test('selection, found path and filter are classes of the links they touch', () => {
  const view = {
    ...firstView,
    selection: new Set(['a']),
    path: { items: ['b', 'c'], bundles: ['bc'] },
    fadedKinds: new Set(['PERSON']),
  };
  const other = buildScene(chart, records, view);
  expect(other.links.get('ab')!.classes).toBe('many accent faded');
  expect(other.links.get('bc')!.classes).toBe('inferred faint path');
  expect(other.items.get('a')!.isFaded).toBe(true);
});

test('an unknown kind and an item whose entity is not told are no error', () => {
  const strange = buildScene(
    makeChart('a', 's', 'untold'),
    makeRecords([entities[0]!, makeEntity({ id: 's', kind: 'AIRCRAFT' as 'PHONE' })]),
    firstView,
  );
  expect([...strange.items.keys()]).toEqual(['a', 's']);
  expect(strange.items.get('s')).toMatchObject({ shape: 'sheet', tone: 'record' });
});

test('a sync holds only the difference', () => {
  expect(isNothing(planSync(scene, buildScene(chart, records, firstView)))).toBe(true);
  const first = planSync(emptyScene, scene);
  expect([first.addItems.length, first.addLinks.length]).toEqual([3, 2]);

  const moved = applyDiff(chart, diffOf(chart, dragItems(chart, new Map([['b', { x: 7, y: 7 }]]))));
  const move = planSync(scene, buildScene(moved, records, firstView));
  expect(move).toMatchObject({
    moveItems: [{ id: 'b' }],
    addItems: [],
    removeItems: [],
    addLinks: [],
    removeLinks: [],
    restyleLinks: [],
  });

  const hidden = applyDiff(chart, diffOf(chart, hideItems(chart, ['b'])));
  const hide = planSync(scene, buildScene(hidden, records, firstView));
  expect(hide).toMatchObject({ removeItems: ['b'], removeLinks: ['ab', 'bc'], addItems: [], moveItems: [] });

  const selected = planSync(scene, buildScene(chart, records, { ...firstView, selection: new Set(['c']) }));
  expect(selected).toMatchObject({ restyleLinks: [{ id: 'bc' }], moveItems: [], reshapeItems: [] });
});
