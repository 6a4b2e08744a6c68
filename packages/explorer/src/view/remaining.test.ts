import { expect, test } from 'vitest';
import { makeBundle, makeChart, makeEntity, makeRecords } from './fixtures/records.ts';
import { badgeText, remainingInAll, remainingRows, shownNeighbours } from './remaining.ts';

const person = makeEntity({ id: 'p', kind: 'PERSON' });
const other = makeEntity({ id: 'q', kind: 'PHONE' });
const phone = makeEntity({
  id: 'a',
  kind: 'PHONE',
  linkCounts: [
    { linkKind: 'CALLED', entityKind: 'PHONE', direction: 'OUT', links: 90, neighbours: 40 },
    { linkKind: 'CALLED', entityKind: 'PHONE', direction: 'IN', links: 30, neighbours: 25 },
    { linkKind: 'USES', entityKind: 'PERSON', direction: 'IN', links: 3, neighbours: 1 },
  ],
});

const bundles = [
  makeBundle({ id: 'b1', kind: 'CALLED', from: 'a', to: 'q' }),
  makeBundle({ id: 'b2', kind: 'USES', from: 'p', to: 'a' }),
];

test('a row counts what is not on the chart yet, by direction', () => {
  const records = makeRecords([phone, person, other], bundles);
  const rows = remainingRows(phone, shownNeighbours(makeChart('a', 'p', 'q'), records));
  expect(rows.map(({ linkKind, direction, shown, remaining }) => [linkKind, direction, shown, remaining])).toEqual([
    ['CALLED', 'OUT', 1, 39],
    ['CALLED', 'IN', 0, 25],
    ['USES', 'IN', 1, 0],
  ]);
});

test('links to what is not on the chart are not counted as shown', () => {
  const records = makeRecords([phone, person, other], bundles);
  const rows = remainingRows(phone, shownNeighbours(makeChart('a'), records));
  expect(rows.map((row) => row.shown)).toEqual([0, 0, 0]);
});

test('a link without direction is counted at both ends', () => {
  const kin = { linkKind: 'KIN', entityKind: 'PERSON', direction: 'NONE', links: 1, neighbours: 1 } as const;
  const [ann, bob] = [
    makeEntity({ id: 'a', kind: 'PERSON', linkCounts: [kin] }),
    makeEntity({ id: 'b', kind: 'PERSON', linkCounts: [kin] }),
  ];
  const shown = shownNeighbours(
    makeChart('a', 'b'),
    makeRecords([ann, bob], [makeBundle({ id: 'k', kind: 'KIN', from: 'a', to: 'b' })]),
  );
  expect([ann, bob].map((one) => remainingRows(one, shown)[0]!.remaining)).toEqual([0, 0]);
});

test('an entity that is linked in several ways counts once on the badge', () => {
  const both = [...bundles, makeBundle({ id: 'b3', kind: 'CALLED', from: 'q', to: 'a' })];
  const counted = { ...phone, neighbourTotal: 52 };
  const shown = shownNeighbours(makeChart('a', 'p', 'q'), makeRecords([counted, person, other], both));
  expect(remainingInAll(counted, shown)).toBe(50);
  expect(remainingInAll(counted, shownNeighbours(makeChart('a'), makeRecords([counted], [])))).toBe(52);
});

test('the badge says how many are left, and nothing when none is', () => {
  expect([0, 41, 123_456].map(badgeText)).toEqual([null, '+41', '+9999']);
});
