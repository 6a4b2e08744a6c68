import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { coreVocabulary } from '@linchpin/schema';
import pole from '../../../../mappings/pole.json' with { type: 'json' };
import { mintScope } from '../../../gate/mintScope.ts';
import { filesOnDisk } from '../testing/filesOnDisk.ts';
import { importHarness } from '../testing/importHarness.ts';
import { poleFiles } from '../testing/poleFiles.ts';

const scope = mintScope({ agency: 'BAYOU-SO', groups: [] });
const realFolder = join(import.meta.dirname, '../../../../../../../shared/data/pole');

let files: ReturnType<typeof filesOnDisk> | undefined;
afterEach(() => files?.remove());

async function imported() {
  files = filesOnDisk(poleFiles());
  const harness = importHarness();
  const balance = await harness.run(pole, files.folder);
  const { graph } = harness;
  const find = async (key: string) => {
    const [id] = (await graph.lookup(scope, [key])).entityIds;
    return { id: id!, view: (await graph.entities(scope, [id!]))[0]! };
  };
  const values = (view: { properties: readonly { name: string; values: readonly { value: string }[] }[] }, name: string) =>
    view.properties
      .find((property) => property.name === name)
      ?.values.map(({ value }) => value)
      .sort();
  const among = async (...keys: string[]) =>
    graph.linksAmong(scope, await Promise.all(keys.map(async (key) => (await find(key)).id)));
  return { balance, graph, find, values, among };
}

test('every row becomes part of a report, and the same thing in several files is one entity', async () => {
  const { balance } = await imported();
  expect(balance.rejections).toEqual([]);
  expect(balance.rows).toEqual({ read: 59, imported: 59, skipped: 0, rejected: 0 });
  expect(balance.entitiesByKind).toEqual({ ADDRESS: 3, CASE: 2, EMAIL: 1, OBJECT: 2, PERSON: 4, PHONE: 2, VEHICLE: 2 });
});

test('a crime is a case with its officer, place, vehicle, objects and people', async () => {
  const { find, values, graph } = await imported();
  const { id, view } = await find(keyOf('CASE', 'BAYOU-SO POLE-10'));
  expect(values(view, 'leadOfficer')).toEqual(['Sergeant Sophronia Lineen']);
  expect(values(view, 'status')).toEqual(['Under investigation']);
  const [counts] = await graph.linkCounts(scope, [id]);
  expect(counts!.map(({ linkKind, entityKind, neighbours }) => `${linkKind} ${entityKind} ${neighbours}`)).toEqual([
    'AT ADDRESS 1',
    'INVOLVED_IN OBJECT 2',
    'INVOLVED_IN PERSON 1',
    'INVOLVED_IN VEHICLE 1',
  ]);
});

test('calls of a pair and day are one link with counts; messages are links of their own', async () => {
  const { among, graph } = await imported();
  const bundles = await among('PHONE raw:GB00708933322', 'PHONE raw:GB59976405104');
  expect(bundles.map(({ kind, links }) => `${kind} ${links}`).sort()).toEqual(['CALLED 1', 'CALLED 1', 'MESSAGED 1']);
  const evidence = await Promise.all(bundles.map(({ id }) => graph.evidence(scope, id, { first: 9, after: null })));
  const calls = evidence
    .flatMap(({ items }) => items.map(({ item }) => item))
    .find(({ kind, properties }) => kind === 'CALLED' && given(properties, 'calls') === '2');
  expect(given(calls!.properties, 'seconds')).toBe('50');
  expect(given(calls!.properties, 'hours')).toBe(`1${',0'.repeat(22)},1`);
  expect(new Date(calls!.start!.at).toISOString()).toBe('2017-08-03T23:00:00.000Z');
  const [report] = await graph.reportsByNumber(scope, [calls!.reportNumber]);
  expect(report!.narrative).toContain('80: CALL on 04/08/2017 at 00:32, 38');
});

test('phone numbers that are valid nowhere come in unverified', async () => {
  const { find } = await imported();
  const { view } = await find('PHONE raw:GB00708933322');
  expect(view.properties[0]!.values[0]).toMatchObject({ isUnverified: true, display: expect.any(String) });
});

test('acquaintance keeps its sub-kind, family is kin, and a child is protected', async () => {
  const { graph, find, among } = await imported();
  const todd = keyOf('PERSON', 'BAYOU-SO/pole/60');
  const jo = keyOf('PERSON', 'BAYOU-SO/pole/63');
  const [lives] = await among(todd, jo);
  const { items } = await graph.evidence(scope, lives!.id, { first: 9, after: null });
  expect([lives!.kind, given(items[0]!.item.properties, 'subKind')]).toEqual(['KNOWS', 'lives with']);
  expect((await among(todd, keyOf('PERSON', 'BAYOU-SO/pole/61'))).map(({ kind }) => kind).sort()).toEqual(['KIN', 'KNOWS']);
  const people = await graph.search(scope, {
    plan: { keys: [], alternatives: [['kim', 'marsh']], pattern: null },
    kinds: null,
    agencies: null,
    page: { first: 9, after: null },
  });
  expect(people.hits).toEqual([]);
  expect((await find(todd)).view.isProtected).toBe(false);
});

test('an address has its postcode, area and coordinates', async () => {
  const { graph, values } = await imported();
  const found = await graph.search(scope, {
    plan: { keys: [], alternatives: [['polding']], pattern: null },
    kinds: ['ADDRESS'],
    agencies: null,
    page: { first: 9, after: null },
  });
  const [view] = await graph.entities(scope, [found.hits[0]!.entityId]);
  expect([values(view!, 'postcode'), values(view!, 'latitude')]).toEqual([['WN3 4NL'], ['53.5']]);
  expect(values(view!, 'region')).toHaveLength(1);
});

test(
  'the real POLE files, where they are: every row, and as many things as the example has',
  { timeout: 600_000 },
  async ({ skip }) => {
    if (!existsSync(realFolder)) return skip(`The POLE files are not in ${realFolder}: only the small fixture was tested`);
    const balance = await importHarness().run(pole, realFolder, { isDryRun: true });
    expect(balance.rows).toEqual({ read: 167_361, imported: 167_361, skipped: 0, rejected: 0 });
    expect(balance.entitiesByKind).toMatchObject({
      PERSON: 369,
      PHONE: 328,
      EMAIL: 328,
      VEHICLE: 1_000,
      CASE: 28_762,
      OBJECT: 7,
    });
  },
);

/** Key under which a value typed into `lookup` is stored. */
function keyOf(kind: string, value: string): string {
  return `${kind} ${coreVocabulary.entityKinds.get(kind)!.parseLookup(value)[0]}`;
}

function given(
  properties: readonly { readonly name: string; readonly values: readonly string[] }[],
  name: string,
): string | undefined {
  return properties.find((property) => property.name === name)?.values[0];
}
