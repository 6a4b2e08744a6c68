import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { expectFullContract } from '../contract/expectFullContract.ts';
import { adjacencyFeedContract } from '../contract/adjacencyFeedContract.ts';
import { embeddedAdjacencyFeed } from './adjacencyFeed.ts';
import { openEmbeddedStores, storeFiles } from './openEmbeddedStores.ts';

const folder = mkdtempSync(join(tmpdir(), 'linchpin-feed-'));
let stores = 0;

afterAll(() => rmSync(folder, { recursive: true, force: true }));

adjacencyFeedContract(
  'The embedded store',
  async (options) => {
    const { graph, audit } = await openEmbeddedStores({ folder: join(folder, String(++stores)), ...options });
    await audit.close();
    return graph;
  },
  async () => embeddedAdjacencyFeed({ path: join(folder, String(stores), storeFiles.evidence) }),
);
expectFullContract(5);
