import { coreVocabulary } from '@linchpin/schema';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { searchStore } from '../../analysis/paths/searchStore.ts';
import type { RunContext } from '../../gate/useCase.ts';
import type { Analysis } from '../../model/analysis.ts';
import type { PathsFound } from '../../model/pathSearch.ts';
import { publicIds } from '../../model/publicIds.ts';
import { buildReport } from '../../store/contract/buildReport.ts';
import { alpha, onDay, person, phone, secret, viewer } from '../../store/contract/examples/exampleWorld.ts';
import { referenceModel } from '../../store/contract/referenceModel.ts';
import type { GraphStore } from '../../store/ports/graphStore.ts';
import { findPaths, type PathsInput, type PathsResult } from './findPaths.ts';

const noWindow = { since: null, until: null };
const ids = publicIds(secret);
let graph: GraphStore;
let input: PathsInput;
/** Ann uses the phone that Bob uses. */
let ann: string;
let shared: string;
let bob: string;
let number: string;

beforeEach(async () => {
  graph = referenceModel(coreVocabulary);
  [ann, shared, bob] = (await add('000001')) as [string, string, string];
  number = 'ALPHA-2024-000001';
  input = { from: ann, to: bob, maxHops: 4, count: 3, throughGeneric: false, linkKinds: null, window: noWindow };
});

async function add(last: string, isGeneric = false): Promise<readonly string[]> {
  const records = [person('Ann', { key: 'PERSON ann' }), phone('0142', { isGeneric }), person('Bob', { key: 'PERSON bob' })];
  const uses = (from: number) => ({ kind: 'USES', from, to: 1, start: { at: onDay(1), precision: 'DAY', zone: 'UTC' } as const });
  const report = buildReport(ids, { agency: 'ALPHA', number: `ALPHA-2024-${last}`, records, links: [uses(0), uses(2)] });
  const [outcome] = await graph.addReports([report]);
  return outcome && 'entityIds' in outcome ? outcome.entityIds : [];
}

/** An adjacency that answers what the store answered when it was made. */
async function analysisOfNow(replace: Partial<Analysis> = {}): Promise<Analysis> {
  const found = await searchStore(graph, alpha, input);
  return {
    status: { state: 'ready', bytes: 0, buildSeconds: 0, secondsBehind: 0, answered: { adjacency: 0, store: 0 }, restarts: 0 },
    findPaths: vi.fn(async (): Promise<PathsFound | null> => found),
    searchStore: vi.fn(async (scope, question) => searchStore(graph, scope, question)),
    close: async () => {},
    ...replace,
  };
}

function ask(analysis: Analysis | null, asked: Partial<PathsInput> = {}, scope = alpha): Promise<PathsResult> {
  return findPaths.run({ graph, scope, analysis } as RunContext, { ...input, ...asked });
}

const idsOf = ({ paths }: PathsResult): string[][] => paths.map(({ entities }) => entities.map(({ id }) => id));

describe('paths', () => {
  test('are those of the adjacency, read again in the store', async () => {
    const analysis = await analysisOfNow();
    const answer = await ask(analysis);
    expect(idsOf(answer)).toEqual([[ann, shared, bob]]);
    expect(answer.paths[0]?.bundles.length).toBe(2);
    expect(analysis.searchStore).not.toHaveBeenCalled();
    expect(answer).toEqual(await ask(null));
  });

  test('must know the newest change, so that a caller finds what it has just written', async () => {
    const analysis = await analysisOfNow();
    await ask(analysis);
    expect(analysis.findPaths).toHaveBeenCalledWith(alpha, expect.objectContaining({ from: ann }), await graph.lastChange());
  });

  test('are asked of the store where it says otherwise by now: something was taken back', async () => {
    const analysis = await analysisOfNow();
    await graph.retractReport({ number, agency: 'ALPHA', reason: 'wrong', by: 'someone', at: 0 });
    await add('000002', true);
    const answer = await ask(analysis);
    expect(analysis.searchStore).toHaveBeenCalledOnce();
    expect(idsOf(answer)).toEqual([]);
    expect(answer.skippedGeneric.map(({ id }) => id)).toEqual([shared]);
  });

  test.each([
    ['an entity that is generic by now', () => add('000002', true)],
    ['links that are newer by now', () => addLater()],
  ])('are asked of the store where it says otherwise by now: %s', async (_, change) => {
    const analysis = await analysisOfNow();
    await change();
    const answer = await ask(analysis);
    expect(analysis.searchStore).toHaveBeenCalledOnce();
    expect(answer).toEqual(await ask(null));
  });

  test('never show what a wrong adjacency would show to who may not see it', async () => {
    const analysis = await analysisOfNow();
    await graph.addReports([
      buildReport(ids, {
        agency: 'BRAVO',
        number: 'BRAVO-2024-000001',
        records: [person('Ann', { key: 'PERSON ann' }), person('Bob', { key: 'PERSON bob' })],
      }),
    ]);
    const answer = await ask(analysis, {}, viewer('BRAVO'));
    expect(answer).toMatchObject({ paths: [], skippedGeneric: [] });
  });

  test('in a window are asked of the store, which has the single links', async () => {
    const analysis = await analysisOfNow();
    const window = { since: onDay(0), until: onDay(3) };
    expect(idsOf(await ask(analysis, { window }))).toEqual([[ann, shared, bob]]);
    expect(idsOf(await ask(analysis, { window: { since: onDay(5), until: null } }))).toEqual([]);
    expect(analysis.findPaths).not.toHaveBeenCalled();
  });

  test('are found also when no thread answers', async () => {
    const analysis = await analysisOfNow({ findPaths: async () => null, searchStore: async () => null });
    expect(idsOf(await ask(analysis))).toEqual([[ann, shared, bob]]);
  });
});

async function addLater(): Promise<void> {
  const link = { kind: 'USES', from: 0, to: 1, start: { at: onDay(9), precision: 'DAY', zone: 'UTC' } as const };
  const records = [person('Ann', { key: 'PERSON ann' }), phone('0142')];
  await graph.addReports([buildReport(ids, { agency: 'ALPHA', number: 'ALPHA-2024-000003', records, links: [link] })]);
}
