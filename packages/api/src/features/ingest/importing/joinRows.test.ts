import { tmpdir } from 'node:os';
import { afterAll, afterEach, expect, test } from 'vitest';
import { openStaging } from '../../../store/embedded/openStaging.ts';
import type { StagedRow } from '../../../store/ports/staging.ts';
import type { CompiledJoin } from '../mapping/compileJoins.ts';
import { allPlaces, root } from '../mapping/place.ts';
import { csv, filesOnDisk } from '../testing/filesOnDisk.ts';
import { importHarness } from '../testing/importHarness.ts';
import { joinRows, rowsPerRoot } from './joinRows.ts';

const staging = openStaging(tmpdir());
afterAll(() => staging.close());
const undo: (() => unknown)[] = [];
afterEach(() => undo.splice(0).forEach((step) => step()));

/** Calls of a case each: so many of the first, so many of the second. Joined to cases by their number. */
async function stage(file: string, calls: readonly number[]): Promise<CompiledJoin> {
  await staging.addFile(file, [[0]]);
  let row = 1;
  for (const [number, count] of calls.entries())
    await staging.addRows(
      file,
      Array.from({ length: count }, () => ({ row: ++row, values: [`case ${number}`] })),
    );
  await staging.seal(file);
  const value = { fill: ({ row: { values } }: { readonly row: StagedRow }) => values[0]!, column: 'case' };
  return { name: file, file, to: root, isOne: false, key: 0, values: [value], on: `${file}.csv (number)` };
}

async function join(joins: readonly CompiledJoin[], cases: readonly number[]) {
  const rows = cases.map((number, at) => ({ row: at + 2, values: [`case ${number}`] }));
  const pieces = [];
  for await (const piece of joinRows({ rows: 'cases', joins }, rows, staging)) pieces.push(piece);
  const roots = pieces.flatMap((piece) => piece.roots);
  return {
    pieces: pieces.map((piece) => piece.roots.flatMap(allPlaces).length - piece.roots.length),
    roots: roots.map(({ row }) => row.row),
    joined: roots.map((place) => allPlaces(place).length - 1),
    crowded: pieces.flatMap(({ crowded }) => crowded),
  };
}

test('a root row takes as many rows as the bound, one more is too many; its neighbours are joined', async () => {
  const calls = await stage('calls', [rowsPerRoot, rowsPerRoot + 1, 3]);
  const { roots, joined, crowded } = await join([calls], [2, 1, 0, 7]);
  expect([roots, joined]).toEqual([
    [2, 4, 5],
    [3, rowsPerRoot, 0],
  ]);
  expect(crowded).toMatchObject([
    {
      place: { file: 'cases', row: { row: 3 } },
      column: 'case',
      message: 'More than 20,000 rows are joined to this row, by calls.csv (number)',
    },
  ]);
});

test('rows of several joins, and rows joined to joined rows, are counted together', async () => {
  const first = await stage('first', [rowsPerRoot / 2]);
  const second = await stage('second', [rowsPerRoot / 2 + 1]);
  const few = await stage('few', [200]);
  const below = { ...(await stage('below', [101])), to: 'few' };
  expect((await join([first, second], [0])).crowded).toHaveLength(1);
  expect((await join([few, below], [0])).crowded).toMatchObject([{ column: null }]);
  expect((await join([first, few], [0])).joined).toEqual([rowsPerRoot / 2 + 200]);
});

test('of what is joined one to one only the first row counts', async () => {
  const one = { ...(await stage('one', [rowsPerRoot + 1])), isOne: true };
  expect(await join([one], [0, 0])).toMatchObject({ joined: [1, 1], crowded: [] });
});

test('root rows that share what is joined come in pieces, in order, each row once', async () => {
  const shared = await stage('shared', [15_000]);
  const { pieces, roots, joined } = await join([shared], Array<number>(11).fill(0));
  expect(roots).toEqual(Array.from({ length: 11 }, (_, at) => at + 2));
  expect(new Set(joined)).toEqual(new Set([15_000]));
  expect(Math.max(...pieces)).toBeLessThanOrEqual(50_000);
});

test('a join on a value that all rows share rejects the row, naming file, column and what would be right', async () => {
  const mapping = {
    name: 'tips',
    files: { tips: { path: 'tips.csv' }, phones: { path: 'phones.csv' } },
    reports: [
      {
        name: 'tip',
        rows: 'tips',
        key: '{id}',
        joins: { phone: { file: 'phones', on: { state: '{state}' } } },
        report: { kind: 'TIP' },
        records: [{ ref: 'p', kind: 'PERSON', properties: { name: '{name}' } }],
      },
    ],
  };
  const many = Array.from({ length: rowsPerRoot + 1 }, (_, at) => ['LA', `504555${at}`]);
  const files = filesOnDisk({
    'tips.csv': csv('id,name,state', [
      ['1', 'Ana Ruiz', 'LA'],
      ['2', 'Bo Lane', 'TX'],
    ]),
    'phones.csv': csv('state,number', [...many, ['TX', '5125550142']]),
  });
  undo.push(files.remove);
  const balance = await importHarness().run(mapping, files.folder);
  expect(balance).toMatchObject({ reports: 1, rows: { imported: 2, rejected: rowsPerRoot + 2 } });
  expect(balance.rejections[0]).toEqual({
    file: 'tips.csv',
    row: 2,
    column: 'state',
    value: null,
    message: 'More than 20,000 rows are joined to this row, by phones.csv (state)',
    expected: expect.stringContaining('columns of a join that tell'),
  });
});
