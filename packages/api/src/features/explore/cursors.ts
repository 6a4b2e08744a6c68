import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import type { RunContext } from '../../gate/useCase.ts';
import type { Connection, CountedConnection } from '../../model/connection.ts';
import { invalid } from '../../model/errors.ts';
import { limits } from '../../model/paging.ts';
import type { Page, PageRequest, Position } from '../../model/views.ts';
import { requireBetween } from './bounds.ts';

/** What a cursor is bound to: the query and everything that decides its order and content. */
export interface CursorBinding {
  readonly query: string;
  readonly arguments: Readonly<Record<string, unknown>>;
}

export interface PageInput {
  readonly first: number;
  readonly after: string | null;
}

/**
 * Cursors of one list in one scope. A cursor carries the store's position, enciphered (positions may hold what
 * the viewer need not know) and bound to query, arguments and scope.
 */
export interface Cursors {
  /** @throws LinchpinError INVALID for a cursor that was not made for this list. */
  request(input: PageInput): PageRequest;
  write(position: Position): string;
}

export function makeCursors({ ids, scope }: Pick<RunContext, 'ids' | 'scope'>, binding: CursorBinding): Cursors {
  const key = ids.cursorKey;
  const bound = Buffer.from(JSON.stringify([binding.query, binding.arguments, scope.key]));
  return {
    request({ first, after }) {
      requireBetween('first', first, 0, limits.page);
      // A store is never asked for nothing: whether more follow is known from the first item.
      return { first: Math.max(first, 1), after: after === null ? null : decipher(after, key, bound) };
    },
    write: (position) => encipher(position, key, bound),
  };
}

/** @param first as the caller asked: 0 asks only for the total and whether there is anything. */
export function connect<T>(page: Page<T>, cursors: Cursors, first: number): CountedConnection<T> {
  return { ...connectUncounted(page, cursors, first), totalCount: page.total };
}

export function connectUncounted<T>(page: Omit<Page<T>, 'total'>, cursors: Cursors, first: number): Connection<T> {
  const shown = page.items.slice(0, first);
  const edges = shown.map(({ item, position }) => ({ node: item, cursor: cursors.write(position) }));
  const hasNextPage = page.hasNext || page.items.length > shown.length;
  return { edges, pageInfo: { hasNextPage, endCursor: edges.at(-1)?.cursor ?? null } };
}

function encipher(position: Position, key: Buffer, bound: Buffer): string {
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-128-gcm', key, nonce).setAAD(bound);
  const body = Buffer.concat([cipher.update(JSON.stringify(position), 'utf8'), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), body]).toString('base64url');
}

function decipher(cursor: string, key: Buffer, bound: Buffer): Position {
  const bytes = Buffer.from(cursor, 'base64url');
  try {
    const opened = createDecipheriv('aes-128-gcm', key, bytes.subarray(0, 12), { authTagLength: 16 })
      .setAAD(bound)
      .setAuthTag(bytes.subarray(12, 28));
    return JSON.parse(Buffer.concat([opened.update(bytes.subarray(28)), opened.final()]).toString('utf8')) as Position;
  } catch {
    throw invalid([
      {
        path: 'after',
        message: 'This cursor does not belong to this list',
        expected: 'a cursor that the same query gave you, with the same arguments; leave it out to begin again',
      },
    ]);
  }
}
