import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { importDocument } from './importDocument.ts';
import { documentId, readLane } from './requestDocuments.ts';
import { openTestService, type TestService } from './testing/openTestService.ts';

const mine = 'query Mine { viewer { id } }';
const folder = mkdtempSync(join(tmpdir(), 'linchpin-documents-'));
let open: TestService;
let closed: TestService;
beforeAll(async () => {
  writeFileSync(join(folder, 'index.html'), '');
  writeFileSync(join(folder, 'documents.json'), JSON.stringify({ [documentId(mine)]: mine }));
  open = await openTestService({ explorerFolder: folder });
  closed = await openTestService({ explorerFolder: folder, bounds: { documents: 'persisted' } });
});
afterAll(async () => {
  await open.close();
  await closed.close();
  rmSync(folder, { recursive: true });
});

const send = async (service: TestService, payload: object) => {
  const headers = { 'linchpin-demo-viewer': 'investigator1' };
  const response = await service.app.inject({ method: 'POST', url: '/graphql', headers, payload });
  return [response.statusCode, response.json<object>()] as const;
};
const answered = [200, { data: { viewer: { id: 'investigator1' } } }];
const unknown = [400, { errors: [{ extensions: { code: 'INVALID', fields: [{ path: 'documentId' }] } }] }];

describe('a document', () => {
  test('that the explorer was built with is answered by its id', async () => {
    for (const service of [open, closed]) {
      expect(await send(service, { documentId: documentId(mine) })).toEqual(answered);
      expect(await send(service, { documentId: documentId(mine), operationName: 'Mine', variables: {} })).toEqual(answered);
    }
  });

  test('of another is answered by its text', async () => {
    expect(await send(open, { query: '{ viewer { id } }' })).toEqual(answered);
  });

  test.each([[{ documentId: 'sha256:00' }], [{ documentId: 7 }], [{ documentId: '__proto__' }], [{ documentId: ['a'] }]])(
    'that nobody knows is refused, naming the id: %j',
    async (body) => expect(await send(open, body)).toMatchObject(unknown),
  );
});

describe('where only known documents are answered', () => {
  test('any other is refused, alone and in a batch', async () => {
    expect(await send(closed, { query: '{ viewer { id } }' })).toMatchObject(unknown);
    expect(await send(closed, [{ query: '{ viewer { name } }' }])).toMatchObject([400, [unknown[1]]]);
    expect(await send(closed, {})).toMatchObject(unknown);
  });

  test('the text of a known one is as good as its id, and the command line’s is known', async () => {
    expect(await send(closed, { query: mine })).toEqual(answered);
    const [status, answer] = await send(closed, { query: importDocument, variables: {} });
    expect([status, answer]).toMatchObject([400, { errors: [{ message: expect.stringContaining('$input') as string }] }]);
  });
});

test('a list of documents that is none stops the start', async () => {
  const broken = mkdtempSync(join(tmpdir(), 'linchpin-documents-'));
  writeFileSync(join(broken, 'documents.json'), '[1]');
  await expect(openTestService({ explorerFolder: broken })).rejects.toThrow('Build it again');
  rmSync(broken, { recursive: true });
});

describe('the lane of a document', () => {
  test.each([
    ['{ viewer { id } }', 'questions'],
    ['query mutation { mutation: viewer { id } }', 'questions'],
    ['# mutation\n{ viewer { id } }', 'questions'],
    ['query A { viewer { id } } mutation B { retractReport(input: {}) { report { id } } }', 'submissions'],
    [importDocument, 'submissions'],
    ['mutation {', 'questions'],
  ])('%s', (text, lane) => expect(readLane(text)).toBe(lane));
});

describe('a document that would take long to read is refused at once', () => {
  const repeat = (count: number, text: string): string => Array(count).fill(text).join(' ');
  test.each([
    ['a thousand brackets deep', `{ entities(ids: ${'['.repeat(1_000)}${']'.repeat(1_000)}) { id } }`],
    ['one field over and over', `{ ${repeat(1_000, 'viewer { id }')} }`],
    ['the same below the same', `{ ${repeat(30, `viewer { ${repeat(30, 'agency { id }')} }`)} }`],
    [
      'one field in many fragments',
      `{ viewer { ${repeat(60, '...A')} ... { ${repeat(101, 'id')} } } } fragment A on Viewer { id }`,
    ],
    [
      'more fragments than anybody writes',
      Array.from({ length: 101 }, (_, nth) => `fragment F${nth} on Viewer { id }`).join(' '),
    ],
    ['longer than anybody writes', `{ viewer { id } } #${'x'.repeat(300_000)}`],
  ])('%s', (_, text) => expect(() => readLane(text)).toThrow(expect.objectContaining({ code: 'TOO_COSTLY' }) as Error));
});
