import { coreVocabulary } from '@linchpin/schema';
import { expect, test } from 'vitest';
import { loadDemo, prepareDemo, type DemoTarget } from './loadDemo.ts';
import { LinchpinError } from './model/errors.ts';
import { publicIds } from './model/publicIds.ts';

const ids = publicIds(Buffer.alloc(32, 7));
const reports = prepareDemo({ vocabulary: coreVocabulary, ids });
const records = reports.flatMap((report) => report.records);

test('every report of the demo case is accepted as any other would be', () => {
  expect(reports.length).toBeGreaterThan(400);
});

test('the same secret gives the same reports, ids and numbers included', () => {
  expect(prepareDemo({ vocabulary: coreVocabulary, ids })).toEqual(reports);
});

test('no value of the demo case is left unverified', () => {
  const unverified = records.flatMap((record) =>
    record.properties.flatMap(({ name, values }) =>
      values.filter((value) => value.isUnverified).map(({ value }) => `${record.kind} ${name} ${value}`),
    ),
  );
  expect(unverified).toEqual([]);
});

test('the number hidden in the ads is the main phone', () => {
  const hidden = records.filter((record) =>
    record.properties.some((property) => property.given.some((given) => given.includes('five0four'))),
  );
  const phones = hidden.filter((record) => record.kind === 'PHONE');
  expect(phones.length).toBeGreaterThan(15);
  expect(new Set(phones.map((record) => record.key))).toEqual(new Set(['PHONE +15045550142']));
});

test('the case has 2,000 to 3,200 entities', () => {
  const entities = new Set(records.map((record) => record.key ?? record.id));
  expect(entities.size).toBeGreaterThan(2_000);
  expect(entities.size).toBeLessThan(3_200);
});

test('a store that is not ready in the middle is asked again, and other failures are told', async () => {
  const failures: unknown[] = [null, new LinchpinError('UNAVAILABLE', 'Neo4j took too long.'), null, new Error('broken')];
  const taken: number[] = [];
  const target: Pick<DemoTarget, 'graph' | 'work'> = {
    graph: {
      addReports: async (some: readonly unknown[]) => {
        const failure = failures.shift();
        if (failure) throw failure;
        taken.push(some.length);
        return [];
      },
    },
    work: { putDirectory: async () => {} },
  };
  await expect(loadDemo({ ...target, vocabulary: coreVocabulary, ids })).rejects.toThrow('broken');
  expect(taken).toEqual([100, 100]);
});
