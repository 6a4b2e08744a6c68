import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Chart, emptyChart, type Item } from './chart.ts';
import { addItems } from './commands/addItems.ts';
import { arrangeItems, dragItems, hideItems, pinItems, showItems } from './commands/changeItems.ts';
import { clearChart, removeItems } from './commands/removeItems.ts';
import { diffOf, type Patch } from './diff.ts';
import { addStep, describeStep, emptyHistory, goTo, type History, longestHistory } from './history.ts';

type Command = (chart: Chart) => Patch;

const words = { verb: 'Did', about: [], icon: 'check' };
const id = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f');
const ids = fc.array(id, { maxLength: 4 });
const places = fc
  .array(fc.tuple(id, fc.record({ x: fc.integer({ min: -500, max: 500 }), y: fc.integer({ min: -500, max: 500 }) })), {
    maxLength: 4,
  })
  .map((pairs) => new Map(pairs));
const drag = places.map(
  (to): Command =>
    (chart) =>
      dragItems(chart, to),
);
const otherThanDrag: fc.Arbitrary<Command> = fc.oneof(
  places.map(
    (to): Command =>
      (chart) =>
        addItems(chart, to, 'a'),
  ),
  ids.map(
    (some): Command =>
      (chart) =>
        removeItems(chart, some),
  ),
  ids.map(
    (some): Command =>
      (chart) =>
        hideItems(chart, some),
  ),
  ids.map(
    (some): Command =>
      (chart) =>
        showItems(chart, some),
  ),
  ids.map(
    (some): Command =>
      (chart) =>
        pinItems(chart, some, true),
  ),
  places.map(
    (to): Command =>
      (chart) =>
        arrangeItems(chart, to),
  ),
  fc.constant<Command>(clearChart),
);

function run(state: { chart: Chart; history: History }, command: Command) {
  const diff = diffOf(state.chart, command(state.chart));
  const next = addStep(state.history, { id: 's', words, at: 0, diff });
  return goTo(state.chart, { ...next, position: next.position - 1 }, next.position);
}

const sorted = (chart: Chart): Item[] => [...chart.items.values()].sort((a, b) => a.id.localeCompare(b.id));

test('undoing everything gives the first chart, redoing everything the last, whatever was done', () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(otherThanDrag, drag), { maxLength: 40 }), places, (commands, start) => {
      const first: Chart = addFirst(start);
      const last = commands.reduce(run, { chart: first, history: emptyHistory });
      const undone = goTo(last.chart, last.history, 0);
      const redone = goTo(undone.chart, undone.history, commands.length);
      expect(sorted(undone.chart)).toEqual(sorted(first));
      expect(sorted(redone.chart)).toEqual(sorted(last.chart));
    }),
  );
});

test('any step can be gone to directly and equals the chart as it was then', () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(otherThanDrag, drag), { minLength: 1, maxLength: 20 }), fc.nat(19), (commands, pick) => {
      const charts = [emptyChart];
      const last = commands.reduce(
        (state, command) => {
          const next = run(state, command);
          charts.push(next.chart);
          return next;
        },
        { chart: emptyChart, history: emptyHistory },
      );
      const position = pick % charts.length;
      expect(sorted(goTo(last.chart, last.history, position).chart)).toEqual(sorted(charts[position]!));
    }),
  );
});

test('no command but a drag moves a pinned item', () => {
  fc.assert(
    fc.property(fc.array(otherThanDrag, { maxLength: 30 }), (commands) => {
      let state = { chart: emptyChart, history: emptyHistory };
      for (const command of commands) {
        const before = state.chart;
        state = run(state, command);
        for (const item of before.items.values()) {
          const after = state.chart.items.get(item.id);
          if (item.isPinned && after) expect({ x: after.x, y: after.y }).toEqual({ x: item.x, y: item.y });
        }
      }
    }),
  );
});

test('a drag moves a pinned item', () => {
  const pinned = addFirst(new Map([['a', { x: 0, y: 0 }]]), true);
  expect(dragItems(pinned, new Map([['a', { x: 5, y: 6 }]])).put).toMatchObject([{ x: 5, y: 6, isPinned: true }]);
});

test('a new step takes the place of the undone ones', () => {
  const two = [add('a'), add('b')].reduce(run, { chart: emptyChart, history: emptyHistory });
  const back = goTo(two.chart, two.history, 1);
  const other = run(back, add('c'));
  expect(other.history.steps).toHaveLength(2);
  expect([...other.chart.items.keys()]).toEqual(['a', 'c']);
});

test('the longest history forgets its oldest steps and still undoes the rest', () => {
  let state = { chart: addFirst(new Map([['a', { x: 0, y: 0 }]])), history: emptyHistory };
  for (let x = 1; x <= longestHistory + 20; x += 1)
    state = run(state, (chart) => dragItems(chart, new Map([['a', { x, y: 0 }]])));
  expect(state.history.steps).toHaveLength(longestHistory);
  expect(goTo(state.chart, state.history, 0).chart.items.get('a')!.x).toBe(20);
});

test('words name one entity, both ends of a path, and count more than that', () => {
  const captionOf = (one: string) => ({ a: 'Dorian Pell', b: 'Lena Castillane' })[one];
  expect(describeStep({ verb: 'Expanded', about: ['a'], icon: 'x' }, captionOf)).toBe('Expanded Dorian Pell');
  expect(describeStep({ verb: 'Found path', about: ['a', 'b'], icon: 'x' }, captionOf)).toBe(
    'Found path Dorian Pell to Lena Castillane',
  );
  expect(describeStep({ verb: 'Hid', about: ['a', 'b', 'c'], count: 1204, icon: 'x' }, captionOf)).toBe('Hid 1,204 items');
  expect(describeStep({ verb: 'Pinned', about: ['gone'], icon: 'x' }, captionOf)).toBe('Pinned an item');
  expect(describeStep({ verb: 'Cleared chart', about: [], icon: 'x' }, captionOf)).toBe('Cleared chart');
});

function add(one: string): Command {
  return (chart) => addItems(chart, new Map([[one, { x: 0, y: 0 }]]));
}

function addFirst(start: ReadonlyMap<string, { x: number; y: number }>, isPinned = false): Chart {
  return { items: new Map([...start].map(([one, at]) => [one, { id: one, ...at, isPinned, isHidden: false }])) };
}
