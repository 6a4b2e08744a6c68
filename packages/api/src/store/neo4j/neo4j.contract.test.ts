import { describe } from 'vitest';
import { graphStoreContract } from '../contract/graphStoreContract.ts';
import { openEmpty } from './testing/openEmpty.ts';
import { serverForTests } from './testing/serverForTests.ts';

describe.skipIf(!serverForTests())('on a real server', () => {
  graphStoreContract('Neo4j', async (options) => (await openEmpty(options)).graph);
});
