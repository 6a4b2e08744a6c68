import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { graphStoreContract } from '../contract/graphStoreContract.ts';
import { openEmbeddedStores } from './openEmbeddedStores.ts';

const folder = mkdtempSync(join(tmpdir(), 'linchpin-contract-'));
let stores = 0;

afterAll(() => rmSync(folder, { recursive: true, force: true }));

graphStoreContract('embedded', async (options) => {
  const { graph, audit } = await openEmbeddedStores({ folder: join(folder, String(stores++)), ...options });
  await audit.close();
  return graph;
});
