import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { EntityCardsDocument, ViewerDocument } from './generated/documents.ts';
import { patience } from './patience.ts';
import { request } from './request.ts';

const busy = (): Response =>
  new Response(JSON.stringify({ errors: [{ message: 'Linchpin is busy', extensions: { code: 'UNAVAILABLE' } }] }), {
    status: 503,
    headers: { 'retry-after': '2' },
  });
const fine = (): Response => new Response(JSON.stringify({ data: { viewer: null } }));

/** Answers in this order; the last one again and again. */
function answerWith(...answers: readonly (() => Response)[]): Record<string, unknown>[] {
  const asked: Record<string, unknown>[] = [];
  vi.stubGlobal('fetch', async (_url: string, init: RequestInit) => {
    asked.push(JSON.parse(init.body as string) as Record<string, unknown>);
    return answers[Math.min(asked.length, answers.length) - 1]!();
  });
  return asked;
}

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('a busy service', () => {
  it('is asked again by itself when the time it named is over', async () => {
    const asked = answerWith(busy, busy, fine);
    const answer = request(ViewerDocument, {});
    await vi.advanceTimersByTimeAsync(1_900);
    expect([asked.length, patience.getState()]).toEqual([1, { waiting: 1, seconds: 2 }]);
    await vi.advanceTimersByTimeAsync(6_000);
    expect([asked.length, await answer]).toEqual([3, { viewer: null }]);
    expect(patience.getState().waiting).toBe(0);
  });

  it('that stays busy is said after a few times', async () => {
    const asked = answerWith(busy);
    const failed = request(ViewerDocument, {}).catch((error: unknown) => error);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(await failed).toMatchObject({ code: 'UNAVAILABLE', retryAfter: 2 });
    expect(asked).toHaveLength(4);
  });

  it('is left alone when the question is taken back', async () => {
    const asked = answerWith(busy, fine);
    const stop = new AbortController();
    const failed = request(ViewerDocument, {}, stop.signal).catch((error: unknown) => error);
    await vi.advanceTimersByTimeAsync(100);
    stop.abort(new Error('stopped'));
    expect(await failed).toMatchObject({ message: 'stopped' });
    await vi.advanceTimersByTimeAsync(10_000);
    expect([asked.length, patience.getState().waiting]).toEqual([1, 0]);
  });

  it('that failed for another reason is not asked again from here', async () => {
    const asked = answerWith(
      () => new Response(JSON.stringify({ errors: [{ message: 'x', extensions: { code: 'UNAVAILABLE' } }] })),
    );
    await expect(request(ViewerDocument, {})).rejects.toMatchObject({ code: 'UNAVAILABLE', retryAfter: null });
    expect(asked).toHaveLength(1);
  });
});

describe('documents', () => {
  it('are asked for by their id', async () => {
    const asked = answerWith(fine);
    await request(ViewerDocument, {});
    expect(asked).toEqual([
      { documentId: expect.stringMatching(/^sha256:[0-9a-f]{64}$/) as string, operationName: 'Viewer', variables: {} },
    ]);
  });

  it('that the service does not know are sent as text, from then on at once', async () => {
    const unknown = (): Response =>
      new Response(
        JSON.stringify({
          errors: [{ message: 'No such document', extensions: { code: 'INVALID', fields: [{ path: 'documentId' }] } }],
        }),
        { status: 400 },
      );
    const asked = answerWith(unknown, () => new Response(JSON.stringify({ data: { entities: [] } })));
    await request(EntityCardsDocument, { ids: [] });
    await request(EntityCardsDocument, { ids: [] });
    expect(asked.map((body) => Object.keys(body)[0])).toEqual(['documentId', 'query', 'query']);
  });
});
