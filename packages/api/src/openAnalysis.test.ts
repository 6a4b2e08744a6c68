import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { coreVocabulary } from '@linchpin/schema';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { mintScope } from './gate/mintScope.ts';
import type { StartedThread } from './analysis/thread/lastingThread.ts';
import type { ThreadRole } from './analysis/thread/threadedAnalysis.ts';
import type { Analysis, AnalysisStatus } from './model/analysis.ts';
import type { PathQuestion } from './model/pathSearch.ts';
import { publicIds } from './model/publicIds.ts';
import { openAnalysis, type AnalysisOptions } from './openAnalysis.ts';
import { buildReport } from './store/contract/buildReport.ts';
import { person, phone, secret } from './store/contract/examples/exampleWorld.ts';
import { openEmbeddedStores } from './store/embedded/openEmbeddedStores.ts';
import type { GraphStore } from './store/ports/graphStore.ts';

const scope = mintScope({ agency: 'ALPHA', groups: [] });
const stranger = mintScope({ agency: 'BRAVO', groups: [] });
const noWindow = { since: null, until: null };
const mostBytes = 2 ** 28;

let folder: string;
let graph: GraphStore;
let close: () => Promise<void>;
let analysis: Analysis | null = null;
let drawn = 0;
const threads: { role: ThreadRole; thread: StartedThread }[] = [];
const states: AnalysisStatus['state'][] = [];
const faults: unknown[] = [];

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'linchpin-analysis-'));
  const stores = await openEmbeddedStores({ folder, vocabulary: coreVocabulary, secret });
  graph = stores.graph;
  close = async () => {
    await stores.graph.close();
    await stores.audit.close();
  };
  drawn = 0;
  for (const list of [threads, states, faults]) list.length = 0;
});

afterEach(async () => {
  await analysis?.close();
  analysis = null;
  await close();
  rmSync(folder, { recursive: true, force: true });
});

function start(config: Partial<AnalysisOptions['config']['analysis']> = {}): Analysis {
  analysis = openAnalysis({
    config: { store: { kind: 'embedded' }, data: folder, analysis: { isOn: true, mostBytes, ...config } },
    vocabulary: coreVocabulary,
    secret,
    onState: ({ state }) => states.push(state),
    onFault: (error) => faults.push(error),
    onThread: (role, thread) => threads.push({ role, thread }),
    pollEvery: 100,
  });
  return analysis;
}

const ready = (): Promise<void> =>
  vi.waitFor(() => expect(analysis?.status.state).toBe('ready'), { timeout: 30_000, interval: 20 });

/** Two people who use one phone; gives their entities. */
async function addPair(number: string): Promise<PathQuestion> {
  const report = buildReport(publicIds(secret), {
    agency: 'ALPHA',
    number: `ALPHA-2024-${String(++drawn).padStart(6, '0')}`,
    records: [person('Ann'), phone(number), person('Bob')],
    links: [
      { kind: 'USES', from: 0, to: 1 },
      { kind: 'USES', from: 2, to: 1 },
    ],
  });
  const [outcome] = await graph.addReports([report]);
  const [from, , to] = outcome && 'entityIds' in outcome ? outcome.entityIds : [];
  return { from: from!, to: to!, maxHops: 4, count: 3, throughGeneric: false, linkKinds: null };
}

describe('the analysis', { timeout: 60_000 }, () => {
  test('finds in its thread what the store finds, and nothing for who sees nothing', async () => {
    const question = await addPair('0142');
    const { findPaths, searchStore } = start();
    await ready();
    const found = await findPaths(scope, question, await graph.lastChange());
    expect(found?.paths.map(({ ids }) => ids.length)).toEqual([3]);
    expect(await searchStore(scope, { ...question, window: noWindow })).toEqual(found);
    expect(await findPaths(stranger, question, 0)).toMatchObject({ paths: [] });
    expect(analysis?.status).toMatchObject({ state: 'ready', restarts: 0, answered: { adjacency: 2, store: 1 } });
    expect(analysis?.status.bytes).toBeGreaterThan(0);
    expect(faults).toEqual([]);
  });

  test('knows what was written before it was asked', async () => {
    await addPair('0142');
    const { findPaths } = start();
    await ready();
    for (let round = 1; round <= 20; round++) {
      const question = await addPair(`1${String(round).padStart(3, '0')}`);
      const found = await findPaths(scope, question, await graph.lastChange());
      expect([round, found?.paths.length]).toEqual([round, 1]);
    }
  });

  test('is built anew when its thread is lost; the store answers meanwhile', async () => {
    const question = await addPair('0142');
    const { findPaths, searchStore } = start();
    await ready();
    const asked = findPaths(scope, question, 1_000_000);
    await threads[0]!.thread.end();
    // In flight when it was lost: not answered here, so that the store is asked.
    expect(await asked).toBeNull();
    expect(await findPaths(scope, question, 0)).toBeNull();
    expect((await searchStore(scope, { ...question, window: noWindow }))?.paths.length).toBe(1);
    await ready();
    expect((await findPaths(scope, question, 0))?.paths.length).toBe(1);
    expect(states).toEqual(['ready', 'building', 'ready']);
    expect(analysis?.status.restarts).toBe(1);
  });

  test('asks the store a second time when the thread that asks it is lost', async () => {
    const question = await addPair('0142');
    const { searchStore } = start({ isOn: false });
    const first = searchStore(scope, { ...question, window: noWindow });
    await vi.waitFor(() => expect(threads.length).toBe(1));
    await threads[0]!.thread.end();
    expect((await first)?.paths.length).toBe(1);
    expect(threads.map(({ role }) => role)).toEqual(['store', 'store']);
  });

  test('that is switched off builds nothing and leaves the store to answer', async () => {
    const question = await addPair('0142');
    const { findPaths } = start({ isOn: false });
    expect(await findPaths(scope, question, 0)).toBeNull();
    expect(analysis?.status.state).toBe('off');
    expect(threads).toEqual([]);
  });

  test('says that a network is too large for its memory, once, and leaves the store to answer', async () => {
    const question = await addPair('0142');
    const { findPaths } = start({ mostBytes: 1_000 });
    await vi.waitFor(() => expect(states).toEqual(['tooLarge']), { timeout: 30_000 });
    expect(await findPaths(scope, question, 0)).toBeNull();
    expect(faults).toEqual([]);
  });
});
