import { DateTime, IANAZone } from 'luxon';
import type { Moment, Precision } from './moment.ts';

export type ReadMoment =
  | { readonly ok: true; readonly moment: Moment }
  | { readonly ok: false; readonly message: string; readonly expected: string };

const pattern =
  /^(\d{4})(?:-(\d{2})(?:-(\d{2})(?:[T ](\d{2})(?::(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?)?\s?(Z|[+-]\d{2}(?::?\d{2})?)?)?)?)?$/i;
const precisions: readonly Precision[] = ['YEAR', 'MONTH', 'DAY', 'HOUR', 'MINUTE', 'SECOND'];
const example = '2024-03-09, 2024-03-09T21:30 with a timeZone, or 2024-03-09T21:30:00Z';

/**
 * Reads a time as ISO 8601 writes it, as exactly as it says (year to second). Other ways of writing are refused:
 * 03/04/2024 is two different days. A time of day needs an offset or `timeZone` (IANA); a date without one is a day in UTC.
 */
export function readMoment(text: string, timeZone: string | null): ReadMoment {
  const match = pattern.exec(text.trim());
  if (!match) return { ok: false, message: 'This is not a date or time as ISO 8601 writes it', expected: example };
  const parts = match.slice(1, 7).filter((part) => part !== undefined);
  const offset = match[8];
  const hasTime = parts.length > 3;
  if (hasTime && offset === undefined && timeZone === null)
    return { ok: false, message: 'A time without an offset needs the timeZone of the report', expected: example };
  const [year, month = 1, day = 1, hour = 0, minute = 0, second = 0] = parts.map(Number);
  const millisecond = Math.floor(Number(`0.${match[7] ?? 0}`) * 1000);
  const meant = zoneOf(offset) ?? timeZone ?? 'utc';
  const local = DateTime.fromObject({ year, month, day, hour, minute, second, millisecond }, { zone: meant });
  if (!local.isValid || hour === 24) return { ok: false, message: 'There is no such date or time', expected: example };
  return { ok: true, moment: { at: local.toMillis(), precision: precisions[parts.length - 1]!, zone: timeZone ?? 'UTC' } };
}

/** End of the day, month or year that a date covers, epoch milliseconds; null for a time of day, which is an instant. */
export function endOfSpan(moment: Moment): number | null {
  const unit = moment.precision.toLowerCase();
  if (unit !== 'year' && unit !== 'month' && unit !== 'day') return null;
  return DateTime.fromMillis(moment.at, { zone: moment.zone })
    .plus({ [unit]: 1 })
    .toMillis();
}

export function isTimeZone(name: string): boolean {
  return IANAZone.isValidZone(name);
}

function zoneOf(offset: string | undefined): string | null {
  if (offset === undefined) return null;
  if (offset.toUpperCase() === 'Z') return 'utc';
  const digits = offset.slice(1).replace(':', '').padEnd(4, '0');
  return `UTC${offset[0]}${digits.slice(0, 2)}:${digits.slice(2)}`;
}
