import { DateTime } from 'luxon';
import { readMoment } from '../propertyTypes/dateTime.ts';

const formats: Readonly<Record<string, string>> = { YEAR: 'yyyy', MONTH: 'LLL yyyy' };

/** `11 Feb` of a date or a moment in its own zone; a month or year where that is all it says. */
export function shortDay(value: string | undefined): string | null {
  const day = value === undefined ? null : readDay(value);
  return day && day.at.toFormat(formats[day.precision] ?? 'd LLL');
}

/** Nights as `11–14 Feb` or `27 Feb–2 Mar`. */
export function shortNights(from: string | undefined, to: string | undefined): string | null {
  const [start, end] = [shortDay(from), shortDay(to)];
  if (start === null || end === null) return start ?? end;
  const [startDay, startMonth] = start.split(' ');
  return startMonth !== undefined && startMonth === end.split(' ')[1] ? `${startDay}–${end}` : `${start}–${end}`;
}

/** The local day, `2026-02-11`: what text and city of an ad are keyed with. */
export function localDay(value: string): string | null {
  return readDay(value)?.at.toISODate() ?? null;
}

function readDay(value: string): { readonly at: DateTime; readonly precision: string } | null {
  const moment = readMoment(value);
  if (moment) return { at: DateTime.fromMillis(moment.at, { zone: moment.zone, locale: 'en-US' }), precision: moment.precision };
  const at = DateTime.fromISO(value, { zone: 'UTC', locale: 'en-US' });
  return at.isValid ? { at, precision: value.length === 4 ? 'YEAR' : value.length === 7 ? 'MONTH' : 'DAY' } : null;
}
