import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { importLineFiles } from './importLineFiles.ts';

const folder = mkdtempSync(join(tmpdir(), 'linchpin-lines-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('what is no regular file is refused by its name before anything is opened', { timeout: 10_000 }, () => {
  const path = (name: string): string => join(folder, name);
  execFileSync('mkfifo', [path('pipe.ndjson')]);
  symlinkSync(path('pipe.ndjson'), path('link.ndjson'));
  mkdirSync(path('folder.ndjson'));
  for (const name of ['pipe.ndjson', 'link.ndjson', 'folder.ndjson'])
    expect(() => importLineFiles([path(name)], {})).toThrow(`${name} is no file. What would be right`);
  expect(() => importLineFiles([path('nowhere.ndjson')], {})).toThrow('nowhere.ndjson is not there');
});

test('refused lines are not written over what is imported', () => {
  const path = join(folder, 'tips.ndjson');
  writeFileSync(path, '{}\n');
  symlinkSync(path, join(folder, 'same.ndjson'));
  for (const rejects of [path, join(folder, 'same.ndjson')])
    expect(() => importLineFiles([path], { rejects })).toThrow('--rejects names another file');
  expect(readFileSync(path, 'utf8')).toBe('{}\n');
});
