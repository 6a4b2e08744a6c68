import { DateTime } from 'luxon';
import { steadyOffset, type CleanProperties } from '@linchpin/schema';

const adultYears = 18;

/** The record itself says a minor: `minor: true`, or a lowest age under 18. */
export function saysMinor(properties: CleanProperties): boolean {
  if (properties['minor']?.includes('true')) return true;
  return (properties['lowestAge'] ?? []).some((age) => Number(age) < adultYears);
}

/**
 * Moment from which a person is certainly 18 by these birth dates: the latest day each allows counts (1978 is the
 * last of December), and the latest of several. Null when none is given.
 */
export function adultFrom(properties: CleanProperties, timeZone: string | null): number | null {
  let latest: number | null = null;
  for (const date of properties['dateOfBirth'] ?? []) {
    const at = turnsAdult(date, timeZone ?? 'UTC');
    if (at !== null && (latest === null || at > latest)) latest = at;
  }
  return latest;
}

/** Zones of before count seconds; the calendar of the library knows how. */
const longAgo = 1900;

/** Birth dates come again and again and the library's calendar is slow: it is asked only where clocks change near by. */
function turnsAdult(date: string, zone: string): number | null {
  const match = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?/.exec(date);
  if (!match) return null;
  const [year, month, day] = [Number(match[1]), Number(match[2] ?? 12), match[3]];
  // Day 0 of the next month is the last of this one.
  const lastDay = new Date(day === undefined ? Date.UTC(year, month, 0) : Date.UTC(year, month - 1, Number(day)));
  if (year < longAgo || lastDay.getUTCMonth() !== month - 1 || steadyOffset(zone, lastDay.getTime()) === null)
    return askCalendar(match, zone);
  // Born on 29 February: of age on 1 March where there is no 29th.
  const birthday = Date.UTC(year + adultYears, month - 1, lastDay.getUTCDate());
  const offset = steadyOffset(zone, birthday);
  return offset === null ? askCalendar(match, zone) : birthday - offset * 60 * 1000;
}

function askCalendar([, year, month, day]: RegExpExecArray, zone: string): number | null {
  const unit = day ? 'day' : month ? 'month' : 'year';
  const born = DateTime.fromObject({ year: Number(year), month: Number(month ?? 1), day: Number(day ?? 1) }, { zone });
  if (!born.isValid) return null;
  const lastDay = born.endOf(unit).startOf('day');
  const birthday = lastDay.plus({ years: adultYears });
  return birthday.plus({ days: birthday.day === lastDay.day ? 0 : 1 }).toMillis();
}
