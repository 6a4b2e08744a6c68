import { coreVocabulary } from '@linchpin/schema';
import { describe } from 'vitest';
import { expectFullContract } from '../contract/expectFullContract.ts';
import { auditLogContract } from '../contract/auditLogContract.ts';
import { graphStoreContract } from '../contract/graphStoreContract.ts';
import { workStoreContract } from '../contract/workStoreContract.ts';
import type { OpenGraphStore } from '../contract/examples/exampleWorld.ts';
import { driverForTests, openEmpty, reopen } from './testing/openEmpty.ts';
import { serverForTests } from './testing/serverForTests.ts';

/** Small worlds have hubs too. */
const hubFrom = 8;
/** And changes of them go, so that whoever is behind must read them anew. */
const changesKept = 3;

describe.skipIf(!serverForTests())('on a real server', () => {
  const openGraph: OpenGraphStore = async (options) => {
    const { graph, work, audit } = await openEmpty({ ...options, hubFrom, changesKept });
    await work.close();
    await audit.close();
    return graph;
  };
  // Over Bolt a question takes milliseconds: sixty-four viewers over eight worlds, where the embedded store has fifty in each.
  graphStoreContract('Neo4j', openGraph, { scopes: 8 });

  workStoreContract('Neo4j', async () => {
    const { graph, work, audit } = await openEmpty({ vocabulary: coreVocabulary });
    await graph.close();
    await audit.close();
    return work;
  });

  const auditAlone = async (opened: ReturnType<typeof reopen>) => {
    const { graph, work, audit } = await opened;
    await graph.close();
    await work.close();
    return audit;
  };
  auditLogContract('Neo4j', async () => ({
    log: await auditAlone(openEmpty({ vocabulary: coreVocabulary })),
    reopen: () => auditAlone(reopen({ vocabulary: coreVocabulary })),
    tamper: async (seq) => {
      const driver = driverForTests();
      await driver.executeQuery(
        "MATCH (a:AuditEntry) WHERE a.seq = toInteger($seq) SET a.body = replace(a.body, 'expand', 'search')",
        {
          seq,
        },
      );
      await driver.close();
    },
  }));
  expectFullContract(97);
});
