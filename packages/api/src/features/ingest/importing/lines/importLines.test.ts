import { afterEach, describe, expect, test } from 'vitest';
import { mintScope } from '../../../../gate/mintScope.ts';
import { filesOnDisk } from '../../testing/filesOnDisk.ts';
import { lineHarness } from '../../testing/lineHarness.ts';

let files: ReturnType<typeof filesOnDisk> | undefined;
afterEach(() => files?.remove());
function onDisk(content: string | Buffer): string {
  files?.remove();
  files = filesOnDisk({ 'tips.ndjson': content });
  return files.path('tips.ndjson');
}

const phone = (number: string, ref = 'n') => ({ ref, kind: 'PHONE', properties: [{ name: 'number', values: [number] }] });
const person = (name: string) => ({ ref: 'p', kind: 'PERSON', properties: [{ name: 'name', values: [name] }] });
const uses = { kind: 'USES', from: 'p', to: 'n' };
const tip = (name: string, number: string, more: object = {}) => ({
  agency: 'BAYOU-SO',
  kind: 'TIP',
  records: [person(name), phone(number)],
  links: [uses],
  ...more,
});
const lines = (...reports: unknown[]): string =>
  reports.map((report) => `${typeof report === 'string' ? report : JSON.stringify(report)}\n`).join('');
const two = lines(tip('Ana Ruiz', '504 555 0142'), tip('Bo Lane', '+1 504 555 0142', { audience: 'GULF-TF' }));

test('lines read are lines imported, blank ones are none, and the same number is one entity', async () => {
  const { run } = lineHarness();
  expect(await run(onDisk(`\ufeff${two}\r\n\n`))).toMatchObject({
    rows: { read: 2, imported: 2, skipped: 0, rejected: 0 },
    reports: 2,
    records: 4,
    links: 2,
    entitiesByKind: { PERSON: 2, PHONE: 1 },
    rejections: [],
  });
});

test('the same file again adds nothing, with keys of its own or without', async () => {
  const { run, graph } = lineHarness();
  const keyed = lines(tip('Ana Ruiz', '504 555 0142', { idempotencyKey: 'k1' }), tip('Bo Lane', '504 555 0143'));
  await run(onDisk(keyed));
  const change = await graph.lastChange();
  expect((await run(files!.path('tips.ndjson'))).rows).toEqual({ read: 2, imported: 0, skipped: 2, rejected: 0 });
  expect(await graph.lastChange()).toBe(change);
});

test('a line under a known key that says something else now is refused', async () => {
  const { run, refused } = lineHarness();
  await run(onDisk(lines(tip('Ana Ruiz', '504 555 0142', { idempotencyKey: 'k1' }))));
  const balance = await run(onDisk(lines(tip('Ana Roiz', '504 555 0142', { idempotencyKey: 'k1' }))));
  expect(balance.rows).toEqual({ read: 1, imported: 0, skipped: 0, rejected: 1 });
  expect(refused[0]).toMatchObject({
    line: 1,
    problems: [{ message: expect.stringContaining('imported before, as report BAYOU-SO-') }],
  });
});

test('an import that broke off goes on without doubling', async () => {
  const { run, graph } = lineHarness();
  const many = Array.from({ length: 1_200 }, (_, at) => tip(`Name ${at}`, '504 555 0142', { narrative: 'x'.repeat(2_000) }));
  let batches = 0;
  const breaking = async (reports: Parameters<typeof graph.addReports>[0]): Promise<never[]> => {
    if (++batches > 1) throw new Error('killed');
    await graph.addReports(reports);
    return [];
  };
  await expect(run(onDisk(lines(...many)), { take: breaking })).rejects.toThrow('killed');
  const resumed = await run(files!.path('tips.ndjson'));
  expect(resumed.rows.skipped).toBeGreaterThan(0);
  expect(resumed.rows).toEqual({
    read: 1_200,
    imported: 1_200 - resumed.rows.skipped,
    skipped: resumed.rows.skipped,
    rejected: 0,
  });
  expect(resumed.entitiesByKind).toEqual({ PERSON: 1_200, PHONE: 1 });
  expect(await graph.lastChange()).toBe(1_200);
});

describe('a line that is wrong is refused with line, field and what would be right; the rest comes in', () => {
  test.each([
    ['no JSON', '{"kind":', 'report', 'not JSON', 'one report as a JSON object'],
    ['a list', '[]', 'report', 'not an object', 'an object'],
    [
      'a field that is not there',
      tip('A B', '504 555 0142', { nrrative: 'x' }),
      'nrrative',
      'did you mean narrative?',
      'one of agency',
    ],
    ['a field missing', { agency: 'BAYOU-SO', kind: 'TIP', records: [] }, 'links', 'missing', 'kind, records, links'],
    [
      'values that are no list',
      tip('A B', '5', { records: [{ ref: 'p', kind: 'PERSON', properties: [{ name: 'name', values: 'A' }] }], links: [] }),
      'records[0].properties[0].values',
      'not a list',
      'a list',
    ],
    [
      'an unknown kind',
      tip('A B', '504 555 0142', { links: [{ ...uses, kind: 'USED' }] }),
      'links[0].kind',
      'did you mean USES?',
      'one of USES',
    ],
    ['a date in another order', tip('A B', '504 555 0142', { occurredAt: '13/31/2024' }), 'occurredAt', 'ISO 8601', '2026-02-11'],
    ['no agency', { kind: 'TIP', records: [], links: [] }, 'agency', 'names no agency', '--agency'],
    ['an unknown agency', tip('A B', '504 555 0142', { agency: 'NOBODY' }), 'agency', 'no such agency', 'directory'],
    ["another's audience", tip('A B', '504 555 0142', { agency: 'PINE-SO', audience: 'GULF-TF' }), 'report', 'audience', ''],
  ])('%s', async (_what, line, path, message, expected) => {
    const { run, refused } = lineHarness();
    const balance = await run(onDisk(two + lines(line)));
    expect(balance.rows).toEqual({ read: 3, imported: 2, skipped: 0, rejected: 1 });
    expect(balance.rejections[0]).toMatchObject({
      file: 'tips.ndjson',
      row: 3,
      column: path,
      message: expect.stringContaining(message),
    });
    expect(balance.rejections[0]!.expected).toContain(expected);
    expect(refused[0]!.text).toBe(lines(line).trimEnd());
  });
});

test('a full card number is refused and not kept, neither in the balance nor among the refused lines', async () => {
  const { run, refused } = lineHarness();
  const balance = await run(onDisk(lines(tip('A B', '504 555 0142', { narrative: 'paid with 4111 1111 1111 1111' }))));
  expect(balance.rows.rejected).toBe(1);
  expect(JSON.stringify([balance, refused])).not.toContain('1111 1111');
});

test('bytes that are no UTF-8 refuse their line alone', async () => {
  const { run } = lineHarness();
  const bytes = Buffer.concat([Buffer.from(two), Buffer.from('{"kind":"Zo\u00eb"}\n', 'latin1'), Buffer.from(two)]);
  expect((await run(onDisk(bytes))).rows).toEqual({ read: 5, imported: 2, skipped: 2, rejected: 1 });
});

test('privileged numbers are dropped with their links, and problems still name the line as it stands', async () => {
  const { run, graph, ids } = lineHarness();
  const one = {
    ...tip('Ana Ruiz', '504 555 0199'),
    records: [phone('5045550199', 'x'), person('Ana Ruiz'), phone('504 555 0142')],
    narrative: 'rang 5045550199',
  };
  const wrong = { ...one, records: [...one.records.slice(0, 2), { ...one.records[2]!, kind: 'FONE' }] };
  const balance = await run(onDisk(lines(one, wrong)), { privileged: ['(504) 555-0199'] });
  expect(balance).toMatchObject({ rows: { imported: 1, rejected: 1 }, records: 2, privilegedNumbersDropped: 1 });
  expect(balance.rejections[0]!.column).toBe('records[2].kind');
  const scope = mintScope({ agency: 'BAYOU-SO', groups: [] });
  expect((await graph.entities(scope, [ids.entity('PHONE +15045550199')]))[0]).toBeNull();
});

test('--agency and --audience stand in for what a line leaves out, and bind it', async () => {
  const { run, graph } = lineHarness();
  const { agency: _, ...bare } = tip('Ana Ruiz', '504 555 0142');
  const file = onDisk(lines(bare, tip('Bo', '504 555 0143', { agency: 'PINE-SO' })));
  const balance = await run(file, { agency: 'BAYOU-SO', audience: 'GULF-TF' });
  expect(balance.rows).toMatchObject({ imported: 1, rejected: 1 });
  expect(balance.rejections[0]).toMatchObject({ row: 2, column: 'agency', expected: 'BAYOU-SO' });
  const seen = mintScope({ agency: 'OTHER', groups: ['GULF-TF'] });
  expect(
    (await graph.reports(seen, { agency: null, kind: null, window: { since: null, until: null } }, { first: 5, after: null }))
      .items,
  ).toHaveLength(1);
});

test('a dry run checks everything and writes nothing', async () => {
  const { run, graph } = lineHarness();
  expect(await run(onDisk(two), { isDryRun: true })).toMatchObject({ rows: { read: 2, imported: 2 }, reports: 2 });
  expect(await graph.lastChange()).toBe(0);
});

test.each([
  ['nothing', '', 'is empty'],
  ['a ZIP', Buffer.from('PK\u0003\u0004\u0014', 'latin1'), 'is a ZIP'],
  ['UTF-16', Buffer.from('{"kind":1}\n', 'utf16le'), 'is no UTF-8 text'],
])('%s is refused before anything is written', async (_what, content, message) => {
  await expect(lineHarness().run(onDisk(content))).rejects.toThrow(message);
});
