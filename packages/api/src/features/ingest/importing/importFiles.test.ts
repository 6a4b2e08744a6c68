import { afterEach, expect, test } from 'vitest';
import { mintScope } from '../../../gate/mintScope.ts';
import { csv, filesOnDisk } from '../testing/filesOnDisk.ts';
import { importHarness } from '../testing/importHarness.ts';

const scope = mintScope({ agency: 'BAYOU-SO', groups: [] });
const mapping = {
  name: 'tips',
  timeZone: 'America/Chicago',
  country: 'US',
  files: { tips: { path: 'tips.csv' }, phones: { path: 'phones.csv' } },
  reports: [
    {
      name: 'tip',
      rows: 'tips',
      key: '{id}',
      skipIf: [{ value: '{name}', is: ['TEST'] }],
      joins: { phone: { file: 'phones', on: { tip: '{id}' } } },
      report: {
        kind: 'TIP',
        occurredAt: { value: '{date}', do: [{ date: 'M/d/yyyy' }] },
        narrative: { rows: 'phone', line: 'Called {number}' },
      },
      records: [
        { ref: 'p', kind: 'PERSON', properties: { name: '{name}', identityNumber: '{$agency}/tips/{id}' } },
        { rows: 'phone', ref: 'n{number}', kind: 'PHONE', properties: { number: '{number}' } },
      ],
      links: [{ rows: 'phone', kind: 'USES', from: 'p', to: 'n{number}' }],
    },
  ],
};
const tips = (rows: readonly (readonly string[])[]): string => csv('id,name,date', rows);
const phones = (rows: readonly (readonly string[])[]): string => csv('tip,number', rows);
const good = {
  'tips.csv': tips([
    ['1', 'Ana Ruiz', '3/9/2024'],
    ['2', 'Bo Lane', '3/10/2024'],
    ['3', 'TEST', ''],
  ]),
  'phones.csv': phones([
    ['1', '504-555-0142'],
    ['1', '504-555-0143'],
    ['2', '(504) 555-0142'],
  ]),
};

let files: ReturnType<typeof filesOnDisk> | undefined;
afterEach(() => files?.remove());
function onDisk(content: Record<string, string>): string {
  files?.remove();
  files = filesOnDisk(content);
  return files.folder;
}

test('rows read are rows imported, skipped and rejected', async () => {
  const balance = await importHarness().run(mapping, onDisk(good));
  expect(balance).toMatchObject({
    rows: { read: 6, imported: 5, skipped: 1, rejected: 0 },
    reports: 2,
    records: 5,
    links: 3,
    entitiesByKind: { PERSON: 2, PHONE: 2 },
    rejections: [],
  });
});

test('the same files again add nothing', async () => {
  const { run, graph } = importHarness();
  await run(mapping, onDisk(good));
  const change = await graph.lastChange();
  const again = await run(mapping, files!.folder);
  expect(again).toMatchObject({ rows: { read: 6, imported: 0, skipped: 6, rejected: 0 }, reports: 0, records: 0, links: 0 });
  expect(await graph.lastChange()).toBe(change);
});

test('an import that broke off goes on without doubling', async () => {
  const { run, graph, sink } = importHarness();
  const many = { ...good, 'tips.csv': tips(Array.from({ length: 1_200 }, (_, id) => [String(id), `Name ${id}`, '3/9/2024'])) };
  let batches = 0;
  const breaking = {
    take: (reports: Parameters<ReturnType<typeof sink>['take']>[0]) =>
      ++batches > 1 ? Promise.reject(new Error('killed')) : sink().take(reports),
  };
  await expect(run(mapping, onDisk(many), { sink: breaking })).rejects.toThrow('killed');
  const resumed = await run(mapping, files!.folder);
  expect(resumed.rows.skipped).toBeGreaterThan(0);
  expect(resumed.rows.read).toBe(resumed.rows.imported + resumed.rows.skipped + resumed.rows.rejected);
  expect(resumed.entitiesByKind['PERSON']).toBe(1_200);
  expect(await graph.lastChange()).toBe(1_200);
});

test('a changed row under a known key is rejected and says so', async () => {
  const { run } = importHarness();
  await run(mapping, onDisk(good));
  const changed = { ...good, 'tips.csv': good['tips.csv'].replace('Bo Lane', 'Bo Lain') };
  const balance = await run(mapping, onDisk(changed));
  expect(balance.rows).toEqual({ read: 6, imported: 0, skipped: 4, rejected: 2 });
  expect(balance.rejections[0]).toMatchObject({
    file: 'tips.csv',
    row: 3,
    message: expect.stringContaining('imported before, as report BAYOU-SO-2024-'),
  });
});

test('a value that is wrong is rejected with file, row, column, value and what would be right; the rest comes in', async () => {
  const balance = await importHarness().run(
    mapping,
    onDisk({ ...good, 'tips.csv': good['tips.csv'].replace('3/10/2024', '13/31/2024') }),
  );
  expect(balance).toMatchObject({ rows: { read: 6, imported: 3, skipped: 1, rejected: 2 }, reports: 1 });
  expect(balance.rejections).toEqual([
    {
      file: 'tips.csv',
      row: 3,
      column: 'date',
      value: '13/31/2024',
      message: expect.any(String),
      expected: expect.stringContaining('M/d/yyyy'),
    },
    {
      file: 'phones.csv',
      row: 4,
      column: null,
      value: null,
      message: expect.stringContaining('was refused'),
      expected: expect.any(String),
    },
  ]);
});

test('a card number is rejected where it stands and shown nowhere', async () => {
  const card = '5555 5555 5555 4444';
  const balance = await importHarness().run(
    mapping,
    onDisk({ ...good, 'tips.csv': good['tips.csv'].replace('Bo Lane', `Bo ${card}`) }),
  );
  expect(balance.rejections[0]).toMatchObject({ file: 'tips.csv', row: 3, column: 'name', value: null });
  expect(JSON.stringify(balance)).not.toContain('4444');
});

test('a row that no report takes in is rejected', async () => {
  const balance = await importHarness().run(mapping, onDisk({ ...good, 'phones.csv': phones([['9', '504-555-0142']]) }));
  expect(balance.rejections).toMatchObject([{ file: 'phones.csv', row: 2, message: expect.stringContaining('No report') }]);
});

test('a row without the key of its report is rejected', async () => {
  const balance = await importHarness().run(mapping, onDisk({ ...good, 'tips.csv': good['tips.csv'].replace('2,Bo', ',Bo') }));
  expect(balance.rejections).toMatchObject([
    { file: 'tips.csv', row: 3, column: 'id', message: 'The key of its report is blank' },
    { file: 'phones.csv', row: 4 },
  ]);
});

test('a key of several parts keeps them apart, whatever stands in them', async () => {
  const byParts = { ...mapping, reports: mapping.reports.map((report) => ({ ...report, key: ['{id}', '{name}'] })) };
  const rows = tips([
    ['1/2', '3', '3/9/2024'],
    ['1', '2/3', '3/9/2024'],
  ]);
  expect(await importHarness().run(byParts, onDisk({ ...good, 'tips.csv': rows }))).toMatchObject({ reports: 2 });
});

test('privileged numbers are dropped on the way in, struck from the narrative and counted', async () => {
  const { run, graph } = importHarness();
  const balance = await run(mapping, onDisk(good), { privilegedNumbers: ['+1 504 555 0142'] });
  expect(balance).toMatchObject({ privilegedNumbersDropped: 2, records: 3, links: 1, entitiesByKind: { PHONE: 1 } });
  expect((await graph.lookup(scope, ['PHONE +15045550142'])).entityIds).toEqual([]);
  const reports = await graph.reports(
    scope,
    { agency: null, kind: null, window: { since: null, until: null } },
    { first: 9, after: null },
  );
  const narratives = reports.items.map(({ item }) => item.narrative).join('\n');
  expect(narratives).toContain('Called [privileged number]');
  expect(narratives).not.toContain('0142');
});

test('a fault in the last row of the last file leaves nothing half-written', async () => {
  const { run, graph } = importHarness();
  await expect(run(mapping, onDisk({ ...good, 'phones.csv': `${good['phones.csv']}2,1,1\n` }))).rejects.toThrow(
    'phones.csv row 5',
  );
  expect(await graph.lastChange()).toBe(0);
});

test('a missing column or file is named before anything is read', async () => {
  const { run } = importHarness();
  await expect(run(mapping, onDisk({ ...good, 'tips.csv': 'id,nam,date\n' }))).rejects.toThrow(
    'tips.csv has no column name; did you mean nam?',
  );
  await expect(run(mapping, onDisk({ 'tips.csv': good['tips.csv'] }))).rejects.toThrow(
    'needs files that are not there: phones.csv',
  );
});

test('an optional file that is not there joins nothing', async () => {
  const optional = { ...mapping, files: { ...mapping.files, phones: { path: 'phones.csv', isOptional: true } } };
  expect(await importHarness().run(optional, onDisk({ 'tips.csv': good['tips.csv'] }))).toMatchObject({
    rows: { read: 3, imported: 2, skipped: 1, rejected: 0 },
    entitiesByKind: { PERSON: 2 },
  });
});

test('a dry run checks everything and writes nothing', async () => {
  const { run, graph } = importHarness();
  expect(await run(mapping, onDisk(good), { isDryRun: true })).toMatchObject({
    rows: { imported: 5 },
    reports: 2,
    entitiesByKind: { PHONE: 2 },
  });
  expect(await graph.lastChange()).toBe(0);
});
