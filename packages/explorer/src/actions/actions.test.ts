import { beforeEach, expect, test, vi } from 'vitest';
import { RemoteError } from '../remote/remoteError.ts';
import { makeBundle, makeEntity } from '../view/fixtures/records.ts';
import { actionById, actions, addToChart, expandRow, findPath, onlyKinds, selectItems, toggleKind } from './actions.ts';
import { readLink } from './chartLink.ts';
import { makeWorkspace, type TestWorkspace } from './fixtures/makeWorkspace.ts';
import { freshMilliseconds } from './markFresh.ts';
import { keepSelectionShown } from './keepSelectionShown.ts';
import type { Remote } from './workspace.ts';

const neighbours = Array.from({ length: 120 }, (_, index) => `n${String(index).padStart(3, '0')}`);
const world = {
  entities: [
    makeEntity({ id: 'hub', caption: '(504) 555-0142' }),
    ...neighbours.map((id, index) => makeEntity({ id, kind: index % 3 === 0 ? 'PERSON' : 'PHONE' })),
  ],
  bundles: [
    ...neighbours.map((id) => makeBundle({ id: `hub-${id}`, from: 'hub', to: id })),
    makeBundle({ id: 'side', from: 'n000', to: 'n001' }),
  ],
};

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout'] });
});

async function makeHub(remote: Partial<Remote> = {}): Promise<TestWorkspace> {
  const workspace = makeWorkspace(world, remote);
  await addToChart(workspace, ['hub']);
  vi.advanceTimersByTime(freshMilliseconds);
  workspace.said.length = 0;
  return workspace;
}

const itemsOf = ({ chart }: TestWorkspace) => chart.getState().chart.items;

test('an expand adds fifty around the item, says how many there are, and the next page is what is not there yet', async () => {
  const workspace = await makeHub();
  const hub = itemsOf(workspace).get('hub')!;
  await expandRow(workspace, { id: 'hub' });
  expect(itemsOf(workspace).size).toBe(51);
  expect(workspace.said[0]).toMatchObject({ text: '50 of 120 added' });
  expect(workspace.said[0]!.actions!.map(({ label }) => label)).toEqual(['Undo', 'Next 50']);

  const before = new Map(itemsOf(workspace));
  await expandRow(workspace, { id: 'hub' });
  expect(workspace.said[1]).toMatchObject({ text: '50 of 120 added', detail: '50 were here' });
  expect(workspace.said[1]!.actions!.map(({ label }) => label)).toEqual(['Undo', 'Next 20']);
  for (const [id, item] of before) expect(itemsOf(workspace).get(id)).toEqual(item);
  expect(itemsOf(workspace).get('hub')).toEqual(hub);
});

test('links among all items arrive, not only those of the expanded one, and the step counts them', async () => {
  const workspace = await makeHub();
  await expandRow(workspace, { id: 'hub' });
  expect(workspace.records().bundles.has('side')).toBe(true);
  const { history } = workspace.chart.getState();
  expect(history.steps.at(-1)!.words).toMatchObject({ verb: 'Expanded', about: ['hub'], detail: '50 items, 51 links' });
});

test('what arrived is ringed for two seconds, and undo takes it away in one step', async () => {
  const workspace = await makeHub();
  await expandRow(workspace, { id: 'hub' });
  expect(workspace.view.getState().fresh.size).toBe(50);
  vi.advanceTimersByTime(freshMilliseconds);
  expect(workspace.view.getState().fresh.size).toBe(0);
  workspace.said[0]!.actions![0]!.run();
  expect([...itemsOf(workspace).keys()]).toEqual(['hub']);
});

test('an answer that comes after its item was removed is dropped', async () => {
  let answer = (): void => undefined;
  const wait = new Promise<void>((resolve) => (answer = resolve));
  const workspace = await makeHub();
  const slow: Remote = { ...workspace.remote, expand: async (input) => (await wait, workspace.remote.expand(input)) };
  const running = expandRow({ ...workspace, remote: slow }, { id: 'hub' });
  selectItems(workspace, ['hub']);
  await actionById('remove').run(workspace);
  answer();
  await running;
  expect(itemsOf(workspace).size).toBe(0);
  expect(workspace.said.map(({ text }) => text)).toEqual(['(504) 555-0142 removed']);
});

test('two expands at once add everything once and overlap nothing', async () => {
  const workspace = await makeHub();
  await addToChart(workspace, ['n000']);
  await Promise.all([expandRow(workspace, { id: 'hub' }), expandRow(workspace, { id: 'n000' })]);
  expect(itemsOf(workspace).size).toBe(52);
  const places = new Set([...itemsOf(workspace).values()].map(({ x, y }) => `${x} ${y}`));
  expect(places.size).toBe(52);
});

test('the same question asked twice is answered once', async () => {
  const workspace = await makeHub();
  await Promise.all([expandRow(workspace, { id: 'hub' }), expandRow(workspace, { id: 'hub' })]);
  expect(itemsOf(workspace).size).toBe(51);
  expect(workspace.said).toHaveLength(1);
});

test('Esc stops what is under way and leaves the chart as it was', async () => {
  const workspace = await makeHub({
    expand: (_, signal) =>
      new Promise((_resolve, reject) => signal?.addEventListener('abort', () => reject(new DOMException('', 'AbortError')))),
  });
  const running = expandRow(workspace, { id: 'hub' });
  expect(workspace.view.getState().expanding.has('hub')).toBe(true);
  await actionById('cancel').run(workspace);
  await running;
  expect(workspace.said.map(({ text }) => text)).toEqual(['Stopped. The chart is as it was.']);
  expect(workspace.view.getState().expanding.size).toBe(0);
  expect(itemsOf(workspace).size).toBe(1);
});

test('a failure leaves the chart as it was, says so and offers to try again', async () => {
  const failure = new RemoteError({ code: 'UNAVAILABLE', message: 'The store is busy', requestId: null });
  const expand = vi.fn<Remote['expand']>().mockRejectedValue(failure);
  const workspace = await makeHub({ expand });
  await expandRow(workspace, { id: 'hub' });
  expect(itemsOf(workspace).size).toBe(1);
  expect(workspace.said[0]).toMatchObject({
    text: '(504) 555-0142 could not be expanded. The chart is as it was.',
    detail: 'The store is busy (UNAVAILABLE)',
    tone: 'failure',
  });
  workspace.said[0]!.actions![0]!.run();
  expect(expand).toHaveBeenCalledTimes(2);
});

test('hidden items are not asked for again by an expand, and come back where they were', async () => {
  const workspace = await makeHub();
  await expandRow(workspace, { id: 'hub' });
  const some = [...itemsOf(workspace).keys()].slice(1, 4);
  const before = some.map((id) => itemsOf(workspace).get(id)!);
  selectItems(workspace, some);
  await actionById('hide').run(workspace);
  expect(workspace.said.at(-1)!.text).toBe('3 items hidden');
  await expandRow(workspace, { id: 'hub' });
  expect(some.every((id) => itemsOf(workspace).get(id)!.isHidden)).toBe(true);
  await actionById('showHidden').run(workspace);
  expect(some.map((id) => itemsOf(workspace).get(id)!)).toEqual(before);
});

test('an arrangement leaves pinned items where they are and is one step', async () => {
  const workspace = await makeHub();
  await expandRow(workspace, { id: 'hub' });
  selectItems(workspace, ['n000']);
  await actionById('pin').run(workspace);
  const before = itemsOf(workspace).get('n000')!;
  const steps = workspace.chart.getState().history.steps.length;
  for (const id of ['arrange', 'arrangeCircles', 'arrangeRows']) await actionById(id).run(workspace);
  expect(itemsOf(workspace).get('n000')).toEqual(before);
  const { history } = workspace.chart.getState();
  expect(history.steps.length).toBe(steps + 3);
  expect(history.steps.at(-1)!.words).toMatchObject({ verb: 'Arranged, kept pinned', detail: '50 items moved' });
});

test('a path that is found arrives as one step and is marked; another one is one press away', async () => {
  const path = (via: string) => ({
    length: 2,
    entities: world.entities.filter(({ id }) => ['n000', via, 'n001'].includes(id)),
    bundles: world.bundles.filter(({ id }) => id === `hub-n000` || id === 'hub-n001'),
  });
  const workspace = makeWorkspace(world, {
    paths: async () => ({ paths: [path('hub'), path('n005')], isLimitReached: false, skippedGeneric: [] }),
  });
  await workspace.remote.entities(neighbours.concat('hub'));
  await addToChart(workspace, ['n000', 'n001']);
  await findPath(workspace, { from: 'n000', to: 'n001' });
  expect(itemsOf(workspace).has('hub')).toBe(true);
  expect(workspace.view.getState().path!.bundles).toEqual(['hub-n000', 'hub-n001']);
  expect(workspace.said.at(-1)!.text).toBe('Path of 2 links, 1 of 2');
  workspace.said
    .at(-1)!
    .actions!.find(({ label }) => label === 'Next path')!
    .run();
  await vi.waitFor(() => expect(workspace.said.at(-1)!.text).toBe('Path of 2 links, 2 of 2'));
  expect(itemsOf(workspace).has('n005')).toBe(true);
});

test('where there is no path the generic ones that were passed over are named and can be asked for', async () => {
  const paths = vi.fn<Remote['paths']>().mockResolvedValue({
    paths: [],
    isLimitReached: false,
    skippedGeneric: [{ id: 'g', caption: 'Marlow Bend Motel', kind: 'LODGING' }],
  });
  const workspace = makeWorkspace(world, { paths });
  await addToChart(workspace, ['n000', 'n001']);
  await findPath(workspace, { from: 'n000', to: 'n001' });
  expect(workspace.said.at(-1)).toMatchObject({ detail: 'passed over Marlow Bend Motel, generic' });
  workspace.said.at(-1)!.actions![0]!.run();
  expect(paths).toHaveBeenLastCalledWith(expect.objectContaining({ throughGeneric: true }), expect.anything());
});

test('what leaves the chart leaves the selection', async () => {
  const workspace = await makeHub();
  keepSelectionShown(workspace);
  await expandRow(workspace, { id: 'hub' });
  selectItems(workspace, ['hub', 'n000']);
  workspace.chart.undo();
  expect([...workspace.view.getState().selection]).toEqual(['hub']);
});

test('the legend fades kinds, and a double press leaves only one, then all again', async () => {
  const workspace = await makeHub();
  await expandRow(workspace, { id: 'hub' });
  toggleKind(workspace, ['PHONE']);
  expect([...workspace.view.getState().fadedKinds]).toEqual(['PHONE']);
  await actionById('selectAll').run(workspace);
  expect(workspace.view.getState().selection.has('hub')).toBe(false);
  onlyKinds(workspace, ['PHONE']);
  expect([...workspace.view.getState().fadedKinds]).toEqual(['PERSON']);
  onlyKinds(workspace, ['PHONE']);
  expect(workspace.view.getState().fadedKinds.size).toBe(0);
});

test('a copied link names ids only and puts them on another chart', async () => {
  const workspace = await makeHub();
  await actionById('copyLink').run(workspace);
  expect(workspace.copied).toEqual([`${location.origin}/chart?items=hub`]);
  expect(readLink('?items=hub,n001,hub,')).toEqual(['hub', 'n001']);
});

test('every action has a name of its own, a label, an icon and says why it cannot be used', () => {
  const workspace = makeWorkspace(world);
  expect(new Set(actions.map(({ id }) => id)).size).toBe(actions.length);
  const shortcuts = actions.flatMap((action) => action.shortcuts ?? []);
  expect(new Set(shortcuts).size).toBe(shortcuts.length);
  for (const action of actions) {
    expect(action.label).not.toBe('');
    expect(action.icon).toMatch(/^[a-z0-9-]+$/);
    const enabled = action.isEnabled(workspace);
    expect(enabled === true || enabled.length > 5, action.id).toBe(true);
  }
});
