import type { Precision } from '../parseMoment.ts';
import { readMoment } from '../propertyTypes/dateTime.ts';
import { monthOf, readDate, showClock, wallClock } from '../wallClock.ts';

/** `11 Feb` of a date or a moment in its own zone; a month or year where that is all it says. */
export function shortDay(value: string | undefined): string | null {
  const day = value === undefined ? null : readDay(value);
  if (day === null) return null;
  const { clock, precision } = day;
  return precision === 'YEAR' || precision === 'MONTH' ? showClock(clock, precision) : `${clock.getUTCDate()} ${monthOf(clock)}`;
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
  return readDay(value)?.clock.toISOString().split('T')[0] ?? null;
}

function readDay(value: string): { readonly clock: Date; readonly precision: Precision } | null {
  const moment = readMoment(value);
  return moment ? { clock: wallClock(moment), precision: moment.precision } : readDate(value);
}
