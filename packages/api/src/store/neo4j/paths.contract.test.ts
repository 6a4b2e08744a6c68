import { coreVocabulary } from '@linchpin/schema';
import { describe, expect, it } from 'vitest';
import { growWorld } from '../../analysis/testing/comparePaths.ts';
import { compareWorld } from '../../analysis/testing/compareWorld.ts';
import { secret } from '../contract/examples/exampleWorld.ts';
import { neo4jAdjacencyFeed } from './adjacencyFeed.ts';
import { openEmpty, settingsForTests } from './testing/openEmpty.ts';
import { serverForTests } from './testing/serverForTests.ts';

describe.skipIf(!serverForTests())('paths over the adjacency of a real server', () => {
  it('are those that it would find itself, after every write', async () => {
    const { graph, work, audit } = await openEmpty({ vocabulary: coreVocabulary, secret });
    await work.close();
    await audit.close();
    const feed = neo4jAdjacencyFeed(settingsForTests(), coreVocabulary);
    const world = growWorld({ seed: 4, store: graph, feed, end: () => {} });
    expect((await compareWorld(world, { writes: 70, rounds: 4, questions: 60 })).found).toBeGreaterThan(10);
  });
});
