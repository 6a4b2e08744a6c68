import fc from 'fast-check';
import { DateTime } from 'luxon';
import { expect, test } from 'vitest';
import { precisions } from './parseMoment.ts';
import { date } from './propertyTypes/date.ts';
import { dateTime, writeMoment } from './propertyTypes/dateTime.ts';

const formats = {
  YEAR: 'yyyy',
  MONTH: 'LLL yyyy',
  DAY: 'd LLL yyyy',
  HOUR: 'd LLL yyyy, HH:00',
  MINUTE: 'd LLL yyyy, HH:mm',
  SECOND: 'd LLL yyyy, HH:mm:ss',
};
const zones = ['America/Chicago', 'Australia/Lord_Howe', 'Asia/Kathmandu', 'Pacific/Apia', 'Africa/Monrovia', 'UTC'];

test('a moment is shown as the calendar of the library shows it', () => {
  const instant = fc.integer({ min: Date.parse('0000-01-02'), max: Date.UTC(9999, 11, 31) });
  fc.assert(
    fc.property(fc.constantFrom(...zones), instant, fc.constantFrom(...precisions), (zone, at, precision) => {
      const shown = DateTime.fromMillis(at, { zone, locale: 'en-US' }).toFormat(formats[precision]);
      expect(dateTime.show(writeMoment({ at, precision, zone }))).toBe(shown);
    }),
    { numRuns: 2_000 },
  );
});

test('a date is shown as it was said, also where years have few figures', () => {
  expect(['0001-01-01', '0050', '0999-12', '9999-12-31', '2000-02-29'].map((value) => date.show(value))).toEqual([
    '1 Jan 0001',
    '0050',
    'Dec 0999',
    '31 Dec 9999',
    '29 Feb 2000',
  ]);
  expect(date.show('last May')).toBe('last May');
});
