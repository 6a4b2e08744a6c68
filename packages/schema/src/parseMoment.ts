import { DateTime, IANAZone } from 'luxon';
import { isDay } from './calendar.ts';
import type { Refusal } from './propertyType.ts';
import { refuse } from './propertyTypes/makeType.ts';
import { zoneOffset } from './zoneOffset.ts';

export const precisions = ['YEAR', 'MONTH', 'DAY', 'HOUR', 'MINUTE', 'SECOND'] as const;
export type Precision = (typeof precisions)[number];

/** A time as a report said it. */
export interface Moment {
  /** Start of what was said, epoch milliseconds UTC. */
  readonly at: number;
  readonly precision: Precision;
  /** IANA zone in which it was meant. */
  readonly zone: string;
}

const written =
  /^(\d{4})(?:-(\d{2})(?:-(\d{2})(?:[T ](\d{2})(?::?(\d{2})(?::?(\d{2})(?:[.,](\d{1,9}))?)?)?\s?(Z|[+-]\d{2}(?::?\d{2})?)?)?)?)?$/i;
const example = '2026-02-11, 2026-02-11T15:30 with the report\u2019s timeZone, or 2026-02-11T15:30:00-06:00';

/**
 * Reads ISO 8601, as exactly as it says (year to second). Any other order is refused: 03/04/2026 is two days.
 * A time of day needs an offset or a zone; a date without a zone is a day in UTC.
 * @param zone IANA zone in which local times are meant
 */
export function parseMoment(raw: string, zone: string | undefined): Moment | Refusal {
  const match = written.exec(raw) ?? written.exec(raw.normalize('NFKC').trim());
  if (!match) return refuse('This is not a date or time as ISO 8601 writes it', example);
  if (zone !== undefined && !IANAZone.create(zone).isValid) return refuse('The timeZone is not known', 'America/Chicago');
  let said = 1;
  while (said < 6 && match[said + 1] !== undefined) said++;
  const offset = match[8];
  if (said > 3 && offset === undefined && zone === undefined)
    return refuse('A time without an offset needs the report\u2019s timeZone', example);
  const year = Number(match[1]);
  const month = Number(match[2] ?? 1);
  const day = Number(match[3] ?? 1);
  const hour = Number(match[4] ?? 0);
  const minute = Number(match[5] ?? 0);
  const second = Number(match[6] ?? 0);
  const millisecond = match[7] === undefined ? 0 : Math.floor(Number(`0.${match[7]}`) * 1000);
  const isZoned = offset === undefined || Math.abs(minutesOf(offset)) <= 14 * 60;
  const isThere = isDay(year, month, day) && hour < 24 && minute < 60 && second < 60;
  if (!isThere || !isZoned) return refuse('There is no such date or time', example);
  const wall = dayAt(year, month, day) + ((hour * 60 + minute) * 60 + second) * 1_000 + millisecond;
  const at = offset === undefined ? atLocalTime(wall, zone ?? 'UTC') : wall - minutesOf(offset) * 60_000;
  return { at, precision: precisions[said - 1]!, zone: zone ?? 'UTC' };
}

/** End of the year, month or day that a moment covers, epoch milliseconds; null for a time of day, which is an instant. */
export function momentEnd(moment: Moment): number | null {
  if (moment.precision === 'DAY') {
    const next = moment.at + 86_400_000;
    if (zoneOffset(moment.zone, next) === zoneOffset(moment.zone, moment.at)) return next;
  } else if (moment.precision !== 'YEAR' && moment.precision !== 'MONTH') return null;
  const start = DateTime.fromMillis(moment.at, { zone: moment.zone });
  if (moment.precision === 'YEAR') return start.plus({ years: 1 }).toMillis();
  if (moment.precision === 'MONTH') return start.plus({ months: 1 }).toMillis();
  if (moment.precision === 'DAY') return start.plus({ days: 1 }).toMillis();
  return null;
}

/**
 * Instant of a wall-clock time. Of a time that the clocks repeat, the first; one that they leave out is as much later
 * (02:30 is 03:30). Luxon alone would decide by the offset of today.
 * @param wall the clock's reading as if it were UTC, epoch milliseconds
 */
function atLocalTime(wall: number, zone: string): number {
  const day = 86_400_000;
  const first = wall - zoneOffset(zone, wall - day) * 60_000;
  const second = wall - zoneOffset(zone, wall + day) * 60_000;
  if (first === second) return first;
  const isRead = (at: number): boolean => at + zoneOffset(zone, at) * 60_000 === wall;
  return isRead(first) || !isRead(second) ? first : second;
}

/** Midnight as if the clock were in UTC. `Date.UTC` alone takes the year 26 for 1926. */
function dayAt(year: number, month: number, day: number): number {
  return year >= 100
    ? Date.UTC(year, month - 1, day)
    : new Date(Date.UTC(2000, month - 1, day)).setUTCFullYear(year, month - 1, day);
}

/** Minutes east of Greenwich of `-06:00`, `+0530`, `+02` or `Z`. */
function minutesOf(offset: string): number {
  if (offset.toUpperCase() === 'Z') return 0;
  const digits = offset.slice(1).replace(':', '').padEnd(4, '0');
  const minutes = Number(digits.slice(0, 2)) * 60 + Number(digits.slice(2));
  return offset.startsWith('-') ? -minutes : minutes;
}
