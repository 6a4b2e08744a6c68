import { afterAll, beforeAll, expect, test } from 'vitest';
import { coreVocabulary, makeVocabulary } from '@linchpin/schema';
import { aircraft } from '@linchpin/schema/fixtures';
import { openTestService, type TestService } from './testing/openTestService.ts';

const vocabulary = makeVocabulary([...coreVocabulary.entityKinds.values(), aircraft], [...coreVocabulary.linkKinds.values()]);

let service: TestService;
beforeAll(async () => {
  service = await openTestService({ vocabulary });
});
afterAll(() => service.close());

test('a kind that one file adds can be submitted, looked up, searched and read by its typed field', async () => {
  const submitted = await service.ask<{ submitReport: { entities: { entity: { id: string } }[] } }>(
    `mutation { submitReport(input: {
      kind: TIP, links: [], records: [{ ref: "plane", kind: AIRCRAFT, properties: [{ name: "tailNumber", values: ["N-482KT"] }] }]
    }) { entities { entity { id __typename caption ... on Aircraft { tailNumber { value } } } } } }`,
  );
  expect(submitted.errors).toEqual([]);
  const [{ entity }] = submitted.data.submitReport.entities as [{ entity: { id: string } }];
  expect(entity).toMatchObject({ __typename: 'Aircraft', tailNumber: [expect.anything()] });

  const found = await service.ask(
    `{ lookup(kind: AIRCRAFT, value: "n482 kt") { entities { id } }
       search(text: "N482KT", kinds: [AIRCRAFT]) { facets { kind count } edges { node { id } } }
       vocabulary { entityKinds { kind label icon } } }`,
  );
  expect(found.data).toMatchObject({
    lookup: { entities: [{ id: entity.id }] },
    search: { facets: [{ kind: 'AIRCRAFT', count: 1 }], edges: [{ node: { id: entity.id } }] },
    vocabulary: { entityKinds: expect.arrayContaining([{ kind: 'AIRCRAFT', label: 'Aircraft', icon: 'plane' }]) as unknown },
  });
});
