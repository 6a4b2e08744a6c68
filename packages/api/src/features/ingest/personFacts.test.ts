import { DateTime } from 'luxon';
import { describe, expect, test } from 'vitest';
import { adultFrom } from './personFacts.ts';

const adult = (date: string, zone: string | null = null) => adultFrom({ dateOfBirth: [date] }, zone);

/** As the calendar of the library has it: the last day that the date allows, 18 years on. */
function reckon(date: string, zone: string): number {
  const [year, month, day] = date.split('-').map(Number);
  const unit = day === undefined ? (month === undefined ? 'year' : 'month') : 'day';
  const lastDay = DateTime.fromObject({ year: year!, month: month ?? 1, day: day ?? 1 }, { zone })
    .endOf(unit)
    .startOf('day');
  const birthday = lastDay.plus({ years: 18 });
  return birthday.plus({ days: birthday.day === lastDay.day ? 0 : 1 }).toMillis();
}

// Zones whose clocks change at midnight, left out a day, had odd minutes, or change by half an hour.
describe.each(['America/Havana', 'America/Sao_Paulo', 'Pacific/Apia', 'Africa/Monrovia', 'Australia/Lord_Howe', 'Asia/Tehran'])(
  'in %s',
  (zone) => {
    test('whoever is born on any of some days, months and years is of age when the calendar says so', () => {
      for (let at = Date.UTC(1951, 0, 1); at < Date.UTC(2012, 0, 1); at += 37 * 86_400_000) {
        const day = new Date(at).toISOString().slice(0, 10);
        for (const date of [day, day.slice(0, 7), day.slice(0, 4)])
          expect([date, adult(date, zone)]).toEqual([date, reckon(date, zone)]);
      }
    });
  },
);

test.each([
  ['2017-10-15', 'America/Sao_Paulo'],
  ['1993-10-17', 'America/Sao_Paulo'],
  ['2000-10-08', 'America/Sao_Paulo'],
  ['1993-12-30', 'Pacific/Apia'],
  ['2011-12-31', 'Pacific/Apia'],
  ['1998-11-01', 'America/Havana'],
  ['1997-10-26', 'America/Havana'],
  ['1883-11-18', 'America/Chicago'],
  ['0050-03-04', 'America/Chicago'],
])('%s in %s, where the clocks of the day of birth or of the birthday are odd', (date, zone) => {
  expect(adult(date, zone)).toBe(reckon(date, zone));
});

test('born on 29 February: of age on 1 March, as there is no 29th 18 years on', () => {
  expect(adult('2004-02-29')).toBe(Date.UTC(2022, 2, 1));
  expect(adult('2004-02')).toBe(Date.UTC(2022, 2, 1));
  expect(adult('1982-02')).toBe(Date.UTC(2000, 1, 28));
});

test('the latest day that any of the dates allows counts; what is no date says nothing', () => {
  expect(adultFrom({ dateOfBirth: ['1990-05-07', '1990', '1989-12-31'] }, null)).toBe(Date.UTC(2008, 11, 31));
  expect([adult('1990-02-30'), adult('1990-13'), adult('1990-00-10'), adult('soon')]).toEqual([null, null, null, null]);
  expect(adultFrom({}, 'America/Chicago')).toBeNull();
});
