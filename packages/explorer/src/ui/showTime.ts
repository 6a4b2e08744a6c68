const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const;

/** "3 Mar 2026", in the reader's own time zone. */
export function showDay(iso: string): string {
  const date = new Date(iso);
  return `${date.getDate()} ${months[date.getMonth()]} ${date.getFullYear()}`;
}

/** "3 Mar", with the year where it is not this year. */
export function showShortDay(iso: string, now = new Date()): string {
  const date = new Date(iso);
  const day = `${date.getDate()} ${months[date.getMonth()]}`;
  return date.getFullYear() === now.getFullYear() ? day : `${day} ${date.getFullYear()}`;
}

/** "9 Jan – 3 Mar 2026"; one day when both are the same day. */
export function showDays(from: string | null, until: string | null): string {
  if (!from || !until) return from ? showDay(from) : until ? showDay(until) : 'no date';
  const start = showDay(from);
  const end = showDay(until);
  if (start === end) return end;
  const sameYear = start.slice(-4) === end.slice(-4);
  return `${sameYear ? start.slice(0, -5) : start} – ${end}`;
}

/** "14:07". */
export function showClock(date: Date): string {
  return `${String(date.getHours()).padStart(2, '0')}:${String(date.getMinutes()).padStart(2, '0')}`;
}

/** "3 Mar 2026, 13:54". */
export function showMoment(iso: string): string {
  return `${showDay(iso)}, ${showClock(new Date(iso))}`;
}

/** "Central Standard Time", said once per page. */
export function timeZoneName(): string {
  const parts = new Intl.DateTimeFormat('en', { timeZoneName: 'long' }).formatToParts();
  return parts.find((part) => part.type === 'timeZoneName')?.value ?? 'local time';
}
