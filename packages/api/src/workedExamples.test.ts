import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readConfig } from './config.ts';
import { startService, type RunningService } from './startService.ts';

const guide = readFileSync(join(import.meta.dirname, '../../../docs/guide/graphql.md'), 'utf8');
const examples = [...guide.matchAll(/```graphql\n([^]*?)```/g)].map(([, text]) => text!);
const nameOf = (text: string): string => /^(?:query|mutation) (\w+)/.exec(text)?.[1] ?? text;

let data: string;
let service: RunningService;
const variables: Record<string, string> = {};

beforeAll(async () => {
  data = mkdtempSync(join(tmpdir(), 'linchpin-guide-'));
  service = await startService(readConfig({ LINCHPIN_DATA: data, LINCHPIN_PORT: '0', LINCHPIN_LOG: 'silent' }));
  const answer = await ask(`{
    phone: lookup(kind: PHONE, value: "(504) 555-0142") { entities { id } }
    van: lookup(kind: VEHICLE, value: "LA 482 KTR") { entities { id } }
    person: lookup(kind: PERSON, value: "GULF-TF/person/2114") { entities { id } }
    other: lookup(kind: PERSON, value: "GULF-TF/person/2131") { entities { id } }
  }`);
  for (const [name, found] of Object.entries(answer.data as Record<string, { entities: { id: string }[] }>))
    variables[name] = found.entities[0]!.id;
});

afterAll(async () => {
  await service.close();
  rmSync(data, { recursive: true });
});

async function ask(query: string): Promise<{ readonly data?: unknown; readonly errors?: unknown }> {
  const response = await fetch(`${service.address}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'linchpin-demo-viewer': 'investigator1' },
    body: JSON.stringify({ query, variables }),
  });
  return (await response.json()) as { data?: unknown; errors?: unknown };
}

test('the guide shows ten queries and two mutations', () => {
  expect(examples.filter((text) => text.startsWith('query')).length).toBeGreaterThanOrEqual(10);
  expect(examples.filter((text) => text.startsWith('mutation')).map(nameOf)).toEqual(['Submit', 'Retract']);
});

describe('each answers with something', () => {
  test.each(examples.map((text) => [nameOf(text), text] as const))('%s', async (name, text) => {
    const answer = await ask(text);
    expect(answer.errors).toBeUndefined();
    expect(JSON.stringify(answer.data)).toMatch(expected[name]!);
    const submitted = /"number":"([^"]+)","receivedAt"/.exec(JSON.stringify(answer.data))?.[1];
    if (name === 'Submit') variables['number'] = submitted!;
  });
});

/** What must stand in the answer for the example to show what it says. */
const expected: Readonly<Record<string, RegExp>> = {
  Lookup: /"caption":"\(504\) 555-0142".*Det\. Amory/,
  Search: /Tasha Quillan/,
  Counts: /"linkKind":"BOOKED"/,
  Expand: /Dorian Pell/,
  Carnival: /"total":[1-9]/,
  Sources: /PINE-SO.*R\. Anselm/,
  Paths: /"skippedGeneric":\[\{"caption":"\(504\) 555-0100"\}\].*"length":4/,
  Common: /"kind":"STAY"/,
  Overlaps: /"LA 482 KTR".*"pointerAgencies":\[\{"id":"TERN-PD"\}\]/,
  Typed: /"482 KTR".*"Dorian Pell"/,
  Submit: /"caption":"Rudy Anselm".*"caption":"LA 482 KTR"/,
  Retract: /"isRetracted":true/,
};
