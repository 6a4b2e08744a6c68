import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { rooms } from '../rooms/table.ts';
import { readSources } from '../rooms/readSources.ts';
import { findBrokenLinks, findLostPages } from './findBrokenLinks.ts';
import { listPages } from './listPages.ts';

const root = join(import.meta.dirname, '../..');
const folder = mkdtempSync(join(tmpdir(), 'linchpin-docs-'));
afterAll(() => rmSync(folder, { recursive: true }));

test('every relative link and picture of the docs leads somewhere', () => {
  expect(findBrokenLinks(root, listPages(root))).toEqual([]);
});

test('every page that code sends its readers to is there', () => {
  expect(findLostPages(root, readSources(join(root, 'packages')))).toEqual([]);
});

test('a decision may be named by its number', () => {
  mkdirSync(join(folder, 'docs/adr'), { recursive: true });
  writeFileSync(join(folder, 'docs/adr/0001-a.md'), '');
  const source = '// docs/adr/0001, docs/adr/0002, docs/guide/x.md';
  expect(findLostPages(folder, [{ path: 'a.ts', source }])).toEqual([
    'a.ts sends readers to docs/adr/0002: there is no such page',
    'a.ts sends readers to docs/guide/x.md: there is no such page',
  ]);
});

test('ARCHITECTURE.md names every room of the import table', () => {
  const text = readFileSync(join(root, 'ARCHITECTURE.md'), 'utf8');
  expect(rooms.map(({ name }) => name).filter((name) => !text.includes(`| ${name} |`))).toEqual([]);
});

test('a missing file, a missing heading and a missing picture are found, with their lines', () => {
  mkdirSync(join(folder, 'guide'));
  writeFileSync(
    join(folder, 'guide/a.md'),
    '# One thing\n\n[good](b.md#two-words) [self](#one-thing) [out](https://example.org)\n',
  );
  writeFileSync(join(folder, 'guide/b.md'), '## Two words\n\n[x](a.md#nothing)\n\n![y](y.png) [z](/guide/c.md)\n');
  expect(findBrokenLinks(folder, listPages(folder))).toEqual([
    'guide/b.md:3 links a.md#nothing: the page has no such heading',
    'guide/b.md:5 links y.png: there is no such file',
    'guide/b.md:5 links /guide/c.md: there is no such file',
  ]);
});
