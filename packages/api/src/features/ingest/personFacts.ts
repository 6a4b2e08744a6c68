import { DateTime } from 'luxon';
import type { CleanProperties } from '@linchpin/schema';

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
  const moments = (properties['dateOfBirth'] ?? [])
    .map((date) => turnsAdult(date, timeZone ?? 'utc'))
    .filter((at) => at !== null);
  return moments.length > 0 ? Math.max(...moments) : null;
}

const known = new Map<string, number | null>();
const mostKnown = 50_000;

/** Birth dates come again and again, and the calendar is slow. */
function turnsAdult(date: string, zone: string): number | null {
  const key = `${date} ${zone}`;
  let at = known.get(key);
  if (at === undefined) {
    if (known.size >= mostKnown) known.clear();
    known.set(key, (at = reckonAdult(date, zone)));
  }
  return at;
}

function reckonAdult(date: string, zone: string): number | null {
  const match = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?/.exec(date);
  if (!match) return null;
  const unit = match[3] ? 'day' : match[2] ? 'month' : 'year';
  const born = DateTime.fromObject(
    { year: Number(match[1]), month: Number(match[2] ?? 1), day: Number(match[3] ?? 1) },
    { zone },
  );
  if (!born.isValid) return null;
  const lastDay = born.endOf(unit).startOf('day');
  const birthday = lastDay.plus({ years: adultYears });
  // Born on 29 February: of age on 1 March where there is no 29th.
  return birthday.plus({ days: birthday.day === lastDay.day ? 0 : 1 }).toMillis();
}
