import { beforeEach, expect, test } from 'vitest';
import { type KeptStorage, makeChartKeeper } from './chartKeeper.ts';
import { makeChartStore } from './chartStore.ts';
import { addItems } from './commands/addItems.ts';
import { dragItems } from './commands/changeItems.ts';

const added = { verb: 'Added', about: [], icon: 'plus' };

class MemoryStorage implements KeptStorage {
  readonly kept = new Map<string, string>();
  constructor(readonly room = Infinity) {}
  getItem = (key: string) => this.kept.get(key) ?? null;
  removeItem = (key: string) => void this.kept.delete(key);
  setItem(key: string, value: string) {
    if (value.length > this.room) throw new DOMException('full', 'QuotaExceededError');
    this.kept.set(key, value);
  }
}

let tabs: EventTarget;
beforeEach(() => {
  tabs = new EventTarget();
});

function openStore(storage: KeptStorage, viewer = 'ann') {
  let lastId = 0;
  const keeper = makeChartKeeper(() => storage, tabs);
  const store = makeChartStore({ keeper, now: () => 1000, newId: () => String((lastId += 1)) });
  store.open(viewer);
  return store;
}

const at = (id: string, x = 0) => new Map([[id, { x, y: 0 }]]);

test('a chart and its history come back after a reload and can still be undone', () => {
  const storage = new MemoryStorage();
  const store = openStore(storage);
  store.perform(addItems(store.getState().chart, at('a')), added);
  store.perform(addItems(store.getState().chart, at('b')), added);
  store.undo();

  const again = openStore(storage);
  expect([...again.getState().chart.items.keys()]).toEqual(['a']);
  expect(again.redo()).toBe(true);
  expect([...again.getState().chart.items.keys()]).toEqual(['a', 'b']);
  again.jumpTo(0);
  expect(again.getState().chart.items.size).toBe(0);
});

test('each viewer has a chart of their own', () => {
  const storage = new MemoryStorage();
  const store = openStore(storage, 'ann');
  store.perform(addItems(store.getState().chart, at('a')), added);
  store.open('bob');
  expect(store.getState().chart.items.size).toBe(0);
  store.open('ann');
  expect(store.getState().chart.items.size).toBe(1);
});

test('a command that changes nothing is no step', () => {
  const store = openStore(new MemoryStorage());
  store.perform(addItems(store.getState().chart, at('a')), added);
  expect(store.perform(dragItems(store.getState().chart, at('a')), added)).toBe(false);
  expect(store.getState().history.steps).toHaveLength(1);
});

test('at either end of the history there is nothing to undo or redo', () => {
  const store = openStore(new MemoryStorage());
  expect(store.undo()).toBe(false);
  expect(store.redo()).toBe(false);
});

test('when the storage gets full the oldest steps go first and the chart stays', () => {
  const storage = new MemoryStorage(2000);
  const store = openStore(storage);
  for (let x = 0; x < 40; x += 1)
    store.perform(x === 0 ? addItems(store.getState().chart, at('a')) : dragItems(store.getState().chart, at('a', x)), added);
  expect(store.getState().isKeepingFailed).toBe(false);
  expect(store.getState().history.steps).toHaveLength(40);

  const again = openStore(storage);
  expect(again.getState().chart.items.get('a')!.x).toBe(39);
  expect(again.getState().history.steps.length).toBeGreaterThan(0);
  again.undo();
  expect(again.getState().chart.items.get('a')!.x).toBe(38);
});

test('a storage without any room is said, and an old chart does not come back in its place', () => {
  const storage = new MemoryStorage(300);
  const store = openStore(storage);
  store.perform(addItems(store.getState().chart, at('a')), added);
  const many = new Map(
    Array.from({ length: 60 }, (_, index): [string, { x: number; y: number }] => [`id${index}`, { x: index, y: 0 }]),
  );
  store.perform(addItems(store.getState().chart, many), added);
  expect(store.getState().isKeepingFailed).toBe(true);
  expect(store.getState().chart.items.size).toBe(61);
  expect(openStore(storage).getState().chart.items.size).toBe(0);
});

test('a forbidden storage costs nothing but the keeping', () => {
  const keeper = makeChartKeeper(() => {
    throw new DOMException('no', 'SecurityError');
  }, null);
  const store = makeChartStore({ keeper });
  store.open('ann');
  expect(store.perform(addItems(store.getState().chart, at('a')), added)).toBe(true);
  expect(store.getState().isKeepingFailed).toBe(true);
});

test('what is kept in another version or is no chart at all is passed over', () => {
  for (const text of ['{"version":2}', 'null', 'nonsense', '{"version":1,"items":[{}],"steps":[]}']) {
    const storage = new MemoryStorage();
    storage.setItem('linchpin.chart.ann', text);
    expect(openStore(storage).getState().chart.items.size).toBe(0);
  }
});

test('a later write of another tab is told, and either chart can be taken', () => {
  const storage = new MemoryStorage();
  const mine = openStore(storage);
  mine.perform(addItems(mine.getState().chart, at('mine')), added);
  const other = openStore(storage);
  other.perform(addItems(other.getState().chart, at('other')), added);
  const event = Object.assign(new Event('storage'), { key: 'linchpin.chart.ann', newValue: 'x' });
  tabs.dispatchEvent(event);

  expect(mine.getState().isChangedElsewhere).toBe(true);
  mine.takeOther();
  expect([...mine.getState().chart.items.keys()]).toEqual(['mine', 'other']);
  expect(mine.getState().isChangedElsewhere).toBe(false);

  tabs.dispatchEvent(event);
  other.keepMine();
  expect(other.getState().isChangedElsewhere).toBe(false);
});

test('nothing of the evidence is kept: ids and places only', () => {
  const storage = new MemoryStorage();
  const store = openStore(storage);
  store.perform(addItems(store.getState().chart, at('a')), { verb: 'Added', about: ['a'], icon: 'plus' });
  const kept = JSON.parse(storage.getItem('linchpin.chart.ann')!) as { items: object[]; steps: { words: object }[] };
  expect(Object.keys(kept.items[0]!).sort()).toEqual(['id', 'isHidden', 'isPinned', 'x', 'y']);
  expect(kept.steps[0]!.words).toEqual({ verb: 'Added', about: ['a'], icon: 'plus' });
});
