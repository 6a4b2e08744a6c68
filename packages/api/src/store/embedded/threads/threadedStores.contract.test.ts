import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { coreVocabulary } from '@linchpin/schema';
import { afterAll } from 'vitest';
import { auditLogContract } from '../../contract/auditLogContract.ts';
import { graphStoreContract } from '../../contract/graphStoreContract.ts';
import { workStoreContract } from '../../contract/workStoreContract.ts';
import { openEmbeddedStores, storeFiles, type EmbeddedStores } from '../openEmbeddedStores.ts';
import { Sqlite } from '../sqlite.ts';
import { keptThreads } from './testing/keptThreads.ts';

const folder = mkdtempSync(join(tmpdir(), 'linchpin-threads-'));
const threads = keptThreads();
let stores = 0;

afterAll(async () => {
  await threads.end();
  rmSync(folder, { recursive: true, force: true });
});

const open = (
  own = join(folder, String(stores++)),
  options: { hubThreshold?: number; secret?: Buffer } = {},
): Promise<EmbeddedStores> =>
  openEmbeddedStores({ folder: own, vocabulary: coreVocabulary, threads: { readers: 2, warms: false, threads }, ...options });

graphStoreContract(
  'embedded, in threads',
  async ({ secret }) => {
    const { graph, audit } = await open(undefined, { secret, hubThreshold: 3 });
    await audit.close();
    return graph;
  },
  { operations: 250, scopes: 20, firstSeed: 201 },
);

workStoreContract('embedded, in threads', async () => {
  const { graph, work, audit } = await open();
  const close = async (): Promise<void> => {
    await Promise.all([work.close(), graph.close(), audit.close()]);
  };
  return { ...work, close };
});

auditLogContract('embedded, in threads', async () => {
  const own = join(folder, String(stores++));
  const openLog = async (): Promise<EmbeddedStores['audit']> => {
    const { graph, audit } = await open(own);
    await graph.close();
    return audit;
  };
  const log = await openLog();
  return {
    log,
    tamper: async (seq) => {
      const db = new Sqlite(join(own, storeFiles.audit));
      db.run(`UPDATE audit SET body = replace(body, '"results":3', '"results":4') WHERE seq = ?`, [seq]);
      db.close();
    },
    reopen: async () => {
      await log.close();
      return openLog();
    },
  };
});
