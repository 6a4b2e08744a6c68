import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTestService, type TestService } from './testing/openTestService.ts';

let service: TestService;
beforeAll(async () => {
  service = await openTestService();
});
afterAll(() => service.close());

const submit = `mutation ($input: SubmitReportInput!) {
  submitReport(input: $input) { isNew report { number agency { id } audience outsideAudience } entities { ref entity { id caption } } }
}`;

interface Submitted {
  readonly submitReport: {
    readonly isNew: boolean;
    readonly report: { readonly number: string };
    readonly entities: readonly { readonly entity: { readonly id: string } }[];
  };
}

const phone = (number: string) => ({ ref: 'p', kind: 'PHONE', properties: [{ name: 'number', values: [number] }] });
const tip = (number: string, more: object = {}) => ({ input: { kind: 'TIP', records: [phone(number)], links: [], ...more } });
const send = (variables: object, viewer = 'investigator1') => service.ask<Submitted>(submit, { variables, viewer });

describe('a report that is sent in', () => {
  test('is stored once, however often it is sent under one key, and another body under that key conflicts', async () => {
    const first = await send(tip('+1 504 555 0101', { idempotencyKey: 'k1' }));
    const again = await send(tip('+1 504 555 0101', { idempotencyKey: 'k1' }));
    expect([first.data.submitReport.isNew, again.data.submitReport.isNew]).toEqual([true, false]);
    expect(again.data.submitReport.report).toEqual(first.data.submitReport.report);
    const other = await send(tip('+1 504 555 0102', { idempotencyKey: 'k1' }));
    expect(other.errors).toMatchObject([{ extensions: { code: 'CONFLICT' } }]);
  });

  test('is for its own agency or a group of it alone', async () => {
    for (const more of [{ agency: 'PINE-SO' }, { audience: 'PINE-SO' }, { audience: 'NO-SUCH-GROUP' }])
      expect((await send(tip('+1 504 555 0101', more))).errors).toMatchObject([{ extensions: { code: 'NOT_PERMITTED' } }]);
    const { data } = await send(tip('+1 504 555 0101', { audience: 'GULF-TF', outsideAudience: 'SEALED' }));
    expect(data.submitReport.report).toMatchObject({
      agency: { id: 'BAYOU-SO' },
      audience: 'GULF-TF',
      outsideAudience: 'SEALED',
    });
  });

  test('is refused whole where something is wrong, each problem with its place', async () => {
    const before = await service.services.graph.lastChange();
    const records = [
      phone('+1 504 555 0101'),
      { ref: 'q', kind: 'PERSON', properties: [{ name: 'birthday', values: ['1978'] }] },
    ];
    const links = [{ kind: 'USES', from: 'nobody', to: 'p' }];
    const { data, errors } = await send({ input: { kind: 'TIP', records, links } });
    expect(data.submitReport).toBeNull();
    expect(errors).toMatchObject([{ extensions: { code: 'INVALID' } }]);
    const paths = errors[0]!.extensions.fields!.map(({ path }) => path);
    expect(paths.join()).toMatch(/records\[1\]/);
    expect(await service.services.graph.lastChange()).toBe(before);
  });

  test('with a full card number is refused, and the number stays nowhere', async () => {
    const card = '4111 1111 1111 1111';
    const account = { ref: 'a', kind: 'FINANCIAL_ACCOUNT', properties: [{ name: 'accountNumber', values: [card] }] };
    const { errors } = await send({ input: { kind: 'TIP', records: [account], links: [], narrative: 'paid by card' } });
    expect(errors).toMatchObject([{ extensions: { code: 'INVALID' } }]);
    const entries = await service.services.audit.entries({ before: null, limit: 50 });
    expect(JSON.stringify([errors, entries, service.log]).replaceAll(/\D/g, '')).not.toContain('4111111111111111');
  });

  test('can be taken back by its agency alone, and answers as a tombstone to those who saw it', async () => {
    const { data } = await send(tip('+1 504 555 0103'));
    const { number } = data.submitReport.report;
    const retract = 'mutation ($input: RetractReportInput!) { retractReport(input: $input) { report { number isRetracted } } }';
    const variables = { input: { number, reason: 'wrong number' } };
    const foreign = await service.ask(retract, { variables, viewer: 'investigator2' });
    expect(foreign.errors).toMatchObject([{ extensions: { code: 'NOT_FOUND' } }]);
    expect((await service.ask(retract, { variables })).data).toEqual({
      retractReport: { report: { number, isRetracted: true } },
    });
    const read = (viewer: string) =>
      service.ask(
        `{ report(number: "${number}") { isRetracted } lookup(kind: PHONE, value: "5045550103") { entities { id } } }`,
        { viewer },
      );
    expect((await read('investigator1')).data).toEqual({ report: { isRetracted: true }, lookup: { entities: [] } });
    expect((await read('investigator2')).data).toMatchObject({ report: null });
  });

  test('is read as it is now after each of several writes in one request', async () => {
    const input = (number: string): string =>
      `{ kind: TIP, links: [{ kind: CALLED, from: "a", to: "b" }], records: [${['a', 'b']
        .map(
          (ref, index) =>
            `{ ref: "${ref}", kind: PHONE, properties: [{ name: "number", values: ["${index === 0 ? '+1 504 555 0120' : number}"] }] }`,
        )
        .join()}] }`;
    const one = (name: string, number: string): string =>
      `${name}: submitReport(input: ${input(number)}) { entities { entity { recordCount neighbourTotal } } }`;
    const { data } = await service.ask(`mutation { ${one('m', '+1 504 555 0121')} ${one('n', '+1 504 555 0122')} }`);
    expect(data).toMatchObject({
      m: { entities: [{ entity: { recordCount: 1, neighbourTotal: 1 } }, {}] },
      n: { entities: [{ entity: { recordCount: 2, neighbourTotal: 2 } }, {}] },
    });
  });
});

describe('a record met outside its audience', () => {
  const notices = (viewer: string) =>
    service.ask<{ notices: { reportNumber: string; reference: string }[] }>(
      '{ notices { reportNumber reference agency { id } user } }',
      { viewer },
    );
  const lookup = (number: string) =>
    service.ask<{ lookup: { pointers: { reference: string }[] } }>(
      `{ lookup(kind: PHONE, value: "${number}") { entities { id } pointers { agency { id } contact reference } } }`,
      { viewer: 'investigator2' },
    );

  test('under POINTER answers with whom to call, and its holder is told under the same reference', async () => {
    const { data } = await send(tip('+1 504 555 0131', { contact: 'Det. Example (504) 555-0199' }));
    const { pointers } = (await lookup('5045550131')).data.lookup;
    expect(pointers).toMatchObject([{ agency: { id: 'BAYOU-SO' }, contact: 'Det. Example (504) 555-0199' }]);
    expect((await notices('investigator1')).data.notices).toContainEqual({
      reportNumber: data.submitReport.report.number,
      reference: pointers[0]!.reference,
      agency: { id: 'GULF-PD' },
      user: 'investigator2',
    });
    expect((await notices('investigator2')).data.notices).toEqual([]);
  });

  test('sealed answers as if it were not there, and its holder is told all the same', async () => {
    const { data } = await send(tip('+1 504 555 0132', { outsideAudience: 'SEALED' }));
    const sealed = await lookup('5045550132');
    const unknown = await lookup('5045550139');
    expect(sealed).toEqual(unknown);
    expect((await notices('investigator1')).data.notices.map(({ reportNumber }) => reportNumber)).toContain(
      data.submitReport.report.number,
    );
  });

  test('in the list of overlaps is met as well, and its holder is told', async () => {
    const { data } = await send(tip('+1 504 555 0133'));
    await send(tip('+1 504 555 0133'), 'investigator2');
    const overlaps = '{ overlaps(kinds: [PHONE], first: 500) { edges { node { pointerAgencies { id } } } } }';
    const { data: listed } = await service.ask<{ overlaps: { edges: { node: object }[] } }>(overlaps, {
      viewer: 'investigator2',
    });
    expect(listed.overlaps.edges.map(({ node }) => node)).toContainEqual({ pointerAgencies: [{ id: 'BAYOU-SO' }] });
    const told = (await notices('investigator1')).data.notices.map(({ reportNumber }) => reportNumber);
    expect(told).toContain(data.submitReport.report.number);
  });
});
