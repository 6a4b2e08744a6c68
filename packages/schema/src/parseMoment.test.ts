import { describe, expect, test } from 'vitest';
import { cleanedAs } from './fixtures/cleaning.ts';
import { momentEnd, parseMoment } from './parseMoment.ts';
import { dateTime, readMoment } from './propertyTypes/dateTime.ts';

const chicago = 'America/Chicago';
const utc = (text: string): number => Date.parse(text);

describe('a moment is as exact as it was said, in the zone of the report', () => {
  test.each([
    ['2026', utc('2026-01-01T06:00Z'), 'YEAR'],
    ['2026-02', utc('2026-02-01T06:00Z'), 'MONTH'],
    ['2026-02-11', utc('2026-02-11T06:00Z'), 'DAY'],
    ['2026-02-11T15', utc('2026-02-11T21:00Z'), 'HOUR'],
    ['2026-02-11 15:30', utc('2026-02-11T21:30Z'), 'MINUTE'],
    ['2026-02-11T15:30:07', utc('2026-02-11T21:30:07Z'), 'SECOND'],
    ['2026-07-11T15:30', utc('2026-07-11T20:30Z'), 'MINUTE'],
    ['2026-02-11T15:30Z', utc('2026-02-11T15:30Z'), 'MINUTE'],
    ['2026-02-11T15:30:00.250+05:30', utc('2026-02-11T10:00:00.250Z'), 'SECOND'],
  ])('%s', (raw, at, precision) => {
    expect(parseMoment(raw, chicago)).toEqual({ at, precision, zone: chicago });
  });
});

test('a date without a zone is a day in UTC, a time without one is refused', () => {
  expect(parseMoment('2026-02-11', undefined)).toEqual({ at: utc('2026-02-11T00:00Z'), precision: 'DAY', zone: 'UTC' });
  expect(parseMoment('2026-02-11T15:30', undefined)).toMatchObject({ ok: false, message: expect.stringContaining('timeZone') });
  expect(parseMoment('2026-02-11T15:30', 'Moon/Base')).toMatchObject({ ok: false, message: 'The timeZone is not known' });
});

test.each([
  '20:30',
  '2026-02-11T15:30+25:00',
  '03/04/2026',
  '13/11/1978',
  '2026-13-01',
  '2026-02-30',
  '2026-02-11T24:00',
  '2026-02-11T15:61',
  '0000',
  'yesterday',
  '',
])('what is no moment is refused: %s', (raw) =>
  expect(parseMoment(raw, chicago)).toMatchObject({ ok: false, expected: expect.stringContaining('2026-02-11') }),
);

test('an hour that the clocks leave out is taken as the next, one that they repeat as the first', () => {
  expect(parseMoment('2026-03-08T02:30', chicago)).toMatchObject({ at: utc('2026-03-08T08:30Z') });
  expect(parseMoment('2026-11-01T01:30', chicago)).toMatchObject({ at: utc('2026-11-01T06:30Z') });
});

test('a day ends where the next begins, also when the clocks change; a time of day has no end', () => {
  expect(momentEnd({ at: utc('2026-03-08T06:00Z'), precision: 'DAY', zone: chicago })).toBe(utc('2026-03-09T05:00Z'));
  expect(momentEnd({ at: utc('2024-02-01T06:00Z'), precision: 'MONTH', zone: chicago })).toBe(utc('2024-03-01T06:00Z'));
  expect(momentEnd({ at: utc('2026-01-01T06:00Z'), precision: 'YEAR', zone: chicago })).toBe(utc('2027-01-01T06:00Z'));
  expect(momentEnd({ at: utc('2026-01-01T06:00Z'), precision: 'MINUTE', zone: chicago })).toBeNull();
});

test('a stored moment reads back as it was and is shown in its zone', () => {
  const value = cleanedAs(dateTime, '2026-02-11T15:30', { timeZone: chicago });
  expect(value).toBe(`${utc('2026-02-11T21:30Z')}/MINUTE/America/Chicago`);
  expect(readMoment(value)).toEqual({ at: utc('2026-02-11T21:30Z'), precision: 'MINUTE', zone: chicago });
  expect(dateTime.show(value)).toBe('11 Feb 2026, 15:30');
  expect(readMoment('2026-02-11')).toBeNull();
});
