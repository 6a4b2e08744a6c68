import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { coreVocabulary } from '@linchpin/schema';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PreparedReport } from '../../../model/prepared.ts';
import { generateWorld } from '../../contract/generateWorld.ts';
import { dumpTables } from './testing/dumpTables.ts';
import { openWrites, type OpenedWrites } from './testing/openWrites.ts';

const secret = Buffer.alloc(32, 3);
let folder: string;
let files = 0;
const opened: OpenedWrites[] = [];

beforeAll(() => (folder = mkdtempSync(join(tmpdir(), 'linchpin-same-'))));
afterAll(() => {
  for (const { db } of opened) db.close();
  rmSync(folder, { recursive: true, force: true });
});

function open(path = join(folder, `${files++}.db`)): OpenedWrites {
  const store = openWrites(path, { secret, hubThreshold: 6 });
  opened.push(store);
  return store;
}

/** Reports of a generated world, repeated keys and numbers among them. */
function drawReports(seed: number): PreparedReport[] {
  const world = generateWorld({ seed, secret, vocabulary: coreVocabulary });
  const operations = Array.from({ length: 150 }, () => world.nextOperation());
  return operations.flatMap((operation) => (operation.write === 'addReports' ? operation.reports : []));
}

const chunk = (reports: readonly PreparedReport[], size: number): PreparedReport[][] =>
  Array.from({ length: Math.ceil(reports.length / size) }, (_, i) => reports.slice(i * size, (i + 1) * size));

describe.each([4, 11])('generated world %i', (seed) => {
  const reports = drawReports(seed);
  let one: OpenedWrites;
  let outcomes: unknown[];

  beforeAll(async () => {
    one = open();
    outcomes = [];
    for (const report of reports) outcomes.push(...(await one.writes.addReports([report])));
  });

  it.each([7, 10_000])('is the same written in batches of %i as report by report', async (size) => {
    const many = open();
    const answered: unknown[] = [];
    for (const batch of chunk(reports, size)) answered.push(...(await many.writes.addReports(batch)));
    expect(answered).toEqual(outcomes);
    expect(dumpTables(many.db)).toEqual(dumpTables(one.db));
  });

  it('is the same when all reports come at once from as many callers', async () => {
    const many = open();
    const answered = await Promise.all(reports.map((report) => many.writes.addReports([report])));
    expect(answered.flat()).toEqual(outcomes);
    expect(dumpTables(many.db)).toEqual(dumpTables(one.db));
  });

  it('is the same loaded in bulk, whole or cut off before the end', async () => {
    for (const isCutOff of [false, true]) {
      const many = open();
      await many.writes.beginBulk();
      for (const batch of chunk(reports, 50)) await many.writes.addReports(batch);
      if (!isCutOff) await many.writes.endBulk();
      // Another opening of the file is all that is left of a process that was killed.
      const after = isCutOff ? open(many.db.path) : many;
      expect(dumpTables(after.db)).toEqual(dumpTables(one.db));
      expect((await after.writes.verify()).problems).toEqual([]);
    }
  });
});

it('refuses to load a store in bulk that holds reports', async () => {
  const { writes } = open();
  await writes.addReports(drawReports(5).slice(0, 1));
  await expect(writes.beginBulk()).rejects.toMatchObject({ code: 'CONFLICT' });
});

it('ends a load before anything is taken away or moved', async () => {
  const { writes } = open();
  const [first] = drawReports(6);
  await writes.beginBulk();
  await writes.addReports([first!]);
  await writes.retractReport({ number: first!.number, agency: first!.origin.agency, reason: 'withdrawn', by: 'somebody', at: 0 });
  expect((await writes.verify()).problems).toEqual([]);
});
