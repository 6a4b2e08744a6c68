import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { coreVocabulary } from '@linchpin/schema';
import { afterAll } from 'vitest';
import { expectFullContract } from '../../contract/expectFullContract.ts';
import { graphStoreContract } from '../../contract/graphStoreContract.ts';
import { openEmbeddedStores, type EmbeddedStores } from '../openEmbeddedStores.ts';
import { workAndAuditContracts } from '../testing/workAndAuditContracts.ts';
import { keptThreads } from './testing/keptThreads.ts';

const parent = mkdtempSync(join(tmpdir(), 'linchpin-threads-'));
const threads = keptThreads();
let stores = 0;

afterAll(async () => {
  await threads.end();
  rmSync(parent, { recursive: true, force: true });
});

const newFolder = (): string => join(parent, String(stores++));
const open = (folder: string, options: { hubThreshold?: number; secret?: Buffer } = {}): Promise<EmbeddedStores> =>
  openEmbeddedStores({ folder, vocabulary: coreVocabulary, threads: { readers: 2, warms: false, threads }, ...options });

graphStoreContract(
  'embedded, in threads',
  async ({ secret }) => {
    const { graph, audit } = await open(newFolder(), { secret, hubThreshold: 3 });
    await audit.close();
    return graph;
  },
  { operations: 250, scopes: 20, firstSeed: 201 },
);
workAndAuditContracts('embedded, in threads', open, newFolder);
expectFullContract(88);
