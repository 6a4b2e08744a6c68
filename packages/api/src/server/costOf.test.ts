import { coreVocabulary } from '@linchpin/schema';
import { parse } from 'graphql';
import { describe, expect, test } from 'vitest';
import { buildGraphqlSchema } from './buildGraphqlSchema.ts';
import { costOf } from './costOf.ts';
import { rememberCosts } from './rememberCosts.ts';

const schema = buildGraphqlSchema(coreVocabulary);
const weigh = (text: string, variables: Record<string, unknown> = {}, by = costOf): number =>
  by({ schema, query: parse(text), operationName: undefined, variables });

const submit =
  'mutation ($input: SubmitReportInput!) { submitReport(input: $input) { entities { entity { id linkCounts { links } } } } }';
const input = (count: number) => ({
  kind: 'TIP',
  links: [],
  records: Array.from({ length: count }, (_, nth) => ({ ref: `r${nth}`, kind: 'PHONE', properties: [] })),
});

describe('the cost of an operation', () => {
  test('of a submission goes with its records, since its payload has an entity for each', () => {
    expect(weigh(submit, { input: input(500) })).toBeGreaterThan(490 * (weigh(submit, { input: input(1) }) - 2));
  });

  test('is the same whether the records lie in the variables or in the text', () => {
    const records = Array(40).fill('{ ref: "a", kind: PHONE, properties: [] }').join(' ');
    const text = `mutation { submitReport(input: { kind: TIP, links: [], records: [${records}] }) { entities { entity { id linkCounts { links } } } } }`;
    expect(weigh(text)).toBe(weigh(submit, { input: input(40) }));
  });

  test('of a path search is more than that of its answer', () => {
    expect(weigh('{ paths(from: "a", to: "b") { isLimitReached } }')).toBeGreaterThan(1_000);
  });
});

describe('a cost that is remembered', () => {
  const query = parse('query ($ids: [ID!]!, $limit: Int) { expand(ids: $ids, limit: $limit) { entities { id } } }');
  const ask = (variables: Record<string, unknown>, by = costOf) => by({ schema, query, operationName: undefined, variables });

  test('is the one that would be weighed, whatever was asked before', () => {
    const remembering = rememberCosts();
    for (const variables of [
      { ids: ['a'], limit: 50 },
      { ids: ['b'], limit: 50 },
      { ids: ['a'], limit: 500 },
      { ids: 'a', limit: 50 },
      { ids: ['a', 'b'] },
      { ids: ['a'], limit: 50 },
    ])
      expect(ask(variables, remembering)).toBe(ask(variables));
  });

  test('is not that of other variables whose names read like these', () => {
    const remembering = rememberCosts();
    ask({ ids: ['a'], 'limit:500,other': 1 }, remembering);
    expect(ask({ ids: ['a'], limit: 500, other: 1 }, remembering)).toBe(ask({ ids: ['a'], limit: 500 }));
  });

  test('is forgotten where variables were wrong', () => {
    const kinds = parse('query ($kind: EntityKind!) { lookup(kind: $kind, value: "x") { entities { id } } }');
    const remembering = rememberCosts();
    const of = (kind: string) => remembering({ schema, query: kinds, operationName: undefined, variables: { kind } });
    expect([of('SPACESHIP'), of('PHONE')]).toEqual([Infinity, expect.any(Number)]);
    expect(of('PHONE')).toBeLessThan(100);
  });
});
