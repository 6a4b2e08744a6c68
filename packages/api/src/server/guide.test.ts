import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { loadDemo } from '../loadDemo.ts';
import { openTestService, type TestService } from './testing/openTestService.ts';

interface Example {
  readonly title: string;
  readonly query: string;
  readonly variables: string;
}

const guide = readFileSync(join(import.meta.dirname, '../../../../docs/guide/graphql.md'), 'utf8');

/** Each heading with a query, and its variables where it has some. */
const examples: Example[] = guide
  .split(/^### /m)
  .slice(1)
  .map((section) => ({
    title: section.split('\n')[0]!,
    query: blockOf(section, 'graphql')!,
    variables: blockOf(section, 'json') ?? '{}',
  }));

/** What each answer must at least hold, by its number. */
const expected: Readonly<Record<string, unknown>> = {
  1: { viewer: { id: 'investigator1', agency: { id: 'BAYOU-SO' } }, vocabulary: { entityKinds: some({ kind: 'PHONE' }) } },
  2: { lookup: { entities: [{ caption: '(504) 555-0142' }], pointers: some({ agency: { name: 'Tern Point Police' } }) } },
  3: { search: { edges: some({ node: { kind: 'PERSON', caption: 'Dorian Pell' } }) } },
  4: { entity: { caption: '(504) 555-0142', linkCounts: some({ linkKind: 'ADVERTISES', entityKind: 'AD' }) } },
  5: { expand: { entities: some({ kind: 'STAY' }), bundles: some({ label: 'booked' }) } },
  6: { expand: { undated: 0, bundles: some({ links: expect.any(Number) }) } },
  7: { bundle: { evidence: { edges: some({ node: { report: { number: expect.stringMatching(/^[A-Z-]+-2026-\d{6}$/) } } }) } } },
  8: { paths: { isLimitReached: false, skippedGeneric: some({ caption: '(504) 555-0100' }), paths: some({ length: 2 }) } },
  9: { commonNeighbours: some({ entity: { kind: 'STAY' } }), linksAmong: expect.any(Array) },
  10: { overlaps: { edges: some({ node: { entity: { caption: 'LA 482 KTR' } } }) } },
  11: { submitReport: { isNew: true, entities: [{ ref: 'caller' }, { ref: 'van', entity: { caption: 'LA 482 KTR' } }] } },
  12: { retractReport: { report: { isRetracted: true, records: { totalCount: 0 } } } },
};

let service: TestService;
const learned: Record<string, string> = {};
beforeAll(async () => {
  service = await openTestService();
  await loadDemo(service.services);
  const { data } = await service.ask<{ phone: Found; person: { edges: [{ node: { id: string } }] } }>(
    `{ phone: lookup(kind: PHONE, value: "5045550142") { entities { id } } person: search(text: "Tasha Quillan") { edges { node { id } } } }`,
  );
  learned['phone'] = data.phone.entities[0].id;
  learned['person'] = data.person.edges[0].node.id;
});
afterAll(() => service.close());

interface Found {
  readonly entities: readonly [{ readonly id: string }];
}

describe("the guide's examples", () => {
  test('are twelve, each with its answer in the table', () => {
    expect(examples.map(({ title }) => title.split('.')[0])).toEqual(Object.keys(expected));
  });

  test.each(examples)('$title', async ({ title, query, variables }) => {
    const filled = variables.replaceAll(/"<(\w+)>"/g, (_, name: string) => JSON.stringify(learned[name]));
    const { data, errors } = await service.ask(query, { variables: JSON.parse(filled) as object });
    expect(errors).toEqual([]);
    expect(data).toMatchObject(expected[title.split('.')[0]!] as object);
    learn(data);
  });
});

/** Later examples speak of what earlier ones answered. */
function learn(data: { readonly expand?: unknown; readonly submitReport?: unknown }): void {
  const { bundles } = (data.expand ?? {}) as { bundles?: { id: string }[] };
  if (bundles?.[0]) learned['bundle'] ??= bundles[0].id;
  const { report } = (data.submitReport ?? {}) as { report?: { number: string } };
  if (report) learned['report'] = report.number;
}

function blockOf(section: string, language: string): string | null {
  return new RegExp(`\`\`\`${language}\\n([\\s\\S]*?)\`\`\``).exec(section)?.[1] ?? null;
}

function some(part: object): unknown {
  return expect.arrayContaining([expect.objectContaining(nested(part))]);
}

/** objectContaining compares inner objects whole; here they too may hold more. */
function nested(part: object): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(part).map(([name, value]: [string, unknown]) => [
      name,
      isPlain(value) ? expect.objectContaining(nested(value)) : value,
    ]),
  );
}

function isPlain(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !('asymmetricMatch' in value) && !Array.isArray(value);
}
