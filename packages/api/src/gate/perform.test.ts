import { describe, expect, test } from 'vitest';
import { LinchpinError } from '../model/errors.ts';
import { perform } from './perform.ts';
import { openRequest, type Services } from './requestContext.ts';
import { fakeServices, viewerOf } from './testing/fakeServices.ts';
import type { RunContext, UseCase } from './useCase.ts';
import type { Viewer } from './viewer.ts';

function useCaseOf(run: UseCase<string, string[]>['run']): UseCase<string, string[]> {
  return {
    name: 'findThings',
    kind: 'evidence read',
    permission: 'evidence:read',
    run,
    describe: (input, digest) => ({ text: digest(input), words: input.split(' ').length }),
    count: (result) => result.length,
  };
}

const answering = useCaseOf(async () => ['a', 'b']);

const why = { legalCase: 'BSO-26-0101', purpose: 'lead' };

function ask(services: Services, viewer: Viewer | null, useCase = answering, notes = why): Promise<string[]> {
  return perform(openRequest(services, { requestId: 'r1', viewer, ...notes }), useCase, 'skip delacroix');
}

describe('a use-case', () => {
  test('that is permitted answers and is remembered, with case and purpose', async () => {
    const { services, entries } = fakeServices();
    expect(await ask(services, viewerOf('INVESTIGATOR'))).toEqual(['a', 'b']);
    expect(entries).toEqual([
      {
        at: 1_000,
        user: 'investigator',
        agency: 'BAYOU-SO',
        useCase: 'findThings',
        subject: { text: services.ids.digest('skip delacroix'), words: 2 },
        outcome: 'ANSWERED',
        code: null,
        results: 2,
        legalCase: 'BSO-26-0101',
        purpose: 'lead',
      },
    ]);
    expect(JSON.stringify(entries)).not.toContain('delacroix');
  });

  test('runs inside the sight of its viewer: own agency and its groups', async () => {
    const { services } = fakeServices();
    const scopes: RunContext['scope'][] = [];
    const noting = useCaseOf(async ({ scope }) => (scopes.push(scope), []));
    for (const role of ['INVESTIGATOR', 'SUPERVISOR', 'INTAKE'] as const) await ask(services, viewerOf(role), noting);
    expect(scopes.map(({ agency, audiences }) => [agency, ...audiences])).toEqual([
      ['BAYOU-SO', 'BAYOU-SO', 'GULF-TF'],
      ['BAYOU-SO', 'BAYOU-SO', 'GULF-TF'],
      ['BAYOU-SO', 'BAYOU-SO'],
    ]);
  });

  test('without a viewer is refused as NOT_SIGNED_IN, does not run, and is remembered', async () => {
    const { services, entries } = fakeServices();
    const failing = useCaseOf(() => Promise.reject(new Error('It ran')));
    await expect(ask(services, null, failing)).rejects.toMatchObject({ code: 'NOT_SIGNED_IN' });
    expect(entries).toMatchObject([{ user: null, outcome: 'REFUSED', code: 'NOT_SIGNED_IN', results: null }]);
  });

  test('without the permission is refused as NOT_PERMITTED, does not run, and is remembered', async () => {
    const { services, entries } = fakeServices();
    await expect(ask(services, viewerOf('AUDITOR'))).rejects.toMatchObject({ code: 'NOT_PERMITTED' });
    expect(entries).toMatchObject([{ user: 'auditor', outcome: 'REFUSED', code: 'NOT_PERMITTED' }]);
  });

  test('that fails keeps its code and is remembered', async () => {
    const { services, entries, faults } = fakeServices();
    const failing = useCaseOf(() => Promise.reject(new LinchpinError('NOT_FOUND', 'There is no such entity')));
    await expect(ask(services, viewerOf('INVESTIGATOR'), failing)).rejects.toThrow('There is no such entity');
    expect(entries).toMatchObject([{ outcome: 'FAILED', code: 'NOT_FOUND' }]);
    expect(faults).toEqual([]);
  });

  test('that breaks says nothing of why, but the log does', async () => {
    const { services, entries, faults } = fakeServices();
    const breaking = useCaseOf(() => Promise.reject(new Error('SQLITE_IOERR at /secret/path')));
    const refusal = await ask(services, viewerOf('INVESTIGATOR'), breaking).catch((error: unknown) => error);
    expect(refusal).toMatchObject({ code: 'UNAVAILABLE', message: expect.stringContaining('request r1') as string });
    expect(String(refusal)).not.toContain('SQLITE');
    expect(entries).toMatchObject([{ outcome: 'FAILED', code: 'UNAVAILABLE' }]);
    expect(faults).toEqual(['Error: SQLITE_IOERR at /secret/path']);
  });

  test('for more than may be asked leaves no more than that in the log', async () => {
    const { services, entries } = fakeServices();
    const describing = { ...answering, describe: () => ({ id: 'x'.repeat(1_000_000), ids: Array(9_000).fill('y'), first: 5 }) };
    await ask(services, null, describing).catch(() => {});
    const subject = entries[0]!.subject;
    expect(subject).toMatchObject({ id: `${'x'.repeat(300)}...`, first: 5 });
    expect(subject['ids']).toHaveLength(2_001);
    expect(JSON.stringify(subject)).toContain('"and 7000 more"');
  });

  test('that is asked with a full card number leaves none of it in the log', async () => {
    const { services, entries } = fakeServices();
    const card = '4111 1111 1111 1111';
    const describing = { ...answering, describe: () => ({ audience: card, ids: [card, 'x'.repeat(290) + card], kind: 'TIP' }) };
    await ask(services, null, describing, { legalCase: card, purpose: `paid with ${card}` }).catch(() => {});
    expect(entries).toMatchObject([{ legalCase: '[card number]', purpose: '[card number]', subject: { kind: 'TIP' } }]);
    expect(JSON.stringify(entries)).not.toMatch(/4111|1111/);
  });

  test('whose audit entry cannot be written gives no answer', async () => {
    const { audit } = fakeServices().services;
    const { services, faults } = fakeServices({ audit: { ...audit, append: () => Promise.reject(new Error('disk full')) } });
    await expect(ask(services, viewerOf('INVESTIGATOR'))).rejects.toMatchObject({ code: 'UNAVAILABLE' });
    expect(faults).toEqual(['Error: disk full']);
  });
});

test('a request that was not opened by the gate performs nothing', async () => {
  const forged = { requestId: 'r1', viewer: viewerOf('INVESTIGATOR'), legalCase: null, purpose: null };
  await expect(perform(forged, answering, 'x')).rejects.toThrow('openRequest');
});
