import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { Sqlite } from '../sqlite.ts';
import { warmFile } from './warmFile.ts';

let folder: string;
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'linchpin-warm-'))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('a file is read to its end', async () => {
  writeFileSync(join(folder, 'file'), Buffer.alloc(5_000_000));
  expect(await warmFile(join(folder, 'file'), new AbortController().signal)).toBe(5_000_000);
});

test('what is ended, or not there, was not read', async () => {
  const ended = new AbortController();
  ended.abort();
  expect(await warmFile(join(folder, 'file'), ended.signal)).toBe(0);
  expect(await warmFile(join(folder, 'nowhere'), new AbortController().signal)).toBe(0);
});

test('after it another process that opens the store and closes it leaves the journal in place', async () => {
  const path = join(folder, 'store.db');
  const db = new Sqlite(path);
  db.exec('CREATE TABLE t(x)');
  await warmFile(path, new AbortController().signal);
  const journal = statSync(`${path}-wal`).ino;
  const visit = `const d = new (require('libsql'))(${JSON.stringify(path)}); d.prepare('SELECT count(*) FROM t').get(); d.close()`;
  execFileSync(process.execPath, ['-e', visit], { cwd: import.meta.dirname });
  expect(statSync(`${path}-wal`).ino).toBe(journal);
  db.close();
});
