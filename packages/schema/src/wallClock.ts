import type { Moment, Precision } from './parseMoment.ts';
import { zoneOffset } from './zoneOffset.ts';

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const canonicalDate = /^\d{4}(?:-\d{2}){0,2}$/;

/** What clock and calendar of the zone showed at a moment, in the UTC fields of a date. Luxon takes ten times as long. */
export function wallClock({ at, zone }: Pick<Moment, 'at' | 'zone'>): Date {
  return new Date(at + zoneOffset(zone, at) * 60 * 1000);
}

/** A date as the type `date` stores it (`1978`, `1978-11`, `1978-11-13`), in the UTC fields; null for anything else. */
export function readDate(value: string): { readonly clock: Date; readonly precision: 'YEAR' | 'MONTH' | 'DAY' } | null {
  if (!canonicalDate.test(value)) return null;
  const clock = new Date(value);
  if (Number.isNaN(clock.getTime())) return null;
  return { clock, precision: value.length === 4 ? 'YEAR' : value.length === 7 ? 'MONTH' : 'DAY' };
}

/** As exactly as it was said: `1978`, `Nov 1978`, `13 Nov 1978`, `13 Nov 1978, 09:00`. */
export function showClock(clock: Date, precision: Precision): string {
  const year = String(clock.getUTCFullYear()).padStart(4, '0');
  if (precision === 'YEAR') return year;
  if (precision === 'MONTH') return `${monthOf(clock)} ${year}`;
  const day = `${clock.getUTCDate()} ${monthOf(clock)} ${year}`;
  if (precision === 'DAY') return day;
  const hour = twoFigures(clock.getUTCHours());
  if (precision === 'HOUR') return `${day}, ${hour}:00`;
  const minute = twoFigures(clock.getUTCMinutes());
  return `${day}, ${hour}:${minute}${precision === 'SECOND' ? `:${twoFigures(clock.getUTCSeconds())}` : ''}`;
}

/** `Nov`. */
export function monthOf(clock: Date): string {
  return months[clock.getUTCMonth()]!;
}

function twoFigures(number: number): string {
  return number < 10 ? `0${number}` : String(number);
}
