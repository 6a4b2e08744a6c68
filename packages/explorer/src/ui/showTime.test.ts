import { describe, expect, it } from 'vitest';
import { showDay, showDays, showKnown, showMoment, showShortDay, timeZoneName } from './showTime.ts';

const chicago = 'America/Chicago';

describe('times as people read them', () => {
  it('shows the day of the zone it happened in', () => {
    expect(showDay('2026-02-12T05:30:00Z', chicago)).toBe('11 Feb 2026');
    expect(showDay('2026-02-12T06:00:00Z', chicago)).toBe('12 Feb 2026');
  });

  it('leaves the year out where it is this year', () => {
    const now = new Date('2026-06-01T12:00:00Z');
    expect(showShortDay('2026-02-12T18:00:00Z', chicago, now)).toBe('12 Feb');
    expect(showShortDay('2025-02-12T18:00:00Z', chicago, now)).toBe('12 Feb 2025');
  });

  it('says the year of a span once, and one day once', () => {
    expect(showDays('2026-01-09T12:00:00Z', '2026-03-03T12:00:00Z', 'UTC')).toBe('9 Jan – 3 Mar 2026');
    expect(showDays('2026-02-11T12:00:00Z', '2026-02-14T12:00:00Z', 'UTC')).toBe('11–14 Feb 2026');
    expect(showDays('2025-12-30T12:00:00Z', '2026-01-02T12:00:00Z', 'UTC')).toBe('30 Dec 2025 – 2 Jan 2026');
    expect(showDays('2026-01-09T12:00:00Z', '2026-01-09T18:00:00Z', 'UTC')).toBe('9 Jan 2026');
    expect(showDays(null, null)).toBe('no date');
  });

  it('is no more exact than what is known', () => {
    expect(showKnown('2026-03-01T06:00:00Z', 'YEAR', chicago)).toBe('2026');
    expect(showKnown('2026-03-01T06:00:00Z', 'MONTH', chicago)).toBe('Mar 2026');
    expect(showKnown('2026-03-01T06:00:00Z', 'DAY', chicago)).toBe('1 Mar 2026');
    expect(showKnown('2026-03-01T19:54:00Z', 'MINUTE', chicago)).toBe('1 Mar 2026, 13:54');
  });

  it('uses the 24-hour clock, midnight included', () =>
    expect(showMoment('2026-03-01T06:05:00Z', chicago)).toBe('1 Mar 2026, 00:05'));

  it('names the zone', () => expect(timeZoneName(chicago)).toMatch(/^Central/));
});
