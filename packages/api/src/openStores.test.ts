import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { coreVocabulary } from '@linchpin/schema';
import { afterAll, expect, test, vi } from 'vitest';
import { openStores } from './openStores.ts';
import { holdFolder } from './store/embedded/holdFolder.ts';

const data = mkdtempSync(join(tmpdir(), 'linchpin-open-'));
const closed: string[] = [];
const closing = (name: string) => async () => {
  closed.push(name);
  if (name === 'graph') throw new Error('cannot close');
};

vi.mock('./store/embedded/openEmbeddedStores.ts', () => ({
  openEmbeddedStores: async () => ({
    graph: { close: closing('graph') },
    work: { close: closing('work'), claimSetting: () => Promise.reject(new Error('disk full')) },
    audit: { close: closing('audit') },
  }),
}));

afterAll(() => rmSync(data, { recursive: true, force: true }));

test('stores that cannot be opened whole are closed, each of them, and the folder is free again', async () => {
  await expect(openStores({ store: { kind: 'embedded' }, data }, coreVocabulary)).rejects.toThrow();
  expect(closed.sort()).toEqual(['audit', 'graph', 'work']);
  holdFolder(data)();
});
