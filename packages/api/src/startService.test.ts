import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { coreVocabulary } from '@linchpin/schema';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readConfig } from './config.ts';
import { prepareDemo } from './loadDemo.ts';
import { openStores } from './openStores.ts';
import { startService } from './startService.ts';

let data: string;
beforeEach(() => {
  data = mkdtempSync(join(tmpdir(), 'linchpin-start-'));
});
afterEach(() => rmSync(data, { recursive: true, force: true }));

const config = (settings: Record<string, string> = {}) =>
  readConfig({ LINCHPIN_DATA: data, LINCHPIN_PORT: '0', LINCHPIN_LOG: 'silent', ...settings });

async function viewerAt(address: string): Promise<unknown> {
  const headers = { 'content-type': 'application/json', 'linchpin-demo-viewer': 'investigator1' };
  const response = await fetch(`${address}/graphql`, {
    method: 'POST',
    headers,
    body: '{"query":"{ viewer { id } reports { totalCount } }"}',
  });
  return response.json();
}

test('a new and empty store is a demo, with its case, and stays one', async () => {
  for (let start = 1; start <= 2; start++) {
    const service = await startService(config());
    expect(service.demo).toBe('loopback');
    expect(await viewerAt(service.address)).toMatchObject({
      data: { viewer: { id: 'investigator1' }, reports: { totalCount: expect.any(Number) as number } },
    });
    await service.close();
  }
});

test('a store made without the demo is empty and locked, and never lets demo people in', async () => {
  const service = await startService(config({ LINCHPIN_DEMO: 'false' }));
  expect(await viewerAt(service.address)).toMatchObject({
    errors: [{ extensions: { code: 'NOT_SIGNED_IN' } }, expect.anything()],
  });
  await service.close();
  const again = await startService(config());
  expect(again.demo).toBe('off');
  await again.close();
  await expect(startService(config({ LINCHPIN_DEMO: 'true' }))).rejects.toThrow(/holds work that is not a demo/);
  const stores = await openStores(config(), coreVocabulary);
  expect(await stores.graph.lastChange()).toBe(0);
  await stores.close();
});

test('a store of evidence that remembers nothing of a demo is asked in vain to be one', async () => {
  const stores = await openStores(config(), coreVocabulary);
  await stores.graph.addReports(prepareDemo({ vocabulary: coreVocabulary, ids: stores.ids }).slice(0, 1));
  await stores.close();
  await expect(startService(config({ LINCHPIN_DEMO: 'true' }))).rejects.toThrow(/holds work that is not a demo/);
  const service = await startService(config());
  expect(service.demo).toBe('off');
  await service.close();
});

test('a demo locked for a while is one again, and its case is loaded once', async () => {
  const lastChange = async () => {
    const stores = await openStores(config(), coreVocabulary);
    const last = await stores.graph.lastChange();
    await stores.close();
    return last;
  };
  await (await startService(config())).close();
  const loaded = await lastChange();
  const locked = await startService(config({ LINCHPIN_DEMO: 'false' }));
  expect(locked.demo).toBe('off');
  await locked.close();
  const again = await startService(config());
  expect(again.demo).toBe('loopback');
  await again.close();
  expect(await lastChange()).toBe(loaded);
});

test('a demo that remembers itself refuses to listen beyond this machine', async () => {
  await (await startService(config())).close();
  await expect(startService(config({ LINCHPIN_HOST: '0.0.0.0' }))).rejects.toThrow(/demo mode listens on 127\.0\.0\.1 only/);
});
