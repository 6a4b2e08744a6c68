import { coreVocabulary } from '@linchpin/schema';
import { describe, expect, it } from 'vitest';
import { LinchpinError } from '../../model/errors.ts';
import { generateWorld, type Operation } from '../contract/generateWorld.ts';
import { randomScope } from '../contract/worlds/places.ts';
import { seededRandom } from '../contract/worlds/seededRandom.ts';
import type { GraphStore } from '../ports/graphStore.ts';
import { expansion } from '../contract/examples/exampleWorld.ts';
import { openEmpty, reopen } from './testing/openEmpty.ts';
import { serverForTests } from './testing/serverForTests.ts';

const secret = Buffer.from('a secret of this test alone');
const options = { vocabulary: coreVocabulary, secret, hubFrom: 8, changesKept: 6 };
const operations = 120;

async function write(store: GraphStore, operation: Operation): Promise<void> {
  try {
    if (operation.write === 'addReports') await store.addReports(operation.reports);
    else if (operation.write === 'retractReport') await store.retractReport(operation.retraction);
    else await store.recluster(operation.recordIds, operation.entityId);
  } catch (error) {
    // Written from two sides at once, a move may come before its record, or after its retraction.
    if (!(error instanceof LinchpinError) || !['NOT_FOUND', 'INVALID'].includes(error.code)) throw error;
  }
}

describe.skipIf(!serverForTests())('two servers on one database', () => {
  it('both write at once, read while they do, and leave a store in which everything agrees and both answer the same', async () => {
    const one = await openEmpty(options);
    const other = await reopen(options);
    const world = generateWorld({ seed: 11, secret, vocabulary: coreVocabulary });
    const scopes = Array.from({ length: 4 }, () => randomScope(seededRandom(5)));
    const ask = (store: GraphStore): Promise<unknown> =>
      Promise.all(
        scopes.flatMap((scope) => {
          const ids = world.names.entityIds.slice(0, 12);
          return [
            store.entities(scope, ids),
            store.linkCounts(scope, ids),
            store.linksAmong(scope, ids),
            ...ids.map((id) => store.expand(scope, expansion([id]))),
          ];
        }),
      );
    try {
      for (let step = 0; step < operations; step += 4) {
        const writes = Array.from({ length: 4 }, () => world.nextOperation());
        await Promise.all(writes.map((operation, at) => write(at % 2 === 0 ? one.graph : other.graph, operation)));
        if (step % 20 === 0) await Promise.all([ask(one.graph), ask(other.graph)]);
      }
      expect((await one.graph.verify()).problems).toEqual([]);
      const fresh = await reopen(options);
      const expected = await ask(fresh.graph);
      // What had the hubs in memory while both wrote answers as who reads them anew, from its own writes on at once.
      expect(await ask(one.graph)).toEqual(expected);
      expect(await ask(other.graph)).toEqual(expected);
      await Promise.all([fresh.graph.close(), fresh.work.close(), fresh.audit.close()]);
    } finally {
      await Promise.all([one, other].flatMap(({ graph, work, audit }) => [graph.close(), work.close(), audit.close()]));
    }
  });
});
