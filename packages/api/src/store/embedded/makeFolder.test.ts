import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { makeFolder } from './makeFolder.ts';

const folder = mkdtempSync(join(tmpdir(), 'linchpin-folder-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('a folder and those above it are made for their owner alone, and making it again is no mistake', () => {
  const deep = join(folder, 'a/b/c');
  makeFolder(deep);
  makeFolder(deep);
  for (const each of [deep, join(folder, 'a')]) expect(statSync(each).mode & 0o777).toBe(0o700);
});

test.each([
  ['below a file', () => join(folder, 'file', 'data'), () => writeFileSync(join(folder, 'file'), '')],
  ['where the system makes no folders', () => '/proc/nope/data', () => undefined],
])('%s it throws, and comes back', (_, path, prepare) => {
  prepare();
  expect(() => makeFolder(path())).toThrow();
});
