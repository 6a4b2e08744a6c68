import fc from 'fast-check';
import { expect, test } from 'vitest';
import { makeBundle, makeEntity, makeRecords } from '../../view/fixtures/records.ts';
import { firstView } from '../../view/viewState.ts';
import { buildScene } from '../scene/buildScene.ts';
import type { SceneItem } from '../scene/scene.ts';
import { boxAround, doMeet } from './boxes.ts';
import { placeTexts } from './placeTexts.ts';

const widths = { of: (text: string) => text.length * 6 };
const positionOf = ({ x, y }: SceneItem) => ({ x, y });
const bendOf = () => ({ x: 0, y: 0 });

function sceneOf(points: readonly { x: number; y: number }[], links: readonly [number, number][] = []) {
  const items = new Map(
    points.map(({ x, y }, index) => [`i${index}`, { id: `i${index}`, x, y, isPinned: false, isHidden: false }]),
  );
  const entities = points.map((_, index) => makeEntity({ id: `i${index}`, caption: '(504) 555-0142' }));
  const bundles = links.map(([from, to], index) => makeBundle({ id: `b${index}`, from: `i${from}`, to: `i${to}`, links: 3 }));
  return buildScene({ items }, makeRecords(entities, bundles), firstView);
}

test('a caption stands below when there is room, and aside when another item is there', () => {
  const alone = placeTexts({ scene: sceneOf([{ x: 0, y: 0 }]), zoom: 1, widths, positionOf, bendOf });
  expect(alone.captions[0]).toMatchObject({ align: 'center', dx: 0 });
  expect(alone.captions[0]!.dy).toBeGreaterThan(0);
  const stacked = placeTexts({
    scene: sceneOf([
      { x: 0, y: 0 },
      { x: 0, y: 34 },
    ]),
    zoom: 1,
    widths,
    positionOf,
    bendOf,
  });
  expect(stacked.captions.find(({ item }) => item.id === 'i0')).toMatchObject({ align: 'left' });
});

test('a caption keeps away from links where it can', () => {
  const placed = placeTexts({
    scene: sceneOf(
      [
        { x: 0, y: 0 },
        { x: 0, y: 300 },
      ],
      [[0, 1]],
    ),
    zoom: 1,
    widths,
    positionOf,
    bendOf,
  });
  expect(placed.captions.find(({ item }) => item.id === 'i0')).toMatchObject({ align: 'left' });
});

test('no caption covers an item or another caption, wherever they stand', () => {
  const point = fc.record({ x: fc.integer({ min: 0, max: 600 }), y: fc.integer({ min: 0, max: 400 }) });
  fc.assert(
    fc.property(fc.array(point, { maxLength: 40 }), fc.constantFrom(0.4, 0.7, 1, 2), (points, zoom) => {
      const scene = sceneOf(points);
      const { captions } = placeTexts({ scene, zoom, widths, positionOf, bendOf });
      const boxes = captions.map(({ item, text, align, dx, dy }) => {
        const width = widths.of(text) * Math.min(1.4, Math.max(1, zoom));
        const left = item.x * zoom + dx - (align === 'center' ? width / 2 : align === 'right' ? width : 0);
        return { id: item.id, box: { left, right: left + width, top: item.y * zoom + dy - 8, bottom: item.y * zoom + dy } };
      });
      for (const [index, { id, box }] of boxes.entries()) {
        for (const other of boxes.slice(0, index)) expect(doMeet(box, other.box)).toBe(false);
        for (const item of scene.items.values())
          if (item.id !== id) expect(doMeet(box, boxAround(item.x * zoom, item.y * zoom, 16 * zoom, 16 * zoom))).toBe(false);
      }
    }),
  );
});

test('chips slide along their links to stay apart, and wait for a closer look below 60 %', () => {
  const crossing = sceneOf(
    [
      { x: 0, y: 0 },
      { x: 400, y: 400 },
      { x: 400, y: 0 },
      { x: 0, y: 400 },
    ],
    [
      [0, 1],
      [2, 3],
    ],
  );
  const { chips } = placeTexts({ scene: crossing, zoom: 1, widths, positionOf, bendOf });
  expect(chips.map(({ at }) => at)).toEqual([0.5, 0.42]);
  expect(placeTexts({ scene: crossing, zoom: 0.5, widths, positionOf, bendOf }).chips).toEqual([]);
});
