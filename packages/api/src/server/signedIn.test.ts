import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTestService, type TestService } from './testing/openTestService.ts';

let service: TestService;
beforeAll(async () => {
  service = await openTestService();
});
afterAll(() => service.close());

const codesOf = (errors: readonly { readonly extensions: { readonly code: string } }[]): string[] =>
  errors.map(({ extensions }) => extensions.code);

const everyRead = `{
  node(id: "x") { id } entity(id: "x") { id } entities(ids: ["x"]) { id } lookup(kind: PHONE, value: "5045550142") { entities { id } }
  search(text: "x1") { totalCount } expand(ids: ["x"]) { total } linksAmong(ids: ["x"]) { id } bundle(id: "x") { id }
  paths(from: "x", to: "y") { isLimitReached } commonNeighbours(ids: ["x"]) { of } report(number: "x") { id }
  reports { totalCount } overlaps { pageInfo { hasNextPage } } notices { reference }
}`;
const everyWrite = `mutation {
  submitReport(input: { kind: TIP, records: [], links: [] }) { isNew }
  retractReport(input: { number: "x", reason: "y" }) { report { id } }
}`;

describe('who asks', () => {
  test.each([null, '', 'nobody'])('must be somebody: %j gets no answer to anything', async (viewer) => {
    for (const operation of [everyRead, everyWrite, '{ viewer { id } vocabulary { entityKinds { kind } } agencies { id } }']) {
      const { data, errors } = await service.ask<object>(operation, { viewer });
      expect(Object.values(data).every((value) => value === null)).toBe(true);
      expect(errors).toHaveLength(Object.keys(data).length);
      expect(new Set(codesOf(errors))).toEqual(new Set(['NOT_SIGNED_IN']));
    }
  });

  test.each(['auditor', 'admin', 'partner'])('%s gets no evidence, and none in', async (viewer) => {
    for (const operation of [everyRead, everyWrite]) {
      const { data, errors } = await service.ask<object>(operation, { viewer });
      expect(Object.values(data).every((value) => value === null)).toBe(true);
      expect(new Set(codesOf(errors))).toEqual(new Set(['NOT_PERMITTED']));
    }
  });

  test('an unknown id answers null, and is not found where it is an end of a path', async () => {
    const { data, errors } = await service.ask(everyRead);
    expect(data).toMatchObject({ node: null, entity: null, entities: [null], bundle: null, report: null, paths: null });
    expect(data).toMatchObject({ expand: { total: 0 }, linksAmong: [], commonNeighbours: [], reports: { totalCount: 0 } });
    expect(codesOf(errors)).toEqual(['NOT_FOUND']);
  });

  test.each([
    ['investigator1', 'BAYOU-SO', ['GULF-TF']],
    ['investigator2', 'GULF-PD', ['GULF-TF']],
    ['supervisor', 'GULF-TF-CELL', ['GULF-TF']],
  ])('%s is of %s', async (viewer, agency, groups) => {
    const { data } = await service.ask('{ viewer { id agency { id } groups { id agencies { id } } role permissions } }', {
      viewer,
    });
    expect(data).toMatchObject({ viewer: { id: viewer, agency: { id: agency }, groups: groups.map((id) => ({ id })) } });
  });

  test('is written down with case and purpose, what was asked for only as a digest', async () => {
    await service.ask('{ search(text: "delacroix") { totalCount } }', {
      headers: { 'linchpin-case': 'BSO-1', 'linchpin-purpose': 'lead' },
    });
    const [entry] = await service.services.audit.entries({ before: null, limit: 1 });
    expect(entry).toMatchObject({ user: 'investigator1', useCase: 'searchEntities', legalCase: 'BSO-1', purpose: 'lead' });
    expect(JSON.stringify(entry)).not.toContain('delacroix');
  });
});

describe('demo people', () => {
  const me = '{ viewer { id } }';
  const send = (remoteAddress: string, headers: Record<string, string> = {}) => ({
    method: 'POST' as const,
    url: '/graphql',
    remoteAddress,
    headers: { 'linchpin-demo-viewer': 'investigator1', ...headers },
    payload: { query: me },
  });

  test('may ask from this machine alone', async () => {
    for (const address of ['127.0.0.1', '::1', '::ffff:127.0.0.1'])
      expect((await service.app.inject(send(address))).json()).toMatchObject({ data: { viewer: { id: 'investigator1' } } });
    for (const address of ['192.168.1.7', '::ffff:10.0.0.2'])
      expect((await service.app.inject(send(address))).json()).toMatchObject({
        errors: [{ extensions: { code: 'NOT_SIGNED_IN' } }],
      });
  });

  test.each(['x-forwarded-for', 'x-forwarded-host', 'forwarded', 'x-real-ip', 'via'])(
    'may not ask through a proxy, which may carry what others sent: %s',
    async (header) => {
      const carried = await service.app.inject(send('127.0.0.1', { [header]: '203.0.113.9' }));
      expect(carried.json()).toMatchObject({ errors: [{ extensions: { code: 'NOT_SIGNED_IN' } }] });
    },
  );

  test('are nobody outside demo mode, and anywhere where the port is published', async () => {
    const off = await openTestService({ demo: 'off' });
    expect((await off.ask(me)).errors).toMatchObject([{ extensions: { code: 'NOT_SIGNED_IN' } }]);
    await off.close();
    const published = await openTestService({ demo: 'published' });
    expect((await published.app.inject(send('172.18.0.1'))).json()).toMatchObject({ data: { viewer: { id: 'investigator1' } } });
    await published.close();
  });
});

test('an answer is not given when it cannot be written down', async () => {
  const silent = await openTestService({
    replace: ({ audit }) => ({ audit: { ...audit, append: () => Promise.reject(new Error('disk full: /secret')) } }),
  });
  const { status, data, errors } = await silent.ask('{ search(text: "delacroix") { totalCount } }');
  expect([status, data]).toEqual([503, undefined]);
  expect(errors).toMatchObject([{ extensions: { code: 'UNAVAILABLE' } }]);
  expect(JSON.stringify(errors)).not.toContain('secret');
  expect(silent.log.join()).toContain('disk full');
  await silent.close();
});
