import fc from 'fast-check';
import { expect, test } from 'vitest';
import { LinchpinError } from '../../model/errors.ts';
import { limits } from '../../model/paging.ts';
import type { ReportInput } from '../../model/reportInput.ts';
import { prepareReport } from './prepareReport.ts';
import { call, context, now, person, phone, prepare, problems, record, refusal, uses } from './testing/preparing.ts';

test('a report says nothing of audience or receipt: its own agency reads it, others get pointers, it was received now', () => {
  const report = prepare({});
  expect(report.origin).toEqual({
    agency: 'BAYOU-SO',
    audience: 'BAYOU-SO',
    outsideAudience: 'POINTER',
    protectEverywhere: false,
  });
  expect(report.receivedAt).toBe(now);
  expect(report.number).toBe('BAYOU-SO-2024-482913');
  expect(report.grade).toBeNull();
});

test('a value far too long for what it is names its bound, and is not read', () => {
  expect(problems({ records: [phone('5'.repeat(501)), person({ name: 'x'.repeat(500) })] })).toEqual([
    { path: 'records[0].properties[0].values[0]', message: 'This is too long', expected: 'at most 500 characters' },
  ]);
});

test('a value holds text alone, so that nothing of it hides behind a control character', () => {
  const [first] = prepare({ records: [person({ name: 'Zoe\0 Qu\ud800ill\u202e' })] }).records;
  expect(first).toMatchObject({ caption: 'zoe quill', properties: [{ given: ['Zoe Quill'] }] });
});

test('a record is cleaned, keyed with its kind, called and found by its words', () => {
  const [first] = prepare({ records: [phone()] }).records;
  expect(first).toMatchObject({
    key: 'PHONE +15045550142',
    lookupKeys: ['PHONE +15045550142'],
    caption: '+15045550142',
    words: ['15045550142'],
  });
  expect(first!.properties[0]).toEqual({
    name: 'number',
    given: ['504 555 0142'],
    values: [{ value: '+15045550142', display: '+15045550142', isUnverified: false }],
  });
  expect(first!.proposedEntityId).toBe(context.ids.entity('PHONE +15045550142'));
});

test('what cannot be normalised is kept unverified, under the country that the report assumes', () => {
  const value = (country?: string) => prepare({ country, records: [phone('5-0142')] }).records[0]!.properties[0]!.values[0];
  expect(value()).toMatchObject({ value: 'raw:??50142', isUnverified: true });
  expect(value('GB')).toMatchObject({ value: 'raw:GB50142', isUnverified: true });
});

test('values that follow from others are added, and the caption uses them', () => {
  const [first] = prepare({ records: [person({ givenName: 'Ana', familyName: 'Ruiz' })] }).records;
  expect(first).toMatchObject({ key: null, caption: 'ana ruiz', words: ['ana', 'ruiz'], lookupKeys: ['PERSON ruiz'] });
  expect(first!.properties.find(({ name }) => name === 'name')).toMatchObject({ given: [], values: [{ value: 'ana ruiz' }] });
});

test('a key may depend on the key of a linked record, through several steps', () => {
  const records = [
    record('STAY', { bookingReference: 'x1' }),
    record('LODGING', { name: 'Inn' }),
    record('ADDRESS', { full: '1 Main St' }),
  ];
  const links = [
    { kind: 'AT', from: 'stay', to: 'lodging' },
    { kind: 'AT', from: 'lodging', to: 'address' },
  ];
  expect(prepare({ records, links }).records[0]!.key).toBe('STAY LODGING inn|ADDRESS 1 main st|x1');
});

test('the same property twice is one with all its values, and blank values say nothing', () => {
  const properties = [
    { name: 'name', values: ['Ana', ' '] },
    { name: 'name', values: ['Anita', 'ANA'] },
    { name: 'dateOfBirth', values: [''] },
  ];
  const [first] = prepare({ records: [{ ref: 'p', kind: 'PERSON', properties }] }).records;
  expect(first!.properties).toHaveLength(1);
  expect(first!.properties[0]!.given).toEqual(['Ana', 'Anita', 'ANA']);
  expect(first!.properties[0]!.values.map(({ value }) => value)).toEqual(['ana', 'anita']);
});

test.each([
  ['a kind', { kind: 'TIPP' as 'TIP' }, 'kind', 'did you mean TIP?'],
  ['an entity kind', { records: [record('PRESON')] }, 'records[0].kind', 'did you mean PERSON?'],
  ['a property', { records: [person({ givenname: 'Ana' })] }, 'records[0].properties[0].name', 'did you mean givenName?'],
  ['a link kind', { records: [person(), phone()], links: [uses({ kind: 'USE' })] }, 'links[0].kind', 'did you mean USES?'],
  ['a ref', { records: [person(), phone()], links: [uses({ to: 'phnoe' })] }, 'links[0].to', 'did you mean phone?'],
  ['a time zone', { timeZone: 'Louisiana' }, 'timeZone', 'not a time zone'],
  ['a value', { records: [phone('none')] }, 'records[0].properties[0].values[0]', 'not a number'],
  ['half a grade', { reliability: 'B' as const }, 'credibility', 'needs'],
  ['a country', { country: 'Britain' }, 'country', 'not a country code'],
])('%s that is wrong is named with its place and what would be right', (_what, input, path, message) => {
  const found = problems(input);
  expect(found).toHaveLength(1);
  expect(found[0]).toMatchObject({ path, message: expect.stringContaining(message) });
  expect(found[0]!.expected).not.toBe('');
});

test('two records with one ref are refused', () => {
  expect(problems({ records: [person(), person()] })).toMatchObject([{ path: 'records[1].ref' }]);
});

test('a link between kinds that it does not join says what it joins', () => {
  const [problem] = problems({ records: [person(), phone()], links: [uses({ from: 'phone', to: 'person' })] });
  expect(problem).toMatchObject({ path: 'links[0]', message: 'USES does not join PHONE to PERSON', expected: 'PERSON to PHONE' });
});

test('everything wrong is reported at once, up to twenty', () => {
  expect(
    problems({ timeZone: 'x', records: [person({ a: 'b' }), phone('none')], links: [uses({ start: '13/11/1978' })] }),
  ).toHaveLength(4);
  expect(problems({ records: Array.from({ length: 30 }, (_, index) => record('THING', {}, `r${index}`)) })).toHaveLength(20);
});

test.each([
  '4111 1111 1111 1111',
  '4111111111111111',
  '３７８２ ８２２４６３ １０００５',
  'exp 5555-5555-5555-4444 12/27',
  'visa4111111111111111',
  '20260211 5045550142 20260212 5045550143 4111 1111 1111 1111',
  'a8c4f07e11 4111 1111 1111 1111',
])('a full card number is refused wherever it stands, and never repeated: %s', (card) => {
  const everywhere = { narrative: `paid with ${card}`, records: [person({ name: card })], externalNumbers: [card] };
  const error = refusal(everywhere);
  expect(error.fields.map(({ path }) => path).sort()).toEqual([
    'externalNumbers[0]',
    'narrative',
    'records[0].properties[0].values[0]',
  ]);
  expect(JSON.stringify([error.message, error.fields])).not.toContain(card);
});

test.each(['504-555-0142 225-555-0101', '+44 20 7946 0958', '4111 1111 1111 1112', '20240520123000', 'a8c4111111111111111f07e'])(
  '%s is no card number',
  (text) => {
    expect(prepare({ narrative: text }).narrative).toBe(text);
  },
);

test.each([{ agency: 'GULF-PD' }, { audience: 'GULF-PD' }, { audience: 'NO-SUCH-GROUP' }])('%o is not permitted', (input) => {
  expect(refusal(input).code).toBe('NOT_PERMITTED');
});

test('an agency may report to a group it belongs to', () => {
  expect(prepare({ agency: 'BAYOU-SO', audience: 'GULF-TF', outsideAudience: 'SEALED' }).origin).toMatchObject({
    audience: 'GULF-TF',
    outsideAudience: 'SEALED',
  });
});

test.each([
  { records: Array.from({ length: limits.reportRecords + 1 }, () => person()) },
  { links: Array.from({ length: limits.reportLinks + 1 }, () => uses()) },
  { narrative: 'x'.repeat(limits.narrativeBytes + 1) },
])('more than a report holds is too large', (input) => {
  expect(refusal(input).code).toBe('TOO_LARGE');
});

test.each([
  ['2024-03-09T21:30', '2024-03-10T03:30:00.000Z', 'MINUTE'],
  ['2024-03-09T21:30:15-05:00', '2024-03-10T02:30:15.000Z', 'SECOND'],
  ['2024-07', '2024-07-01T05:00:00.000Z', 'MONTH'],
  ['2024', '2024-01-01T06:00:00.000Z', 'YEAR'],
])('the time %s is read in the zone of the report', (start, instant, precision) => {
  expect(call({ start }).start).toEqual({ at: Date.parse(instant), precision, zone: 'America/Chicago' });
});

test('refuses an empty idempotency key: the second report under it would be a conflict', () => {
  expect(() => prepare({ idempotencyKey: ' ' })).toThrow(/idempotencyKey: An empty key/);
});

test('the hash of a body does not depend on the order of fields, absent fields or the key', () => {
  const hash = (input: Partial<ReportInput>) => prepare({ idempotencyKey: 'k', ...input }).idempotency!.bodyHash;
  expect(hash({ officer: 'A', contact: 'B' })).toBe(
    hash({ contact: 'B', officer: 'A', narrative: null, idempotencyKey: 'other' }),
  );
  expect(hash({ officer: 'A' })).not.toBe(hash({ officer: 'B' }));
});

test('whatever is handed in, the answer is a report or a refusal', () => {
  const text = fc.oneof(
    fc.string(),
    fc.constantFrom('__proto__', 'toString', '2024-03-09', 'p', '5045550142', 'GULF-TF', 'VICTIM'),
  );
  const property = fc.record({
    name: fc.oneof(text, fc.constantFrom('name', 'number', 'dateOfBirth', 'role')),
    values: fc.array(text),
  });
  const kind = fc.oneof(text, fc.constantFrom('PERSON', 'PHONE', 'STAY', 'LODGING'));
  const link = fc.record({
    kind: fc.oneof(text, fc.constantFrom('USES', 'AT', 'INVOLVED_IN')),
    from: text,
    to: text,
    start: fc.option(text),
    end: fc.option(text),
    properties: fc.option(fc.array(property)),
  });
  const optional = fc.option(text);
  const input = fc.record({
    kind: fc.constantFrom('TIP', 'NONE'),
    timeZone: fc.option(fc.oneof(text, fc.constant('America/Chicago'))),
    occurredAt: optional,
    receivedAt: optional,
    narrative: optional,
    audience: optional,
    reviewDate: optional,
    country: optional,
    records: fc.array(fc.record({ ref: text, kind, properties: fc.array(property) })),
    links: fc.array(link),
  });
  fc.assert(
    fc.property(input, (anything) => {
      try {
        return prepareReport(anything as ReportInput, context).id.length === 26;
      } catch (error) {
        return error instanceof LinchpinError;
      }
    }),
    { numRuns: 500 },
  );
});
