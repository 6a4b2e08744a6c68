import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { loadDemo } from '../loadDemo.ts';
import { openTestService, type TestService } from './testing/openTestService.ts';

let service: TestService;
let phone: string;
beforeAll(async () => {
  service = await openTestService();
  await loadDemo(service.services);
  const { data } = await service.ask<{ lookup: { entities: [{ id: string }] } }>(
    '{ lookup(kind: PHONE, value: "5045550142") { entities { id } } }',
  );
  phone = data.lookup.entities[0].id;
});
afterAll(() => service.close());

interface List {
  readonly totalCount?: number;
  readonly edges: readonly {
    readonly cursor: string;
    readonly node: { readonly id?: string; readonly entity?: { readonly id: string } };
  }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

const page = 'edges { cursor node { id } } pageInfo { hasNextPage endCursor }';

/** Each list, with the path to it in the answer. */
const lists: readonly (readonly [field: string, path: readonly string[]])[] = [
  [`search(text: "504 555", first: $first, after: $after) { totalCount ${page} }`, ['search']],
  [`reports(first: $first, after: $after, kind: PLATE_READS) { totalCount ${page} }`, ['reports']],
  [
    `overlaps(first: $first, after: $after, kinds: [PHONE]) { ${page.replace('node { id }', 'node { entity { id } }')} }`,
    ['overlaps'],
  ],
  [
    `overlaps(first: $first, after: $after, order: NEWEST, kinds: [PHONE]) { ${page.replace('node { id }', 'node { entity { id } }')} }`,
    ['overlaps'],
  ],
  [`entity(id: "PHONE") { records(first: $first, after: $after) { totalCount ${page} } }`, ['entity', 'records']],
];

async function read([field, path]: (typeof lists)[number], first: number, after: string | null): Promise<List> {
  const query = `query ($first: Int, $after: String) { ${field.replace('PHONE"', `${phone}"`)} }`;
  const { data, errors } = await service.ask(query, { variables: { first, after } });
  expect(errors).toEqual([]);
  return path.reduce<unknown>((part, name) => (part as Record<string, unknown>)[name], data) as List;
}

const idsOf = ({ edges }: List): string[] => edges.map(({ node }) => node.id ?? node.entity!.id);

describe.each(lists)('%s', (...list) => {
  test('page by page is the same as at once, nothing twice and nothing left out', async () => {
    const whole = await read(list, 500, null);
    expect(whole.pageInfo.hasNextPage).toBe(false);
    expect(idsOf(whole).length).toBeGreaterThan(7);
    if (whole.totalCount !== undefined) expect(whole.totalCount).toBe(whole.edges.length);
    const paged: string[] = [];
    let after: string | null = null;
    do {
      const next: List = await read(list, 7, after);
      paged.push(...idsOf(next));
      after = next.pageInfo.hasNextPage ? next.pageInfo.endCursor : null;
    } while (after !== null && paged.length < 1_000);
    expect(paged).toEqual(idsOf(whole));
  });
});

test('expanding with what one has as exclude ends with everything, and says how much is left', async () => {
  const have: string[] = [];
  let left = Infinity;
  while (left > 0) {
    const { data } = await service.ask<{ expand: { total: number; remaining: number; entities: { id: string }[] } }>(
      'query ($ids: [ID!]!, $exclude: [ID!]) { expand(ids: $ids, exclude: $exclude, limit: 40) { total remaining entities { id } } }',
      { variables: { ids: [phone], exclude: have } },
    );
    have.push(...data.expand.entities.map(({ id }) => id));
    left = data.expand.remaining;
    expect(data.expand.total).toBe(have.length + left);
  }
  expect(new Set(have).size).toBe(have.length);
  const { data } = await service.ask('query ($id: ID!) { entity(id: $id) { neighbourTotal } }', { variables: { id: phone } });
  expect(data).toEqual({ entity: { neighbourTotal: have.length } });
});

test('whatever has an id is found again by it', async () => {
  const { data } = await service.ask<{
    entity: { id: string; records: { edges: { node: { id: string; report: { id: string } } }[] } };
    expand: { bundles: { id: string; evidence: { edges: { node: { id: string } }[] } }[] };
  }>(
    `query ($id: ID!) {
      entity(id: $id) { id records(first: 1) { edges { node { id report { id } } } } }
      expand(ids: [$id], limit: 1) { bundles { id evidence(first: 1) { edges { node { id } } } } }
    }`,
    { variables: { id: phone } },
  );
  const record = data.entity.records.edges[0]!.node;
  const bundle = data.expand.bundles[0]!;
  const ids = [phone, record.id, record.report.id, bundle.id, bundle.evidence.edges[0]!.node.id];
  const found = await Promise.all(
    ids.map((id) => service.ask<{ node: object }>('query ($id: ID!) { node(id: $id) { id __typename } }', { variables: { id } })),
  );
  const kinds = ['Phone', 'Record', 'Report', 'LinkBundle', 'Link'];
  expect(found.map((answer) => answer.data.node)).toEqual(ids.map((id, index) => ({ id, __typename: kinds[index] })));
});
