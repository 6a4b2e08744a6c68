import { getIntrospectionQuery } from 'graphql';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTestService, type TestService } from './testing/openTestService.ts';

let service: TestService;
beforeAll(async () => {
  service = await openTestService();
});
afterAll(() => service.close());

const ids = (count: number): string => JSON.stringify(Array.from({ length: count }, (_, index) => `id${index}`));
const repeated = (count: number, text: (index: number) => string): string =>
  Array.from({ length: count }, (_, i) => text(i)).join(' ');
const deep = (levels: number): string =>
  `{ reports { edges { node ${'{ agency '.repeat(levels)}{ id } ${'}'.repeat(levels)} } } }`;

const bomb = `{ ...F0 } ${repeated(40, (i) => `fragment F${i} on Query { ${i < 39 ? `...F${i + 1} ...F${i + 1}` : 'viewer { id }'} }`)}`;

test('what tools ask to learn the schema is answered', async () => {
  const { errors } = await service.ask(getIntrospectionQuery({ inputValueDeprecation: true, oneOf: true }));
  expect(errors).toEqual([]);
});

describe('a query that asks for too much is refused, saying what would be right', () => {
  test.each([
    ['50 levels deep', deep(50), /at most 16 levels/],
    ['with 60 aliases', `{ ${repeated(60, (i) => `a${i}: viewer { id }`)} }`, /at most 50/],
    [
      'with long lists in long lists',
      '{ reports(first: 500) { edges { node { records(first: 500) { edges { node { entity { id } } } } } } } }',
      /cost .* at most 100000/,
    ],
    ['with fragments that unfold without end', bomb, /unfolds into too many/],
    ['with the same field a thousand times', `{ ${repeated(1_000, () => 'viewer { id }')} }`, /too many times/],
    [
      'with the schema thrice over',
      `{ ${repeated(3, (i) => `a${i}: __schema { types { name } }`)} }`,
      /the schema more than 2 times/,
    ],
    ['with 60 directives', `{ viewer { ${repeated(60, () => 'id @include(if: true)')} } }`, /at most 50/],
  ])('%s', async (_, query, message) => {
    const { errors, status } = await service.ask(query);
    expect(status).toBe(400);
    expect(errors.map(({ extensions }) => extensions.code)).toContain('TOO_COSTLY');
    expect(errors.map((error) => error.message).join()).toMatch(message);
  });

  test('with more tokens than anybody writes', async () => {
    const { errors } = await service.ask(`{ ${repeated(3_000, () => 'viewer { id }')} }`);
    expect(errors).toMatchObject([{ extensions: { code: 'TOO_COSTLY' } }]);
  });

  test.each([
    ['501 entities', `{ entities(ids: ${ids(501)}) { id } }`],
    ['501 entities to expand', `{ expand(ids: ${ids(501)}) { total } }`],
    ['5,001 entities to exclude', `query ($x: [ID!]) { expand(ids: ["x"], exclude: $x) { total } }`],
    ['2,001 entities to link', `query ($x: [ID!]!) { linksAmong(ids: $x) { id } }`],
  ])('%s at once', async (_, query) => {
    const x = Array.from({ length: query.includes('linksAmong') ? 2_001 : 5_001 }, (__, index) => `id${index}`);
    const { errors } = await service.ask(query, { variables: query.includes('$x') ? { x } : {} });
    expect(errors).toMatchObject([
      { extensions: { code: 'TOO_LARGE', fields: [{ expected: expect.stringContaining('at most') as string }] } },
    ]);
  });

  test.each([
    ['search(text: "skip", first: -1) { totalCount }', 'first', 'from 0 to 500'],
    ['search(text: "skip", first: 2000000000) { totalCount }', 'first', 'from 0 to 500'],
    ['reports(first: 501) { totalCount }', 'first', 'from 0 to 500'],
    ['expand(ids: ["x"], limit: 501) { total }', 'limit', 'from 1 to 500'],
    ['expand(ids: ["x"], limit: -1) { total }', 'limit', 'from 1 to 500'],
    ['paths(from: "x", to: "y", maxHops: 9) { isLimitReached }', 'maxHops', 'from 1 to 8'],
    ['paths(from: "x", to: "y", count: 21) { isLimitReached }', 'count', 'from 1 to 20'],
    ['commonNeighbours(ids: ["x"], minimum: 0) { of }', 'minimum', 'from 1 to 500'],
    ['overlaps(minimumAgencies: 1) { pageInfo { hasNextPage } }', 'minimumAgencies', 'from 2 to 1000'],
    ['reports(since: "2026-02-01T00:00:00Z", until: "2026-01-01T00:00:00Z") { totalCount }', 'until', 'after since'],
    ['search(text: "a*") { totalCount }', 'text', 'at least 3'],
    ['search(text: "  ") { totalCount }', 'text', 'a name'],
    ['lookup(kind: PHONE, value: "") { entities { id } }', 'value', '1 to 500 characters'],
  ])('%s', async (field, path, expected) => {
    const { errors } = await service.ask(`{ ${field} }`);
    expect(errors).toMatchObject([
      { extensions: { code: 'INVALID', fields: [{ path, expected: expect.stringContaining(expected) as string }] } },
    ]);
  });
});

describe('a query that says nothing sensible is refused as INVALID', () => {
  test.each([
    ['an unknown kind', '{ lookup(kind: SPACESHIP, value: "x") { entities { id } } }', {}],
    ['an unknown field', '{ horoscope }', {}],
    ['no query at all', '', {}],
    ['half a query', '{ viewer {', {}],
    ['a subscription', 'subscription { alerts { id } }', {}],
    ['a subscription to what can only be asked', 'subscription { viewer { id } }', {}],
    ['a time that is none', '{ reports(since: "yesterday") { totalCount } }', {}],
    ['a wrong variable', 'query ($id: ID!) { entity(id: $id) { id } }', { id: { nested: true } }],
  ])('%s', async (_, query, variables) => {
    const { errors } = await service.ask(query, { variables });
    expect(errors.length).toBeGreaterThan(0);
    for (const error of errors) {
      expect(error.extensions.code).toBe('INVALID');
      expect(JSON.stringify(error)).not.toMatch(/stacktrace|node_modules|at \w+ \(/);
    }
  });

  test('a cursor of another query', async () => {
    await service.ask(tip);
    await service.ask(tip);
    const { data } = await service.ask<{ reports: { pageInfo: { endCursor: string } } }>(
      '{ reports(first: 1) { pageInfo { endCursor } } }',
    );
    const after = data.reports.pageInfo.endCursor;
    const same = await service.ask<{ reports: { edges: unknown[] } }>(
      'query ($after: String) { reports(first: 1, after: $after) { edges { node { id } } } }',
      { variables: { after } },
    );
    expect(same.data.reports.edges).toHaveLength(1);
    for (const query of [
      'search(text: "skip", after: $after) { totalCount }',
      'reports(kind: ARREST, after: $after) { totalCount }',
    ]) {
      const other = await service.ask(`query ($after: String) { ${query} }`, { variables: { after } });
      expect(other.errors).toMatchObject([{ extensions: { code: 'INVALID', fields: [{ path: 'after' }] } }]);
    }
    const elsewhere = await service.ask('query ($after: String) { reports(first: 1, after: $after) { totalCount } }', {
      variables: { after },
      viewer: 'investigator2',
    });
    expect(elsewhere.errors).toMatchObject([{ extensions: { code: 'INVALID', fields: [{ path: 'after' }] } }]);
  });
});

const tip = `mutation { submitReport(input: { kind: TIP, links: [], records: [{ ref: "p", kind: PHONE, properties: [{ name: "number", values: ["+1 504 555 0142"] }] }] }) { isNew } }`;
