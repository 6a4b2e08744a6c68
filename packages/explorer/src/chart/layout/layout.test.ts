import fc from 'fast-check';
import { expect, test } from 'vitest';
import { answerLayout } from './answerLayout.ts';
import { doOverlap } from './freeSpace.ts';
import { runLayoutHere } from './layoutRunner.ts';
import { doesRunThrough } from './segments.ts';
import { drawBody } from './weighPlaces.ts';
import type { Arrangement, Body, LayoutQuestion } from './layoutQuestion.ts';

const size = { halfWidth: 50, halfHeight: 32 };
const arrangements: readonly Arrangement[] = ['force', 'circles', 'rows'];

const bodyAt = (id: string, x: number, y: number): Body => ({ id, x, y, ...size });
const arrivals = (count: number) => Array.from({ length: count }, (_, index) => ({ id: `new${index}`, ...size }));
const grid = (count: number, gap: number): Body[] =>
  Array.from({ length: count }, (_, index) => bodyAt(`old${index}`, (index % 32) * gap, Math.floor(index / 32) * gap));

function settle(question: LayoutQuestion): Body[] {
  const places = answerLayout(question);
  const all = question.kind === 'placeNew' ? question.arriving : question.free;
  return all.map((body) => ({ ...body, ...places.get(body.id)! }));
}

function overlaps(fixed: readonly Body[], settled: readonly Body[]): string[] {
  return settled.flatMap((one, index) =>
    [...fixed, ...settled.slice(0, index)].filter((other) => doOverlap(one, other)).map((other) => `${one.id} over ${other.id}`),
  );
}

test('fifty arrive on a chart of a thousand without overlaps, near their origin', () => {
  const placed = grid(1000, 160);
  const origin = placed[500]!;
  const arriving = arrivals(50);
  const ties = arriving.map(({ id }) => ({ from: origin.id, to: id }));
  const settled = settle({ kind: 'placeNew', placed, arriving, ties, around: origin.id });
  expect(overlaps(placed, settled)).toEqual([]);
  const distances = settled.map((body) => Math.hypot(body.x - origin.x, body.y - origin.y)).sort((a, b) => a - b);
  expect(distances[25]).toBeLessThan(1500);
});

test('links of what arrives run through no other item and no caption while there is room', () => {
  const origin = bodyAt('origin', 0, 0);
  const arriving = arrivals(14);
  const ties = arriving.map(({ id }) => ({ from: origin.id, to: id }));
  const settled = settle({ kind: 'placeNew', placed: [origin], arriving, ties, around: origin.id });
  const covered = settled.flatMap((one) =>
    settled
      .filter((other) => other !== one && drawBody(other).parts.some((part) => doesRunThrough({ a: origin, b: one }, part)))
      .map((other) => `link to ${one.id} through ${other.id}`),
  );
  expect(covered).toEqual([]);
});

test('what arrives does not stand on a link that is there', () => {
  const placed = [bodyAt('left', -200, 0), bodyAt('right', 200, 0)];
  const ties = [
    { from: 'left', to: 'right' },
    { from: 'left', to: 'new0' },
    { from: 'right', to: 'new0' },
  ];
  const [one] = settle({ kind: 'placeNew', placed, arriving: arrivals(1), ties, around: null });
  expect(drawBody(one!).parts.some((part) => doesRunThrough({ a: placed[0]!, b: placed[1]! }, part))).toBe(false);
});

test('what is missing of a path stands between its ends, in its order', () => {
  const placed = [bodyAt('from', 0, 0), bodyAt('to', 900, 0)];
  const chain = ['from', 'new0', 'new1', 'to'];
  const ties = chain.slice(1).map((to, index) => ({ from: chain[index]!, to }));
  const settled = settle({ kind: 'placeNew', placed, arriving: arrivals(2), ties, around: 'from', chain });
  expect(settled.map(({ x }) => x)).toEqual([expect.closeTo(300, -2), expect.closeTo(600, -2)]);
});

test('whatever stands on the chart, what arrives overlaps nothing', () => {
  const point = fc.record({ x: fc.integer({ min: -400, max: 400 }), y: fc.integer({ min: -400, max: 400 }) });
  fc.assert(
    fc.property(fc.array(point, { maxLength: 40 }), fc.integer({ min: 1, max: 30 }), (points, count) => {
      const placed = points.map(({ x, y }, index) => bodyAt(`old${index}`, x, y));
      const arriving = arrivals(count);
      const ties = arriving.map(({ id }) => ({ from: 'old0', to: id }));
      expect(overlaps(placed, settle({ kind: 'placeNew', placed, arriving, ties, around: 'old0' }))).toEqual([]);
    }),
    { numRuns: 30 },
  );
});

test('the same question has the same answer', () => {
  const question: LayoutQuestion = { kind: 'placeNew', placed: grid(40, 90), arriving: arrivals(20), ties: [], around: 'old3' };
  expect(answerLayout(question)).toEqual(answerLayout(question));
});

test('the first item stands in the middle of an empty chart', () => {
  const [only] = settle({ kind: 'placeNew', placed: [], arriving: arrivals(1), ties: [], around: null });
  expect(Math.hypot(only!.x, only!.y)).toBeLessThan(1);
});

test.each(arrangements)('%s: free items avoid each other and the fixed ones', (arrangement) => {
  const fixed = [bodyAt('pin', 10, 10), bodyAt('pin2', 300, 40)];
  const free = grid(80, 20);
  const ties = free.map(({ id }, index) => ({ from: index % 7 === 0 ? 'pin' : 'old0', to: id }));
  const settled = settle({ kind: 'arrange', arrangement, fixed, free, ties, middle: 'old0', groupOf: { old1: 'b' } });
  expect(overlaps(fixed, settled)).toEqual([]);
});

test('a question aborted before it starts is not answered', async () => {
  const question: LayoutQuestion = { kind: 'placeNew', placed: [], arriving: arrivals(1), ties: [], around: null };
  await expect(runLayoutHere(question, AbortSignal.abort())).rejects.toThrow();
});
