import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTestService, type TestService } from './testing/openTestService.ts';

const explorerFolder = mkdtempSync(join(tmpdir(), 'linchpin-explorer-'));
let service: TestService;
beforeAll(async () => {
  mkdirSync(join(explorerFolder, 'assets'));
  writeFileSync(join(explorerFolder, 'index.html'), '<title>Explorer</title>');
  writeFileSync(join(explorerFolder, 'assets/app-1.js'), 'run()');
  service = await openTestService({ explorerFolder });
});
afterAll(async () => {
  await service.close();
  rmSync(explorerFolder, { recursive: true });
});

const get = (url: string, headers: Record<string, string> = {}) => service.app.inject({ method: 'GET', url, headers });
const post = (payload: string | object, headers: Record<string, string> = {}) =>
  service.app.inject({ method: 'POST', url: '/graphql', payload, headers: { 'content-type': 'application/json', ...headers } });
const html = { accept: 'text/html' };

describe('pages', () => {
  test('the explorer is at the root and under every address of its own', async () => {
    for (const url of ['/', '/entities/abc', '/overlaps?kind=PHONE']) expect((await get(url, html)).body).toContain('Explorer');
    const file = await get('/assets/app-1.js');
    expect([file.statusCode, file.headers['cache-control']]).toEqual([200, 'public, max-age=31536000, immutable']);
  });

  test('what is not there is not found, in the shape of every other error', async () => {
    const missing = await get('/assets/missing.js', html);
    expect([missing.statusCode, missing.json()]).toMatchObject([404, { errors: [{ extensions: { code: 'NOT_FOUND' } }] }]);
    for (const url of ['/../config.ts', '/assets/..%2f..%2fetc/passwd'])
      expect((await get(url)).statusCode).toBeGreaterThanOrEqual(400);
  });

  test('an explorer that is not built says how to build it', async () => {
    const bare = await openTestService();
    const page = await bare.app.inject({ method: 'GET', url: '/', headers: html });
    expect([page.statusCode, page.body]).toEqual([503, expect.stringContaining('npx --yes pnpm@12 build')]);
    await bare.close();
  });

  test('the page to try queries fetches nothing from elsewhere', async () => {
    const page = await get('/graphiql');
    const fetched = [...page.body.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, url]) => url!);
    expect(fetched).toHaveLength(5);
    for (const url of fetched) expect([url, (await get(url)).statusCode]).toEqual([expect.stringMatching(/^\/graphiql\//), 200]);
    expect(page.body).not.toMatch(/<script>/);
  });

  test('every page carries a strict content policy', async () => {
    const { headers } = await get('/', html);
    expect(headers['content-security-policy']).toContain("default-src 'none';script-src 'self'");
    expect(headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'referrer-policy': 'no-referrer' });
  });

  test('the schema is there to read', async () => {
    expect((await get('/schema.graphql')).body).toContain('type Query {');
  });
});

describe('what machines ask', () => {
  test('health, readiness and metrics, under any name', async () => {
    expect((await get('/healthz', { host: '10.0.0.7' })).json()).toEqual({ status: 'ok' });
    expect((await get('/readyz')).json()).toEqual({ status: 'ready' });
    await post({ query: 'query Skip_Delacroix { viewer { id } }' });
    const { body } = await get('/metrics');
    expect(body).toContain('linchpin_operation_seconds_count{operation="viewer"}');
    expect(body).not.toMatch(/Delacroix|BAYOU|entities|reports_total/);
  });
});

describe('a foreign page', () => {
  test('cannot reach the service under a name that it pointed here', async () => {
    const rebound = await post({ query: '{ viewer { id } }' }, { host: 'evil.example:4000' });
    expect([rebound.statusCode, rebound.json()]).toMatchObject([403, { errors: [{ extensions: { code: 'NOT_PERMITTED' } }] }]);
    expect((await get('/', { ...html, host: 'evil.example' })).statusCode).toBe(403);
  });

  test('cannot send queries: not with its origin, not without a JSON content type', async () => {
    expect((await post({ query: '{ viewer { id } }' }, { origin: 'https://evil.example' })).statusCode).toBe(403);
    const form = await post('{"query":"{ viewer { id } }"}', { 'content-type': 'text/plain' });
    expect(form.statusCode).toBeGreaterThanOrEqual(400);
    expect((await get('/graphql?query={viewer{id}}')).statusCode).toBe(405);
  });
});

const costly = '{ reports(first: 500) { edges { node { records(first: 500) { edges { node { entity { id } } } } } } } }';

describe('requests that cannot be read', () => {
  test.each([
    ['no JSON', '{"query":', 400, 'INVALID'],
    ['no query', '{}', 400, 'INVALID'],
    ['a body over 16 MB', JSON.stringify({ query: 'x'.repeat(17 * 1_048_576) }), 413, 'TOO_LARGE'],
    ['eleven operations at once', JSON.stringify(Array(11).fill({ query: '{ viewer { id } }' })), 400, 'TOO_COSTLY'],
    ['a query that costs too much', JSON.stringify({ query: costly }), 400, 'TOO_COSTLY'],
  ])('%s', async (_, body, status, code) => {
    const response = await post(body);
    expect([response.statusCode, response.json()]).toMatchObject([status, { errors: [{ extensions: { code } }] }]);
  });

  test('ten operations at once are answered one by one', async () => {
    const { headers, body } = await post(Array(10).fill({ query: '{ viewer { id } }' }), { 'linchpin-demo-viewer': 'admin' });
    expect(headers['content-type']).toContain('application/json');
    expect(JSON.parse(body)).toHaveLength(10);
  });
});

test('the log tells routes and times, nothing of people or questions', async () => {
  await post(
    { query: '{ search(text: "delacroix") { totalCount } }' },
    { 'linchpin-demo-viewer': 'investigator1', 'linchpin-purpose': 'Operation Heron' },
  );
  const lines = service.log.join('\n');
  expect(lines).toContain('"route":"/graphql"');
  expect(lines).not.toMatch(/delacroix|investigator1|Heron|127\.0\.0\.1/);
});
