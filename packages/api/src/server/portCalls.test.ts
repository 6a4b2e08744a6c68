import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { loadDemo } from '../loadDemo.ts';
import type { AuditEntry } from '../store/ports/auditLog.ts';
import { countCalls } from './testing/countCalls.ts';
import { openTestService, type TestService } from './testing/openTestService.ts';

const list = join(import.meta.dirname, '../../../explorer/src/remote/generated/persisted.json');
const texts = Object.values(JSON.parse(readFileSync(list, 'utf8')) as Record<string, string>);
const textOf = (operation: string): string => texts.find((text) => text.startsWith(`query ${operation}`))!;

const calls: string[] = [];
const entries: AuditEntry[] = [];
let service: TestService;
let phone: string;
let bundle: string;
let report: string;

beforeAll(async () => {
  service = await openTestService({
    replace: ({ graph, audit }) => ({
      graph: countCalls(graph, calls),
      audit: { ...audit, append: async (entry) => void entries.push(entry) },
    }),
  });
  await loadDemo(service.services);
  const { data } = await service.ask<{ lookup: { entities: [{ id: string }] } }>(
    '{ lookup(kind: PHONE, value: "5045550142") { entities { id } } }',
  );
  phone = data.lookup.entities[0].id;
  const { data: found } = await service.ask<{
    expand: { bundles: [{ id: string }] };
    entity: { records: { edges: [{ node: { report: { number: string } } }] } };
  }>(
    'query ($id: ID!) { expand(ids: [$id]) { bundles { id } } entity(id: $id) { records(first: 1) { edges { node { report { number } } } } } }',
    { variables: { id: phone } },
  );
  bundle = found.expand.bundles[0].id;
  report = found.entity.records.edges[0].node.report.number;
});
afterAll(() => service.close());

async function callsOf(query: string, variables: object): Promise<string[]> {
  calls.length = 0;
  entries.length = 0;
  const { errors } = await service.ask(query, { variables });
  expect(errors).toEqual([]);
  return calls.toSorted();
}

const cards = ['linkCounts', 'neighbourTotals'];

/** Each document of the explorer that shows evidence, and what it may ask of the store, however long its lists are. */
const expected: Readonly<Record<string, () => readonly [variables: object, calls: readonly string[]]>> = {
  EntityCards: () => [{ ids: [phone] }, ['entities', ...cards]],
  EntityDetails: () => [{ id: phone }, ['entities', ...cards, 'pointers', 'reportsByNumber']],
  EntityReports: () => [{ id: phone, first: 20 }, ['entities', 'records', 'reportsByNumber']],
  LinksAmong: () => [{ ids: [phone] }, ['linksAmong']],
  BundleEvidence: () => [{ id: bundle, first: 20 }, ['bundles', 'entities', 'evidence', ...cards, 'reportsByNumber']],
  Expand: () => [{ ids: [phone] }, ['expand', ...cards]],
  Report: () => [{ number: report, first: 50 }, ['entities', ...cards, 'reportLinks', 'reportRecords', 'reportsByNumber']],
  Reports: () => [{ first: 20 }, ['reports']],
  Overlaps: () => [{ first: 20 }, ['entities', ...cards, 'overlaps', 'pointers']],
  Search: () => [{ text: '504 555', first: 20 }, ['entities', ...cards, 'search']],
  Lookup: () => [{ kind: 'PHONE', value: '5045550142' }, ['entities', ...cards, 'lookup']],
};

test.each(Object.keys(expected))('%s asks the store for each thing once', async (operation) => {
  const [variables, allowed] = expected[operation]!();
  expect(await callsOf(textOf(operation), variables)).toEqual(allowed.toSorted());
});

test('every document of the explorer that shows evidence is counted above', () => {
  const operations = texts.map((text) => /^query (\w+)/.exec(text)![1]!);
  // How many steps a path search takes is the search's matter; the other two ask no store of evidence.
  const others = ['Paths', 'Viewer', 'Vocabulary'];
  expect(operations.filter((name) => !others.includes(name)).sort()).toEqual(Object.keys(expected).sort());
});

test('what is asked of each thing in a list is one use-case and one audit entry that names them all', async () => {
  const query = `query ($ids: [ID!]!) { expand(ids: $ids, limit: 10) {
    entities { records(first: 3) { edges { node { report { number } } } } }
    bundles { evidence(first: 2) { edges { node { id fromEntity { id } } } } }
  } }`;
  const asked = await callsOf(query, { ids: [phone] });
  expect([...new Set(asked)]).toEqual(['entities', 'evidence', 'expand', 'records', 'reportsByNumber']);
  expect(asked.filter((name) => !['evidence', 'records'].includes(name))).toEqual(['entities', 'expand', 'reportsByNumber']);
  const names = entries.map(({ useCase }) => useCase).sort();
  expect(names).toEqual(['expandEntities', 'listBundleLinks', 'listEntityRecords', 'readEntities', 'readReports']);
  const records = entries.find(({ useCase }) => useCase === 'listEntityRecords')!;
  expect(records.subject['of']).toHaveLength(10);
  expect(records.results).toBeGreaterThanOrEqual(10);
});
