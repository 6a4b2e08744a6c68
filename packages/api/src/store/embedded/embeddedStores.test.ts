import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import type { OpenGraphStore } from '../contract/examples/exampleWorld.ts';
import { expectFullContract } from '../contract/expectFullContract.ts';
import { graphStoreContract } from '../contract/graphStoreContract.ts';
import { openEmbeddedStores } from './openEmbeddedStores.ts';

const folder = mkdtempSync(join(tmpdir(), 'linchpin-contract-'));
let stores = 0;

afterAll(() => rmSync(folder, { recursive: true, force: true }));

const open =
  (hubThreshold?: number): OpenGraphStore =>
  async (options) => {
    const { graph, audit } = await openEmbeddedStores({ folder: join(folder, String(stores++)), hubThreshold, ...options });
    await audit.close();
    return graph;
  };

graphStoreContract('embedded', open());
// Small worlds reach no hub otherwise.
graphStoreContract('embedded, with hubs from four rows on', open(3), { operations: 500, firstSeed: 101 });
expectFullContract(150);
