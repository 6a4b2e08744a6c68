import { gzipSync } from 'node:zlib';
import { afterEach, expect, test } from 'vitest';
import { filesOnDisk } from '../testing/filesOnDisk.ts';
import { openCsv, readRows } from './readRows.ts';

let files: ReturnType<typeof filesOnDisk> | undefined;
afterEach(() => files?.remove());

async function read(content: string | Buffer, declared: Parameters<typeof openCsv>[2] = {}) {
  files = filesOnDisk({ 'people.csv': content });
  const file = await openCsv(files.path('people.csv'), 'people.csv', declared);
  const rows = [];
  for await (const batch of readRows(file, () => {}, 2)) rows.push(...batch);
  return { ...file, rows };
}
const text = 'name,town\nZoë,Bâton Rouge\n';

test.each([
  ['UTF-8', Buffer.from(text), 'utf-8'],
  ['UTF-8 with a byte order mark', Buffer.from(`\ufeff${text}`), 'utf-8'],
  ['UTF-16, little end first', Buffer.from(`\ufeff${text}`, 'utf16le'), 'utf-16le'],
  ['UTF-16, big end first', Buffer.from(`\ufeff${text}`, 'utf16le').swap16(), 'utf-16be'],
  ['UTF-16 without a mark', Buffer.from(text, 'utf16le'), 'utf-16le'],
  ['Windows-1252', Buffer.from(text, 'latin1'), 'windows-1252'],
])('%s is told by its bytes', async (_name, bytes, encoding) => {
  const { header, rows, encoding: found } = await read(bytes);
  expect([found, header, rows]).toEqual([encoding, ['name', 'town'], [{ row: 2, values: ['Zoë', 'Bâton Rouge'] }]]);
});

test('a declared encoding is taken at its word', async () => {
  const { rows } = await read(Buffer.from(text, 'latin1'), { encoding: 'windows-1252' });
  expect(rows[0]!.values).toEqual(['Zoë', 'Bâton Rouge']);
});

test.each([',', ';', '\t', '|'])('columns apart by %j are told by the header', async (delimiter) => {
  const { header } = await read(['a b', 'c', 'd'].join(delimiter) + '\n');
  expect(header).toEqual(['a b', 'c', 'd']);
});

test('a file that is one endless line is looked at once', { timeout: 5_000 }, async () => {
  const { header } = await read(`${'x'.repeat(800_000)},b`);
  expect(header[1]).toBe('b');
});

test('a header of very many columns is looked at once', { timeout: 45_000 }, async () => {
  const names = Array.from({ length: 200_000 }, (_, at) => `column${at}`);
  expect((await read(`${names.join()}\n`)).header).toHaveLength(names.length);
  await expect(read(`${[...names, 'column7'].join()}\n`)).rejects.toThrow('row 1: has two columns column7');
});

test('rows are counted as a spreadsheet counts them, blank lines among them', async () => {
  const { rows } = await read('a,b\n1,"two\nlines"\n\n3,4\n');
  expect(rows).toEqual([
    { row: 2, values: ['1', 'two\nlines'] },
    { row: 4, values: ['3', '4'] },
  ]);
});

test.each([
  ['nothing', '', 'people.csv is empty'],
  ['blank lines only', '\n\n', 'people.csv is empty'],
  ['a row too short', 'a,b\n1,2\n3\n', 'people.csv row 3: has more or fewer columns'],
  ['a row too long', 'a,b\n1,2,3\n', 'people.csv row 2: has more or fewer columns'],
  ['a quote never closed', 'a,b\n1,2\n3,"4\n5,6\n', 'people.csv row 3: opens a quote'],
  ['a quote in the middle', 'a,b\n1,2"x"\n', 'people.csv row 2: cannot be read as CSV'],
  ['a column twice', 'a,a\n1,2\n', 'people.csv row 1: has two columns a'],
  ['a column twice that would steer the screen', 'a\u001b[2J,a\u001b[2J\n1,2\n', 'people.csv row 1: has two columns a\ufffd[2J'],
  ['a ZIP', Buffer.from('PK\u0003\u0004\u0014\u0000', 'latin1'), 'people.csv is a ZIP or an Excel workbook'],
  ['a picture', gzipSync('x'.repeat(100)), 'people.csv'],
  ['no known encoding', Buffer.from('a,b\n\u0081,\u009d\n', 'latin1'), 'people.csv is neither UTF-8 nor Windows-1252'],
])('%s is refused, naming file and row and what would be right', async (_what, content, message) => {
  await expect(read(content)).rejects.toMatchObject({ code: 'INVALID', message: expect.stringContaining(message) });
  await expect(read(content)).rejects.toThrow('What would be right');
});

test('bytes of another encoding far down the file are refused, not read as something else', async () => {
  const bytes = Buffer.concat([Buffer.from(`a,b\n${'1,2\n'.repeat(100_000)}`), Buffer.from('Zo\u00eb,3\n', 'latin1')]);
  await expect(read(bytes, { encoding: 'utf-8' })).rejects.toThrow('has bytes of another encoding');
});
