import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { LinchpinError } from '../../../model/errors.ts';
import { storeFiles } from '../openEmbeddedStores.ts';
import { faultWord } from './testing/fault.ts';
import { alpha, openFaulty, phoneReport, type FaultyStores } from './testing/openFaulty.ts';

let stores: FaultyStores;
beforeEach(async () => {
  stores = await openFaulty({ checkpointEvery: 50, pagesToEmpty: 50 });
});
afterEach(() => stores.remove());

const numbers = async (): Promise<string[]> => {
  const page = { first: 500, after: null };
  const filter = { agency: null, kind: null, window: { since: null, until: null } };
  return (await stores.graph.reports(alpha, filter, page)).items.map(({ item }) => item.number).sort();
};

test('a writer that dies leaves the outcome open, and the same report can be sent again without being there twice', async () => {
  const idempotency = { key: 'one', bodyHash: 'body' };
  const narrative = faultWord('dieOnce', join(stores.folder, 'died'));
  const acknowledged = await Promise.all([1, 2, 3].map((nth) => stores.graph.addReports([phoneReport(nth)])));
  await expect(stores.graph.addReports([phoneReport(4, { idempotency, narrative })])).rejects.toMatchObject({
    code: 'UNAVAILABLE',
    message: expect.stringContaining('same idempotency key') as string,
  });
  for (let time = 0; time < 2; time++) await stores.graph.addReports([phoneReport(4, { idempotency })]);
  expect(acknowledged.flat().map(({ kind }) => kind)).toEqual(['added', 'added', 'added']);
  expect(await numbers()).toEqual([1, 2, 3, 4].map((nth) => `ALPHA-2024-00000${nth}`));
  expect((await stores.graph.verify()).problems).toEqual([]);
});

test('nothing that was acknowledged is lost when the writer is ended again and again', async () => {
  const acknowledged: string[] = [];
  let nth = 0;
  const write = async (): Promise<void> => {
    while (nth < 200) {
      const report = phoneReport(++nth);
      if (nth % 40 === 0) for (const thread of stores.threads.started) if (thread.waiting > 0) void thread.end();
      const [outcome] = await stores.graph.addReports([report]).catch((error: unknown) => {
        expect(error).toMatchObject({ code: 'UNAVAILABLE' });
        return [];
      });
      if (outcome) acknowledged.push(outcome.number);
    }
  };
  await Promise.all(Array.from({ length: 8 }, write));
  expect(acknowledged.length).toBeGreaterThan(100);
  expect(await numbers()).toEqual(expect.arrayContaining(acknowledged));
  expect((await stores.graph.verify()).problems).toEqual([]);
});

test('errors come back as they were', async () => {
  const [outcome] = await stores.graph.addReports([phoneReport(1)]);
  const entityId = outcome && 'entityIds' in outcome ? outcome.entityIds[0]! : '';
  const refused = await stores.graph.recluster(['no such record'], entityId).catch((error: unknown) => error);
  expect(refused).toBeInstanceOf(LinchpinError);
  expect(refused).toMatchObject({ code: 'NOT_FOUND', message: 'There is no such record.', fields: [] });
});

test('the journal does not grow without end, however much is written and read', { timeout: 120_000 }, async () => {
  const journal = join(stores.folder, `${storeFiles.evidence}-wal`);
  const size = (): number => statSync(journal).size;
  const bound = 50 * 4_200;
  let isWriting = true;
  const read = async (): Promise<void> => {
    while (isWriting) await stores.graph.lookup(alpha, ['PHONE +15045550001']);
  };
  const reading = [read(), read(), read()];
  try {
    for (let round = 0; round < 3; round++) {
      let largest = 0;
      for (let nth = round * 500; nth < (round + 1) * 500; nth += 50) {
        await stores.graph.addReports(Array.from({ length: 50 }, (_, each) => phoneReport(nth + each)));
        largest = Math.max(largest, size());
      }
      expect(largest).toBeGreaterThan(bound);
      // Where readers were in the way, it is tried again after some seconds; they go on all the while.
      await expect.poll(size, { timeout: 30_000 }).toBeLessThanOrEqual(bound);
    }
  } finally {
    isWriting = false;
    await Promise.all(reading);
  }
});

test('what is retracted while somebody reads is gone from the files when the read is over', async () => {
  const narrative = 'Seen with Xylophone.';
  const records = [{ kind: 'PERSON', key: 'PERSON ALPHA/person/1', values: { name: ['Quentin Xylophone'] } }];
  await stores.graph.addReports([phoneReport(1), phoneReport(2, { narrative, records })]);
  const long = stores.graph.lookup(alpha, [faultWord('inSqlite', 1_000_000)]);
  await stores.graph.retractReport({ number: 'ALPHA-2024-000002', agency: 'ALPHA', reason: 'court', by: 'somebody', at: 0 });
  await long;
  const holds = (word: string): string[] =>
    readdirSync(stores.folder).filter((file) =>
      readFileSync(join(stores.folder, file)).toString('latin1').toLowerCase().includes(word),
    );
  for (let tries = 0; tries < 50 && holds('xylophone').length > 0; tries++) await pause(100);
  expect(holds('xylophone')).toEqual([]);
  expect(holds('+15045550001')).not.toEqual([]);
});
