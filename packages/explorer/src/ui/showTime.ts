/** How exactly a moment is known. */
export type KnownTo = 'YEAR' | 'MONTH' | 'DAY' | 'HOUR' | 'MINUTE' | 'SECOND';

interface Parts {
  readonly day: string;
  readonly month: string;
  readonly year: string;
  readonly clock: string;
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** "3 Mar 2026"; in the given IANA zone, or the reader's own. */
export function showDay(iso: string, timeZone?: string | null): string {
  const { day, month, year } = partsOf(iso, timeZone);
  return `${day} ${month} ${year}`;
}

/** "3 Mar", with the year where it is not this year. */
export function showShortDay(iso: string, timeZone?: string | null, now = new Date()): string {
  const { day, month, year } = partsOf(iso, timeZone);
  return year === String(now.getFullYear()) ? `${day} ${month}` : `${day} ${month} ${year}`;
}

/** "9 Jan – 3 Mar 2026", "11–14 Feb 2026"; one day when both are the same day. */
export function showDays(from: string | null, until: string | null, timeZone?: string | null): string {
  if (!from || !until) return from || until ? showDay((from ?? until)!, timeZone) : 'no date';
  const start = showDay(from, timeZone);
  const end = showDay(until, timeZone);
  if (start === end) return end;
  const [first, last] = [partsOf(from, timeZone), partsOf(until, timeZone)];
  if (first.month === last.month && first.year === last.year) return `${first.day}–${end}`;
  const sameYear = start.slice(-4) === end.slice(-4);
  return `${sameYear ? start.slice(0, -5) : start} – ${end}`;
}

/** "14:07" in the reader's own zone. */
export function showClock(date: Date): string {
  return partsOf(date.toISOString()).clock;
}

/** "3 Mar 2026, 13:54". */
export function showMoment(iso: string, timeZone?: string | null): string {
  return `${showDay(iso, timeZone)}, ${partsOf(iso, timeZone).clock}`;
}

/** As exactly as it is known: "2026", "Mar 2026", "3 Mar 2026", "3 Mar 2026, 13:54". */
export function showKnown(iso: string, knownTo: KnownTo | null, timeZone?: string | null): string {
  const { month, year } = partsOf(iso, timeZone);
  if (knownTo === 'YEAR') return year;
  if (knownTo === 'MONTH') return `${month} ${year}`;
  return knownTo === null || knownTo === 'DAY' ? showDay(iso, timeZone) : showMoment(iso, timeZone);
}

/** "Central Standard Time", said once per page; the reader's own without a zone. */
export function timeZoneName(timeZone?: string | null): string {
  const parts = new Intl.DateTimeFormat('en', { timeZoneName: 'long', ...(timeZone && { timeZone }) }).formatToParts();
  return parts.find((part) => part.type === 'timeZoneName')?.value ?? 'local time';
}

function partsOf(iso: string, timeZone?: string | null): Parts {
  const found = Object.fromEntries(
    formatFor(timeZone ?? '')
      .formatToParts(new Date(iso))
      .map((part) => [part.type, part.value]),
  );
  return { day: found['day']!, month: found['month']!, year: found['year']!, clock: `${found['hour']}:${found['minute']}` };
}

function formatFor(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone);
  if (known) return known;
  const format = new Intl.DateTimeFormat('en-US', {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    ...(timeZone && { timeZone }),
  });
  formats.set(timeZone, format);
  return format;
}
