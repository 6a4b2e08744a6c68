export type Precision = 'YEAR' | 'MONTH' | 'DAY' | 'HOUR' | 'MINUTE' | 'SECOND';

/** A time as a report said it. */
export interface Moment {
  /** Start of what was said, epoch milliseconds UTC. */
  readonly at: number;
  readonly precision: Precision;
  /** IANA zone in which it was meant. */
  readonly zone: string;
}

/** Half-open window of a question; null is open. Epoch milliseconds. */
export interface Window {
  readonly since: number | null;
  readonly until: number | null;
}

/** Times of a link by which it is matched and ordered. Epoch milliseconds; all null: undated. */
export interface LinkTimes {
  /** As said, else the link's time. */
  readonly start: number | null;
  /** End of the matched interval: the end said, else the end of the day, month or year that `start` covers. Null or equal to `start`: an instant. */
  readonly end: number | null;
  /** Time of the link: end ?? start (as said) ?? report's occurredAt ?? null. */
  readonly time: number | null;
}

export function linkTimes(link: {
  readonly start: Moment | null;
  readonly matchEnd: number | null;
  readonly time: number | null;
}): LinkTimes {
  return { start: link.start?.at ?? link.time, end: link.matchEnd, time: link.time };
}

/** start < until and (end > since or start >= since); undated links match no window. */
export function matchesWindow(times: Pick<LinkTimes, 'start' | 'end'>, window: Window): boolean {
  if (times.start === null) return false;
  if (window.until !== null && times.start >= window.until) return false;
  if (window.since === null) return true;
  return times.start >= window.since || (times.end !== null && times.end > window.since);
}
