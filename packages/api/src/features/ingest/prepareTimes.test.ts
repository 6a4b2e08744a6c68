import { expect, test } from 'vitest';
import { call, person, phone, prepare, problems, record, uses } from './testing/preparing.ts';

test.each([['13/11/1978'], ['2024-02-30'], ['2024-13'], ['2024-03-09T25:00'], ['yesterday'], ['']])('%s is no time', (start) => {
  expect(problems({ records: [person(), phone()], links: [uses({ start })], timeZone: 'UTC' })).toMatchObject([
    { path: 'links[0].start' },
  ]);
});

test('a time of day without an offset needs the time zone of the report', () => {
  expect(problems({ occurredAt: '2024-03-09T21:30' })).toMatchObject([
    { path: 'occurredAt', message: expect.stringContaining('timeZone') },
  ]);
  expect(prepare({ occurredAt: '2024-03-09T21:30Z' }).occurredAt?.at).toBe(Date.UTC(2024, 2, 9, 21, 30));
});

test('a link is matched to the end of the day it names, and timed by what was said', () => {
  expect(call({ start: '2024-03-10' })).toMatchObject({
    time: Date.parse('2024-03-10T06:00Z'),
    matchEnd: Date.parse('2024-03-11T05:00Z'),
  });
  expect(call({ start: '2024-03-10T10:00' }).matchEnd).toBeNull();
  const both = call({ start: '2024-03-10', end: '2024-03-12' });
  expect(both).toMatchObject({ time: both.end!.at, matchEnd: both.end!.at });
  expect(call({})).toMatchObject({ time: null, matchEnd: null });
});

test('an undated link takes the time of its report, never the time of receipt', () => {
  const report = prepare({ records: [person(), phone()], links: [uses()], occurredAt: '2024-03-10', timeZone: 'UTC' });
  expect(report.links[0]!.time).toBe(Date.UTC(2024, 2, 10));
});

test('an end before its start is refused', () => {
  const links = [uses({ start: '2024-03-10', end: '2024-03-09' })];
  expect(problems({ records: [person(), phone()], links, timeZone: 'UTC' })).toMatchObject([{ path: 'links[0].end' }]);
});

test.each([
  [{ minor: 'true' }, true, null],
  [{ lowestAge: '17' }, true, null],
  [{ lowestAge: '18' }, false, null],
  [{ dateOfBirth: '2010-05-07' }, false, '2028-05-07'],
  [{ dateOfBirth: '2010-05' }, false, '2028-05-31'],
  [{ dateOfBirth: '2010' }, false, '2028-12-31'],
  [{ dateOfBirth: '2008-02-29' }, false, '2026-03-01'],
])('%o tells a minor %s, of age for certain from %s', (values, isMinor, adult) => {
  const [first] = prepare({ records: [person(values)] }).records;
  expect(first).toMatchObject({ isMinor, adultFrom: adult === null ? null : Date.parse(adult) });
});

test.each([
  ['VICTIM', true],
  ['PROSPECTIVE_VICTIM', true],
  ['SUSPECT', false],
])('the role %s protects: %s', (role, isProtecting) => {
  const links = [{ kind: 'INVOLVED_IN', from: 'person', to: 'case', properties: [{ name: 'role', values: [role] }] }];
  expect(prepare({ records: [person(), record('CASE', { number: '7' })], links }).links[0]!.isProtecting).toBe(isProtecting);
});
