import { expect, test } from 'vitest';
import { makeChartStore } from '../chart/chartStore.ts';
import { makeBundle, makeChart, makeEntity } from '../view/fixtures/records.ts';
import { makeWorkspace } from './fixtures/makeWorkspace.ts';
import { openChart } from './openChart.ts';
import { tellOtherTab } from './tellOtherTab.ts';

const world = {
  entities: [makeEntity({ id: 'a' }), makeEntity({ id: 'b' }), makeEntity({ id: 'gone' })],
  bundles: [makeBundle({ id: 'ab', from: 'a', to: 'b' })],
};

function openKept(ids: readonly string[], remote = {}) {
  const tabs: { tell?: () => void } = {};
  const keeper = {
    choose: () => undefined,
    load: () => ({ chart: makeChart(...ids), history: { steps: [], position: 0 }, at: 0 }),
    keep: () => true,
    onOtherTab: (tell: () => void) => void (tabs.tell = tell),
  };
  return { ...makeWorkspace(world, remote), chart: makeChartStore({ keeper }), tabs };
}

test('a kept chart is filled with what the viewer may see now', async () => {
  const workspace = openKept(['a', 'b']);
  await openChart(workspace, 'ann');
  expect([...workspace.records().entities.keys()]).toEqual(['a', 'b']);
  expect(workspace.records().bundles.has('ab')).toBe(true);
  expect(workspace.said).toEqual([]);
});

test('items that cannot be found any more are said without a number', async () => {
  const workspace = openKept(['a', 'sealed', 'retracted']);
  await openChart(workspace, 'ann');
  expect(workspace.said).toHaveLength(1);
  expect(JSON.stringify(workspace.said)).not.toMatch(/\d/);
});

test('an item whose entity was merged away follows it, in its place', async () => {
  const moved = { old: 'b' } as Record<string, string>;
  const workspace = openKept(['a', 'old']);
  const entities = workspace.remote.entities;
  const remote = { ...workspace.remote, entities: (ids: readonly string[]) => entities(ids.map((id) => moved[id] ?? id)) };
  await openChart({ ...workspace, remote }, 'ann');
  const { chart, history } = workspace.chart.getState();
  expect([...chart.items.values()].map(({ id, x }) => [id, x])).toEqual([
    ['a', 0],
    ['b', 200],
  ]);
  expect(history.steps).toHaveLength(1);
  workspace.chart.undo();
  expect(workspace.chart.getState().chart.items.has('old')).toBe(true);
});

test('a change in another tab is said, with both ways out', async () => {
  const workspace = openKept(['a']);
  tellOtherTab(workspace);
  workspace.tabs.tell?.();
  expect(workspace.said[0]!.actions!.map(({ label }) => label)).toEqual(['Show that one', 'Keep this one']);
  workspace.said[0]!.actions![0]!.run();
  expect(workspace.chart.getState().isChangedElsewhere).toBe(false);
});
