import { expect, test } from 'vitest';
import type { AdjacencyFeed, FeedChunk } from '../../store/ports/adjacencyFeed.ts';
import { AdjacencyKeeper } from './adjacencyKeeper.ts';

/** An empty network of which each look at the log says that everything may be different. */
function restlessFeed(onScan: () => void): AdjacencyFeed {
  const numbers = (): Float64Array<ArrayBuffer> => new Float64Array();
  const ends = { from: numbers(), to: numbers(), codes: new Uint8Array(), origins: new Uint16Array() };
  const noRows = { of: 'rows' as const, ...ends, last: numbers() };
  return {
    names: { kinds: [], linkKinds: [], origins: [] },
    async *scan(): AsyncGenerator<FeedChunk> {
      onScan();
      yield noRows;
    },
    lastChange: async () => 0,
    changes: async (after) => [{ seq: after + 1, refs: null, namesBothEnds: false }],
    entitiesOf: () => Promise.reject(new Error('Nothing is named')),
    rowsOf: async () => noRows,
    rowsAmong: async () => noRows,
    close: async () => {},
  };
}

test('changes that name nobody, one after the other, do not make it scan without a rest', async () => {
  let scans = 0;
  let isSeen: () => void;
  const third = new Promise<void>((resolve) => (isSeen = resolve));
  const feed = restlessFeed(() => {
    if (++scans === 3) isSeen();
  });
  const faults: unknown[] = [];
  const options = { feed, mostBytes: null, pollEvery: 5, onProgress: () => {}, onFault: (error: unknown) => faults.push(error) };
  const keeper = new AdjacencyKeeper(options);
  const begun = performance.now();
  const running = keeper.run();
  await third;
  // 100 ms, then 200.
  expect(performance.now() - begun).toBeGreaterThanOrEqual(290);
  await keeper.close();
  await running;
  expect(faults).toEqual([]);
  expect(scans).toBe(3);
});
