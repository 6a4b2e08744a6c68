import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { PreparedReport } from '../../../model/prepared.ts';
import { publicIds } from '../../../model/publicIds.ts';
import { buildReport } from '../../contract/buildReport.ts';
import { openWrites, type OpenedWrites } from './testing/openWrites.ts';

const secret = Buffer.alloc(32, 5);
const ids = publicIds(secret);
let folder: string;
let store: OpenedWrites;
let commits: number;
let drafted = 0;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'linchpin-queue-'));
  store = openWrites(join(folder, 'a.db'), { secret });
  commits = 0;
  const run = store.db.run.bind(store.db);
  store.db.run = (sql, parameters) => {
    if (sql === 'COMMIT') commits++;
    return run(sql, parameters);
  };
});
afterEach(() => {
  store.db.close();
  rmSync(folder, { recursive: true });
});

function draft(people = 1, agency = 'ALPHA'): PreparedReport {
  const number = `${agency}-2024-${String(++drafted).padStart(6, '0')}`;
  return buildReport(ids, {
    number,
    agency,
    records: Array.from({ length: people }, (_, i) => ({ kind: 'PERSON', caption: `P ${i}` })),
  });
}

/** A report that the file refuses: its kind is not in the vocabulary. */
function badDraft(): PreparedReport {
  const report = draft();
  return { ...report, records: report.records.map((record) => ({ ...record, kind: 'NOT_A_KIND' })) };
}

it('writes what waits in one commit', async () => {
  await Promise.all(Array.from({ length: 64 }, () => store.writes.addReports([draft()])));
  expect(commits).toBe(1);
});

it('keeps a commit short when large reports wait', async () => {
  await Promise.all(Array.from({ length: 8 }, () => store.writes.addReports([draft(400)])));
  expect(commits).toBe(4);
});

it('lets a bad report hurt nobody but its sender, and forgets what it made', async () => {
  const answers = await Promise.allSettled([
    store.writes.addReports([draft(1, 'FIRST')]),
    store.writes.addReports([draft(1, 'NEVER'), badDraft()]),
    store.writes.addReports([draft(1, 'SECOND')]),
  ]);
  expect(answers.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  expect(store.db.all('SELECT agency FROM origin ORDER BY o')).toEqual([['FIRST'], ['SECOND']]);
  await store.writes.addReports([draft(1, 'THIRD')]);
  expect((await store.writes.verify()).problems).toEqual([]);
});

it('lets a single report pass an import that waits', async () => {
  const order: string[] = [];
  const importing = Array.from({ length: 10 }, () =>
    store.writes.addReports(Array.from({ length: 50 }, () => draft())).then(() => order.push('import')),
  );
  await new Promise((resolve) => setImmediate(resolve));
  await Promise.all([...importing, store.writes.addReports([draft()]).then(() => order.push('single'))]);
  expect(order.indexOf('single')).toBeLessThan(3);
});

it('lets an import go on however many single reports wait', async () => {
  let imported = false;
  const importing = store.writes.addReports(Array.from({ length: 50 }, () => draft())).then(() => (imported = true));
  let singles = 0;
  const keepSending = async (): Promise<void> => {
    for (; !imported && singles < 500; singles++) await store.writes.addReports([draft()]);
  };
  await Promise.all([importing, keepSending(), keepSending(), keepSending()]);
  expect(imported).toBe(true);
  expect(singles).toBeLessThan(100);
});
