import { createDecipheriv } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { LinchpinError } from '../../model/errors.ts';
import { publicIds } from '../../model/publicIds.ts';
import { mintScope } from '../../gate/mintScope.ts';
import { connect, makeCursors } from './cursors.ts';

const ids = publicIds(Buffer.alloc(32, 7));
const mine = mintScope({ agency: 'BAYOU-SO', groups: ['GULF-TF'] });
const theirs = mintScope({ agency: 'PINE-SO', groups: ['GULF-TF'] });
const search = { query: 'search', arguments: { text: 'skip' } };

function refusalOf(work: () => unknown): LinchpinError {
  try {
    work();
  } catch (error) {
    if (error instanceof LinchpinError) return error;
  }
  throw new Error('It was not refused');
}

describe('a cursor', () => {
  const cursor = makeCursors({ ids, scope: mine }, search).write([12, 'entity', null]);

  test('gives the position back to the list it was made for', () => {
    const request = makeCursors({ ids, scope: mine }, search).request({ first: 20, after: cursor });
    expect(request).toEqual({ first: 20, after: [12, 'entity', null] });
  });

  test('is made with a key that no typed text leaves in the audit log', () => {
    const logged = Buffer.from(ids.digest('cursor key'), 'hex');
    const bytes = Buffer.from(cursor, 'base64url');
    const opened = createDecipheriv('aes-128-gcm', logged, bytes.subarray(0, 12)).setAuthTag(bytes.subarray(12, 28));
    opened.setAAD(Buffer.from(JSON.stringify([search.query, search.arguments, mine.key])));
    opened.update(bytes.subarray(28));
    expect(() => opened.final()).toThrow();
  });

  test('shows nothing of the position', () => {
    expect(Buffer.from(cursor, 'base64url').toString('latin1')).not.toContain('entity');
  });

  test.each([
    ['another query', { scope: mine, binding: { ...search, query: 'reports' } }],
    ['other arguments', { scope: mine, binding: { ...search, arguments: { text: 'skipper' } } }],
    ['another sight', { scope: theirs, binding: search }],
  ])('of %s is refused as INVALID with a readable text', (_, { scope, binding }) => {
    const refusal = refusalOf(() => makeCursors({ ids, scope }, binding).request({ first: 20, after: cursor }));
    expect(refusal.code).toBe('INVALID');
    expect(refusal.fields[0]).toMatchObject({ path: 'after', message: 'This cursor does not belong to this list' });
  });

  test.each(['', 'x', 'AAAA', cursor.slice(0, -2), `${cursor}AA`])('that was made up is refused: %j', (after) => {
    expect(refusalOf(() => makeCursors({ ids, scope: mine }, search).request({ first: 20, after })).code).toBe('INVALID');
  });
});

test.each([-1, 501, 1.5, 2_000_000_000])('a page of %d is refused, naming what would be right', (first) => {
  const refusal = refusalOf(() => makeCursors({ ids, scope: mine }, search).request({ first, after: null }));
  expect(refusal).toMatchObject({ code: 'INVALID', fields: [{ path: 'first', expected: 'a whole number from 0 to 500' }] });
});

test('a page of nothing still says whether there is anything', () => {
  const cursors = makeCursors({ ids, scope: mine }, search);
  expect(cursors.request({ first: 0, after: null }).first).toBe(1);
  const page = connect({ items: [{ item: 'a', position: [1] }], hasNext: false, total: 1 }, cursors, 0);
  expect(page).toEqual({ edges: [], pageInfo: { hasNextPage: true, endCursor: null }, totalCount: 1 });
});
