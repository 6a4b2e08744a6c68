import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { PreparedReport } from '../../../model/prepared.ts';
import { publicIds } from '../../../model/publicIds.ts';
import { buildReport } from '../../contract/buildReport.ts';
import { openWrites, type OpenedWrites } from './testing/openWrites.ts';

const secret = Buffer.alloc(32, 7);
const ids = publicIds(secret);
let folder: string;
let store: OpenedWrites;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'linchpin-erase-'));
  store = openWrites(join(folder, 'a.db'), { secret, erasePages: 8 });
});
afterEach(() => {
  store.db.close();
  rmSync(folder, { recursive: true });
});

const numberOf = (n: number): string => `ALPHA-2024-${String(n).padStart(6, '0')}`;

/** A report of people with words of their own. */
function draft(n: number, word: string, people = 1): PreparedReport {
  const records = Array.from({ length: people }, (_, i) => ({ kind: 'PERSON', values: { name: [`${word} n${n}x${i}`] } }));
  return buildReport(ids, { number: numberOf(n), agency: 'ALPHA', records });
}

function retract(n: number): Promise<unknown> {
  return store.writes.retractReport({ number: numberOf(n), agency: 'ALPHA', reason: 'sealed', by: 'somebody', at: 0 });
}

function filesWith(word: string, within = folder): string[] {
  return readdirSync(within).filter(
    (file) => file !== 'crashed' && readFileSync(join(within, file)).toString('latin1').toLowerCase().includes(word),
  );
}

/** Names of the commands that merge, as they are given. */
function countMerges(): string[] {
  const merges: string[] = [];
  const run = store.db.run.bind(store.db);
  store.db.run = (sql, parameters) => {
    const command = /'(merge|optimize)'/.exec(sql)?.[1];
    if (command) merges.push(command);
    return run(sql, parameters);
  };
  return merges;
}

it('erases in slices what was taken away, while others write', async () => {
  for (let n = 1; n <= 6; n++) await store.writes.addReports([draft(n, n === 3 ? 'Xylophone' : 'Marimba', 2_000)]);
  const writing = Array.from({ length: 40 }, (_, i) => store.writes.addReports([draft(100 + i, 'Vibraphone')]));
  const merges = countMerges();
  await Promise.all([retract(3), ...writing]);
  expect(merges.length).toBeGreaterThan(3);
  expect(merges).not.toContain('optimize');
  expect(filesWith('xylophone')).toEqual([]);
  expect(filesWith('marimba')).toEqual(['a.db']);
  expect((await store.writes.verify()).problems).toEqual([]);
}, 120_000);

it('erases once for all who take away at the same time', async () => {
  const words = ['Xylophone', 'Harmonium', 'Theremin', 'Ocarina'];
  await Promise.all(words.map((word, n) => store.writes.addReports([draft(n, word)])));
  const merges = countMerges();
  await Promise.all(words.map((_, n) => retract(n)));
  expect(words.flatMap((word) => filesWith(word.toLowerCase()))).toEqual([]);
  expect(merges.length).toBeLessThan(words.length);
});

it('erases at the next opening what a crash left', async () => {
  await store.writes.addReports([draft(1, 'Xylophone')]);
  const answer = retract(1);
  // Committed, and not yet erased: the files as a crash would leave them.
  await new Promise((resolve) => setImmediate(resolve));
  const crashed = join(folder, 'crashed');
  mkdirSync(crashed);
  for (const file of readdirSync(folder).filter((name) => name !== 'crashed'))
    copyFileSync(join(folder, file), join(crashed, file));
  expect(filesWith('xylophone', crashed)).not.toEqual([]);
  for (let opening = 0; opening < 2; opening++) {
    const after = openWrites(join(crashed, 'a.db'), { secret });
    expect(filesWith('xylophone', crashed)).toEqual([]);
    expect(after.db.all('SELECT * FROM unfinished')).toEqual([]);
    after.db.close();
  }
  await answer;
});

it('erases before it closes', async () => {
  await store.writes.addReports([draft(1, 'Xylophone'), draft(2, 'Marimba')]);
  const answer = retract(1);
  store.writes.flush();
  expect(filesWith('xylophone')).toEqual([]);
  await answer;
});
