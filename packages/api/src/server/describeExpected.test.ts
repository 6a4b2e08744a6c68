import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestService, type TestService } from './testing/openTestService.ts';

let service: TestService;
beforeAll(async () => {
  service = await openTestService();
});
afterAll(() => service.close());

const submit = 'mutation ($input: SubmitReportInput!) { submitReport(input: $input) { report { number } } }';
const records = [{ ref: 'a', kind: 'AIRCRAFT', properties: [] }];

test.each<[string, string, object, string, RegExp]>([
  ['an unknown kind', submit, { kind: 'TIP', records, links: [] }, 'input.records[0].kind', /^one of PERSON, .*OBJECT$/],
  ['an unknown kind as a number', submit, { kind: 5, records: [], links: [] }, 'input.kind', /^one of TIP, .*OTHER$/],
  ['no links', submit, { kind: 'TIP', records: [] }, 'line 1, column 11', /^links: \[LinkInput!\]!, \[\] for none$/],
  ['an unknown direction', '{ expand(ids: [], direction: SIDE) { total } }', {}, 'line 1, column 30', /^one of OUT, IN, NONE$/],
  ['a moment in words', '{ expand(ids: [], since: "yesterday") { total } }', {}, 'line 1, column 26', /2026-02-11T15:30:00Z/],
  ['a huge number', '{ reports(first: 10000000000) { totalCount } }', {}, 'line 1, column 18', /whole number/],
  ['an unknown field', '{ reprots { totalCount } }', {}, 'line 1, column 3', /schema\.graphql/],
])('%s is refused with its place and what would be right', async (_, query, input, path, expected) => {
  const { status, errors } = await service.ask(query, { variables: { input } });
  expect(status).toBe(400);
  expect(errors).toMatchObject([
    { extensions: { code: 'INVALID', fields: [{ path, expected: expect.stringMatching(expected) as string }] } },
  ]);
});
