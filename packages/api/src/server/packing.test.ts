import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { getIntrospectionQuery } from 'graphql';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTestService, type TestService } from './testing/openTestService.ts';

const folder = mkdtempSync(join(tmpdir(), 'linchpin-packed-'));
let service: TestService;
beforeAll(async () => {
  mkdirSync(join(folder, 'assets'));
  writeFileSync(join(folder, 'index.html'), '<title>Explorer</title>');
  writeFileSync(join(folder, 'assets/app-1.js'), 'plain');
  writeFileSync(join(folder, 'assets/app-1.js.br'), 'small');
  service = await openTestService({ explorerFolder: folder });
});
afterAll(async () => {
  await service.close();
  rmSync(folder, { recursive: true });
});

const get = (url: string, headers: Record<string, string> = {}) => service.app.inject({ method: 'GET', url, headers });
const post = (query: string, headers: Record<string, string> = {}) =>
  service.app.inject({ method: 'POST', url: '/graphql', payload: { query }, headers });

describe('the explorer’s files', () => {
  test('go out as the build packed them, to whoever can unpack them', async () => {
    const packed = await get('/assets/app-1.js', { 'accept-encoding': 'gzip, br' });
    expect([packed.headers['content-encoding'], packed.body]).toEqual(['br', 'small']);
    const plain = await get('/assets/app-1.js');
    expect([plain.headers['content-encoding'], plain.body]).toEqual([undefined, 'plain']);
    for (const { headers } of [packed, plain]) {
      expect(headers['vary']).toMatch(/accept-encoding/i);
      expect(headers['cache-control']).toBe('public, max-age=31536000, immutable');
      expect(headers['content-type']).toContain('javascript');
    }
  });
});

describe('answers', () => {
  test('of some length are packed, short ones are not', async () => {
    const long = await post(getIntrospectionQuery(), { 'accept-encoding': 'gzip' });
    expect(long.headers['content-encoding']).toBe('gzip');
    expect(JSON.parse(gunzipSync(long.rawPayload).toString())).toHaveProperty('data.__schema');
    const short = await post('{ viewer { id } }', { 'accept-encoding': 'gzip' });
    expect(short.headers['content-encoding']).toBeUndefined();
  });

  test('are kept by nobody on the way', async () => {
    expect((await post('{ __typename }')).headers['cache-control']).toBe('no-store');
  });

  test('that do not change are sent once', async () => {
    for (const url of ['/schema.graphql', '/graphiql/graphiql.css']) {
      const first = await get(url);
      const again = await get(url, { 'if-none-match': String(first.headers['etag']) });
      expect([url, first.statusCode, again.statusCode, again.body]).toEqual([url, 200, 304, '']);
    }
  });
});

test('a packed request is refused before it is unpacked', async () => {
  const bomb = gzipSync(Buffer.alloc(10_000_000, ' '));
  const headers = { 'content-type': 'application/json', 'content-encoding': 'gzip' };
  const response = await service.app.inject({ method: 'POST', url: '/graphql', payload: bomb, headers });
  expect([response.statusCode, response.json()]).toMatchObject([415, { errors: [{ extensions: { code: 'INVALID' } }] }]);
});
