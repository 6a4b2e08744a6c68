import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { permissions } from '../gate/accessPolicy.ts';
import { perform } from '../gate/perform.ts';
import { openRequest } from '../gate/requestContext.ts';
import { fakeServices, viewerOf } from '../gate/testing/fakeServices.ts';
import type { UseCase } from '../gate/useCase.ts';
import type { Role } from '../store/ports/workStore.ts';

type AnyUseCase = UseCase<unknown, unknown>;

const readers: readonly Role[] = ['INVESTIGATOR', 'SUPERVISOR', 'INTAKE'];
const everybody: readonly Role[] = [...readers, 'AUDITOR', 'ADMIN', 'PARTNER'];

/** Who may do what. A new use-case is refused here until somebody says who may. */
const expected: Readonly<Record<string, readonly Role[]>> = {
  backUpStore: ['ADMIN'],
  checkAuditLog: ['ADMIN'],
  checkStore: ['ADMIN'],
  countLinks: readers,
  countNeighbours: readers,
  expandEntities: readers,
  findPaths: readers,
  importPrepared: ['ADMIN'],
  importReports: ['ADMIN'],
  listAgencies: everybody,
  listBundleLinks: readers,
  listCommonNeighbours: readers,
  listEntityRecords: readers,
  listLinksAmong: readers,
  listNotices: ['INVESTIGATOR', 'SUPERVISOR'],
  listOverlaps: readers,
  listReportLinks: readers,
  listReportRecords: readers,
  listReports: readers,
  lookupEntities: readers,
  readBundles: readers,
  readEntities: readers,
  readImportRights: ['ADMIN'],
  readNode: readers,
  readPointers: readers,
  readReports: readers,
  readSubmitted: readers,
  readViewer: everybody,
  readVocabulary: everybody,
  restoreStore: ['ADMIN'],
  retractReport: ['INVESTIGATOR', 'SUPERVISOR'],
  searchEntities: readers,
  submitReport: readers,
};

describe('every use-case', () => {
  let found: { readonly name: string; readonly useCase: AnyUseCase }[] = [];

  beforeAll(async () => {
    const files = readdirSync(import.meta.dirname, { recursive: true, encoding: 'utf8' });
    const sources = files.filter((file) => file.endsWith('.ts') && !/(\.test|\.resolver|\.inputs|Thread)\.ts$/.test(file));
    const modules = await Promise.all(
      sources.map((file) => import(/* @vite-ignore */ join(import.meta.dirname, file)) as Promise<Record<string, unknown>>),
    );
    found = modules.flatMap((module) =>
      Object.entries(module).flatMap(([name, value]) => (isUseCase(value) ? [{ name, useCase: value }] : [])),
    );
  });

  test('is in the table of who may do what, under its own name', () => {
    expect(found.map(({ useCase }) => useCase.name).sort()).toEqual(Object.keys(expected).sort());
    for (const { name, useCase } of found) expect(useCase.name).toBe(name);
  });

  test('asks for a permission that exists and fits what it touches', () => {
    for (const { useCase } of found) {
      expect(permissions).toContain(useCase.permission);
      const isEvidence = useCase.kind.startsWith('evidence');
      expect([useCase.name, /^(evidence|notices):/.test(useCase.permission)]).toEqual([useCase.name, isEvidence]);
    }
  });

  test.each(everybody)('is refused to %s, untouched and remembered, unless the table says so', async (role) => {
    for (const { useCase } of found) {
      if (expected[useCase.name]?.includes(role)) continue;
      const { services, entries, touched } = fakeServices();
      const context = openRequest(services, { requestId: 'r', viewer: viewerOf(role), legalCase: null, purpose: null });
      await expect(perform(context, { ...useCase, describe: () => ({}) }, {})).rejects.toMatchObject({ code: 'NOT_PERMITTED' });
      expect([useCase.name, touched, entries.length]).toEqual([useCase.name, [], 1]);
    }
  });

  test.each(everybody)('is not refused to %s where the table says so', async (role) => {
    for (const { useCase } of found.filter(({ useCase: { name } }) => expected[name]?.includes(role))) {
      const { services } = fakeServices();
      const context = openRequest(services, { requestId: 'r', viewer: viewerOf(role), legalCase: null, purpose: null });
      const ran = { ...useCase, run: async () => null, count: () => null, describe: () => ({}) };
      await expect(perform(context, ran, {})).resolves.toBeNull();
    }
  });

  test('is refused to nobody in particular', async () => {
    for (const { useCase } of found) {
      const { services, touched } = fakeServices();
      const context = openRequest(services, { requestId: 'r', viewer: null, legalCase: null, purpose: null });
      await expect(perform(context, { ...useCase, describe: () => ({}) }, {})).rejects.toMatchObject({ code: 'NOT_SIGNED_IN' });
      expect(touched).toEqual([]);
    }
  });
});

test("auditor, administrator and partner may do nothing with evidence, but for an administrator's import", () => {
  const withEvidence = Object.entries(expected).filter(
    ([name]) => !/^(listAgencies|readViewer|readVocabulary|checkStore|checkAuditLog|backUpStore|restoreStore)$/.test(name),
  );
  const leaks = withEvidence.filter(([, roles]) => roles.some((role) => ['AUDITOR', 'ADMIN', 'PARTNER'].includes(role)));
  expect(leaks.map(([name]) => name)).toEqual(['importPrepared', 'importReports', 'readImportRights']);
});

function isUseCase(value: unknown): value is AnyUseCase {
  return typeof value === 'object' && value !== null && 'permission' in value && 'describe' in value && 'run' in value;
}
