import { DateTime } from 'luxon';
import { isDay } from '../calendar.ts';
import type { Cleaned } from '../propertyType.ts';
import { readDate, showClock } from '../wallClock.ts';
import { accept, makeType, refuse } from './makeType.ts';

/** Ways of writing that have one reading only, with the parts they tell. */
const readings: readonly (readonly [format: string, canonical: string])[] = [
  ['yyyy-MM-dd', 'yyyy-MM-dd'],
  ['yyyy/MM/dd', 'yyyy-MM-dd'],
  ['yyyy-MM', 'yyyy-MM'],
  ['yyyy', 'yyyy'],
  ...['d LLL yyyy', 'd LLLL yyyy', 'd-LLL-yyyy', 'LLL d, yyyy', 'LLLL d, yyyy', 'LLL d yyyy', 'LLLL d yyyy'].map(
    (format) => [format, 'yyyy-MM-dd'] as const,
  ),
  ['LLL yyyy', 'yyyy-MM'],
  ['LLLL yyyy', 'yyyy-MM'],
];
const example = 'year, month, day, such as 1978-11-13, 1978-11 or 1978; a mapping can name another format';

/** A day, month or year without a zone. Canonical: `1978-11-13`, `1978-11`, `1978`; years 0001 to 9999. */
export const date = makeType({
  name: 'date',
  isSlow: true,
  clean: (raw) => cleanDate(raw.normalize('NFKC').trim()),
  compare: compareDates,
  show: (value) => {
    const day = readDate(value);
    return day === null ? value : showClock(day.clock, day.precision);
  },
  words: () => [],
});

/** Found by its year as well: name with year of birth. */
export const birthDate = makeType({ ...date, name: 'birthDate', words: (value) => [value.slice(0, 4)] });

function cleanDate(raw: string): Cleaned {
  if (/^\d{1,2}[./-]\d{1,2}[./-]\d{2,4}$/.test(raw))
    return refuse('The date does not say which number is the day and which the month', example);
  const compact = /^(1[89]|2[01])\d{6}$/.test(raw) ? `${raw.slice(0, 4)}-${raw.slice(4, 6)}-${raw.slice(6)}` : raw;
  // As most systems write it, without the calendar's way round.
  const [whole, year, month, date] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(compact) ?? [];
  if (whole !== undefined && isDay(Number(year), Number(month), Number(date))) return accept(whole);
  for (const [format, canonical] of readings) {
    const day = DateTime.fromFormat(compact, format, { zone: 'UTC', locale: 'en-US' });
    if (day.isValid && day.year >= 1 && day.year <= 9999) return accept(day.toFormat(canonical));
  }
  return refuse('There is no such date, or it is not written in a way that has one reading', example);
}

/** 1 for the same; .95 where one is only less exact; .85 for day and month swapped or one figure off. */
function compareDates(a: string, b: string): number {
  if (a === b) return 1;
  if (a.startsWith(b) || b.startsWith(a)) return 0.95;
  if (a.length !== b.length) return 0;
  const [year, month, day] = a.split('-');
  if (day !== undefined && b === `${year}-${day}-${month}`) return 0.85;
  return Array.from(a).filter((figure, i) => figure !== b[i]).length === 1 ? 0.85 : 0;
}
