import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { coreVocabulary } from '@linchpin/schema';
import { afterAll } from 'vitest';
import { auditLogContract } from '../contract/auditLogContract.ts';
import { workStoreContract } from '../contract/workStoreContract.ts';
import { openEmbeddedStores, storeFiles } from './openEmbeddedStores.ts';
import { Sqlite } from './sqlite.ts';

const folder = mkdtempSync(join(tmpdir(), 'linchpin-work-audit-'));
let stores = 0;

afterAll(() => rmSync(folder, { recursive: true, force: true }));

workStoreContract('embedded', async () => {
  const { graph, work, audit } = await openEmbeddedStores({ folder: join(folder, String(stores++)), vocabulary: coreVocabulary });
  const close = async (): Promise<void> => {
    await Promise.all([work.close(), graph.close(), audit.close()]);
  };
  return { ...work, close };
});

auditLogContract('embedded', async () => {
  const own = join(folder, String(stores++));
  const open = async (): Promise<Awaited<ReturnType<typeof openEmbeddedStores>>['audit']> => {
    const { graph, work, audit } = await openEmbeddedStores({ folder: own, vocabulary: coreVocabulary });
    await work.close();
    await graph.close();
    return audit;
  };
  const log = await open();
  return {
    log,
    tamper: async (seq) => {
      const db = new Sqlite(join(own, storeFiles.audit));
      db.run(`UPDATE audit SET body = replace(body, '"results":3', '"results":4') WHERE seq = ?`, [seq]);
      db.close();
    },
    reopen: async () => {
      await log.close();
      return open();
    },
  };
});
