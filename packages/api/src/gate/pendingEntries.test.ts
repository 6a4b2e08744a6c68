import { expect, test } from 'vitest';
import { entriesWritten, gatherEntries } from './pendingEntries.ts';
import { perform } from './perform.ts';
import { openRequest } from './requestContext.ts';
import { fakeServices, viewerOf } from './testing/fakeServices.ts';
import type { UseCase } from './useCase.ts';

const asking: UseCase<string, string> = {
  name: 'findThings',
  kind: 'evidence read',
  permission: 'evidence:read',
  run: async (_, input) => input,
  describe: (text) => ({ text }),
  count: () => 1,
};

/** A request whose audit log writes when told. */
function open() {
  const { audit } = fakeServices().services;
  const waiting: { readonly write: () => void; readonly fail: () => void }[] = [];
  const append = (): Promise<void> =>
    new Promise((resolve, reject) => waiting.push({ write: resolve, fail: () => reject(new Error('disk full')) }));
  const { services, faults } = fakeServices({ audit: { ...audit, append } });
  const context = openRequest(services, { requestId: 'r1', viewer: viewerOf('INVESTIGATOR'), legalCase: null, purpose: null });
  return { context, waiting, faults };
}

const isSettled = (promise: Promise<unknown>): Promise<boolean> =>
  Promise.race([
    promise.then(
      () => true,
      () => true,
    ),
    new Promise<boolean>((resolve) => setImmediate(() => resolve(false))),
  ]);

test('an answer waits for its entry', async () => {
  const { context, waiting } = open();
  const answer = perform(context, asking, 'a');
  expect(await isSettled(answer)).toBe(false);
  waiting[0]!.write();
  expect(await answer).toBe('a');
});

test('where entries are gathered use-cases go on, and the whole answer waits for all of them', async () => {
  const { context, waiting } = open();
  gatherEntries(context);
  expect([await perform(context, asking, 'a'), await perform(context, asking, 'b')]).toEqual(['a', 'b']);
  const written = entriesWritten(context);
  waiting[0]!.write();
  expect(await isSettled(written)).toBe(false);
  waiting[1]!.write();
  await written;
});

test('one entry that cannot be written takes the whole answer with it', async () => {
  const { context, waiting, faults } = open();
  gatherEntries(context);
  await perform(context, asking, 'a');
  await perform(context, asking, 'b');
  waiting[0]!.fail();
  waiting[1]!.write();
  await expect(entriesWritten(context)).rejects.toMatchObject({ code: 'UNAVAILABLE' });
  expect(faults).toEqual(['Error: disk full']);
});
