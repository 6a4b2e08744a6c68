import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { RejectsFile } from './rejectsFile.ts';

const folder = mkdtempSync(join(tmpdir(), 'linchpin-rejects-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const rejected = (line: number) => ({ line, problems: [], text: `line ${line}` });

test('lines refused at the same time are all kept, in order', async () => {
  const path = join(folder, 'many.ndjson');
  const rejects = new RejectsFile(path);
  expect(rejects.path).toBeNull();
  await Promise.all(Array.from({ length: 50 }, (_, line) => rejects.add('tips.ndjson', rejected(line))));
  await rejects.close();
  const kept = readFileSync(path, 'utf8').trimEnd().split('\n');
  expect(kept.map((line) => (JSON.parse(line) as { line: number }).line)).toEqual(Array.from({ length: 50 }, (_, line) => line));
  expect(rejects.path).toBe(path);
});

test('what was refused is read by its owner alone, also in a file that was there', async () => {
  const path = join(folder, 'old.ndjson');
  writeFileSync(path, 'of an earlier run', { mode: 0o644 });
  const rejects = new RejectsFile(path);
  await rejects.add('tips.ndjson', rejected(7));
  await rejects.close();
  expect(statSync(path).mode & 0o777).toBe(0o600);
  expect(readFileSync(path, 'utf8')).toBe('{"file":"tips.ndjson","line":7,"problems":[],"text":"line 7"}\n');
});

test('a file that cannot be written is named, and nothing is made where nothing is refused', async () => {
  const rejects = new RejectsFile(join(folder, 'nowhere', 'rejects.ndjson'));
  await expect(rejects.add('tips.ndjson', rejected(1))).rejects.toMatchObject({ code: 'INVALID' });
  await rejects.close();
  const none = new RejectsFile(join(folder, 'none.ndjson'));
  await none.close();
  expect(existsSync(join(folder, 'none.ndjson'))).toBe(false);
});
