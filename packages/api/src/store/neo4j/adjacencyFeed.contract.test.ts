import { coreVocabulary } from '@linchpin/schema';
import { describe } from 'vitest';
import { adjacencyFeedContract } from '../contract/adjacencyFeedContract.ts';
import { expectFullContract } from '../contract/expectFullContract.ts';
import { neo4jAdjacencyFeed } from './adjacencyFeed.ts';
import { openEmpty, settingsForTests } from './testing/openEmpty.ts';
import { serverForTests } from './testing/serverForTests.ts';

describe.skipIf(!serverForTests())('on a real server', () => {
  adjacencyFeedContract(
    'Neo4j',
    async (options) => {
      const { graph, work, audit } = await openEmpty(options);
      await work.close();
      await audit.close();
      return graph;
    },
    async () => neo4jAdjacencyFeed(settingsForTests(), coreVocabulary),
    { worlds: 2, writes: 60 },
  );
  expectFullContract(3);
});
