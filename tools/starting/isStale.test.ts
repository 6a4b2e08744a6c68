import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { isStale } from './isStale.ts';

const folder = mkdtempSync(join(tmpdir(), 'linchpin-stale-'));
const write = (name: string, second: number): void => {
  mkdirSync(join(folder, name, '..'), { recursive: true });
  writeFileSync(join(folder, name), '');
  utimesSync(join(folder, name), second, second);
};
const stale = (...sources: string[]): boolean =>
  isStale(
    join(folder, 'dist/index.html'),
    sources.map((source) => join(folder, source)),
  );

beforeAll(() => {
  write('dist/index.html', 1_000);
  write('old/deep/a.ts', 900);
  write('new/deep/b.ts', 1_100);
});
afterAll(() => rmSync(folder, { recursive: true }));

test('what is newer than every source stands', () => expect(stale('old', 'missing')).toBe(false));
test('one newer source, however deep, asks for a new build', () => expect(stale('old', 'new')).toBe(true));
test('what is missing has to be built', () => expect(isStale(join(folder, 'none'), [])).toBe(true));
