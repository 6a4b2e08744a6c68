import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { coreVocabulary } from '@linchpin/schema';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { AuditEntry } from '../../ports/auditLog.ts';
import { openEmbeddedStores, storeFiles } from '../openEmbeddedStores.ts';
import { Sqlite } from '../sqlite.ts';
import { faultWord } from './testing/fault.ts';
import { alpha, openFaulty, phoneReport } from './testing/openFaulty.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'linchpin-shutdown-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const entry = (at: number, useCase = 'expand'): AuditEntry => ({
  at,
  user: 'ann',
  agency: 'ALPHA',
  useCase,
  subject: {},
  outcome: 'ANSWERED',
  code: null,
  results: 1,
  legalCase: null,
  purpose: null,
});

test('closing finishes what was asked and written, leaves no journal, and answers nothing afterwards', async () => {
  const stores = await openFaulty();
  const reads = Array.from({ length: 30 }, (_, nth) => stores.graph.lookup(alpha, [`question ${nth}`]));
  const writes = Array.from({ length: 30 }, (_, nth) => stores.graph.addReports([phoneReport(nth)]));
  const entries = Array.from({ length: 30 }, (_, nth) => stores.audit.append(entry(nth)));
  await Promise.all([stores.graph.close(), stores.audit.close()]);
  const outcomes = await Promise.allSettled([...reads, ...writes, ...entries]);
  expect(outcomes.filter(({ status }) => status === 'rejected')).toEqual([]);
  await expect(stores.graph.lastChange()).rejects.toMatchObject({ code: 'UNAVAILABLE' });
  await expect(stores.graph.addReports([phoneReport(99)])).rejects.toMatchObject({ code: 'UNAVAILABLE' });
  await expect(stores.audit.append(entry(99))).rejects.toMatchObject({ code: 'UNAVAILABLE' });
  const db = new Sqlite(join(stores.folder, storeFiles.evidence));
  expect(db.value('SELECT count(*) FROM report')).toBe(30);
  db.close();
  await stores.remove();
});

test('the audit log keeps its order and its chain when its thread dies, and says what it does not know', async () => {
  const stores = await openFaulty();
  const first = Array.from({ length: 20 }, (_, nth) => stores.audit.append(entry(nth)));
  await Promise.all(first);
  await expect(stores.audit.append(entry(20, faultWord('die')))).rejects.toMatchObject({
    code: 'UNAVAILABLE',
    message: expect.stringContaining('not known') as string,
  });
  await Promise.all(Array.from({ length: 20 }, (_, nth) => stores.audit.append(entry(21 + nth))));
  const kept = await stores.audit.entries({ before: null, limit: 100 });
  expect(kept.map(({ at }) => at).reverse()).toEqual([...Array(20).keys(), ...Array.from({ length: 20 }, (_, nth) => 21 + nth)]);
  expect(await stores.audit.verify()).toEqual({ entries: 40, brokenAt: null });
  await stores.remove();
});

const script = (body: string): string => `
  import { openFaulty, alpha, phoneReport } from ${JSON.stringify(join(import.meta.dirname, 'testing/openFaulty.ts'))};
  import { faultWord } from ${JSON.stringify(join(import.meta.dirname, 'testing/fault.ts'))};
  const stores = await openFaulty({ readers: 4 });
  ${body}`;

/** In a process of its own. */
function run(body: string): Promise<{ readonly code: number | null; readonly error: string }> {
  const file = join(folder, `${Math.random().toString(36).slice(2)}.mts`);
  writeFileSync(file, script(body));
  const child = spawn(process.execPath, ['--import', 'tsx', file], { cwd: join(import.meta.dirname, '../../../..') });
  let error = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (error += text));
  return new Promise((resolve) => child.on('close', (code) => resolve({ code, error })));
}

test.each([
  ['closes its stores', 'await stores.graph.addReports([phoneReport(1)]); await stores.remove();', 0],
  ['forgets to close them', 'await stores.graph.addReports([phoneReport(1)]);', 0],
  [
    'ends while threads are inside SQLite',
    `for (let n = 0; n < 8; n++) void stores.graph.lookup(alpha, [faultWord('manySqlite')]).catch(() => {});
     setTimeout(() => process.exit(7), 300);`,
    7,
  ],
])('a process that %s ends with its own status', async (_, body, code) => {
  expect(await run(body)).toEqual({ code, error: '' });
});

test('a damaged or newer store is refused as it is without threads', async () => {
  const open = (name: string, threads: boolean): Promise<unknown> =>
    openEmbeddedStores({ folder: join(folder, name), vocabulary: coreVocabulary, threads }).catch((error: unknown) => error);
  for (const name of ['damaged', 'newer']) {
    const stores = await openEmbeddedStores({ folder: join(folder, name), vocabulary: coreVocabulary });
    await stores.graph.close();
    await stores.audit.close();
  }
  rmSync(join(folder, 'damaged', `${storeFiles.evidence}-wal`), { force: true });
  writeFileSync(join(folder, 'damaged', storeFiles.evidence), 'no database at all, but long enough to be looked at'.repeat(200));
  const db = new Sqlite(join(folder, 'newer', storeFiles.evidence));
  db.run("INSERT INTO migration(family, version) VALUES ('evidence', 99)");
  db.close();
  for (const name of ['damaged', 'newer']) {
    const refused = await open(name, true);
    expect(refused).toMatchObject({ code: 'UNAVAILABLE' });
    expect(refused).toEqual(await open(name, false));
  }
});
