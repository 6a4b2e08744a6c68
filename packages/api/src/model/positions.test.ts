import { expect, test } from 'vitest';
import { comparePositions, cutPage } from './positions.ts';

test('nulls are last whether a part goes up or down', () => {
  expect(comparePositions([null], [1], ['up'])).toBe(1);
  expect(comparePositions([null], [1], ['down'])).toBe(1);
  expect(comparePositions([null, 'a'], [null, 'b'], ['down', 'up'])).toBe(-1);
});

test('a page begins after the position asked for, whether or not that is still there', () => {
  const positionOf = (item: number) => [item];
  expect(cutPage([5, 1, 3], ['down'], { first: 1, after: [4], positionOf })).toEqual({
    items: [{ item: 3, position: [3] }],
    hasNext: true,
    total: 3,
  });
});
