import { Neo4jError } from 'neo4j-driver';
import { expect, test } from 'vitest';
import { publicIds } from '../../../model/publicIds.ts';
import { buildReport } from '../../contract/buildReport.ts';
import type { PreparedReport } from '../../../model/prepared.ts';
import type { AddOutcome } from '../../ports/graphStore.ts';
import { translateError } from '../translateError.ts';
import { addJobs } from './addJobs.ts';

const ids = publicIds(Buffer.from('a secret of this test alone'));
const reports = Array.from({ length: 5 }, (_, at) =>
  buildReport(ids, { agency: 'ALPHA', number: `ALPHA-2024-00000${at}`, records: [] }),
);
const added = ({ number }: PreparedReport): AddOutcome => ({ kind: 'added', number, reportId: '', entityIds: [] });
const failure = (code: string): unknown => translateError(new Neo4jError('too much', code, '50N42', 'failed'));
const outOfMemory = (): unknown => failure('Neo.TransientError.General.MemoryPoolOutOfMemoryError');
const tookTooLong = (): unknown => failure('Neo.ClientError.Transaction.TransactionTimedOutClientConfiguration');

test('what is too much for the server is written in halves, in order, each caller told of its own', async () => {
  const tried: number[] = [];
  const outcomes = await addJobs(
    (some) => {
      tried.push(some.length);
      return some.length > 2 ? Promise.reject(outOfMemory()) : Promise.resolve(some.map(added));
    },
    [reports.slice(0, 1), reports.slice(1)],
  );
  expect(tried).toEqual([5, 3, 2, 1, 2]);
  expect(outcomes.map((own) => own.map(({ number }) => number))).toEqual([
    [reports[0]!.number],
    reports.slice(1).map(({ number }) => number),
  ]);
});

test('one report that is too much, or another error, is not tried again', async () => {
  let tries = 0;
  const failing = (error: unknown) => () => {
    tries++;
    return Promise.reject(error);
  };
  await expect(addJobs(failing(outOfMemory()), [reports.slice(0, 1)])).rejects.toMatchObject({ code: 'UNAVAILABLE' });
  await expect(addJobs(failing(new Error('other')), [reports])).rejects.toThrow('other');
  expect(tries).toBe(2);
});

test('what took too long is written in halves, and where that does not help it is told', async () => {
  const tried: number[] = [];
  const addUpTo = (most: number) => (some: readonly PreparedReport[]) => {
    tried.push(some.length);
    return some.length > most ? Promise.reject(tookTooLong()) : Promise.resolve(some.map(added));
  };
  expect(await addJobs(addUpTo(3), [reports])).toEqual([reports.map(added)]);
  expect(tried.splice(0)).toEqual([5, 3, 2]);
  await expect(addJobs(addUpTo(1), [reports])).rejects.toMatchObject({
    code: 'UNAVAILABLE',
    message: expect.stringMatching(/too long/),
  });
  expect(tried).toEqual([5, 3]);
});
