import fc from 'fast-check';
import { DateTime, IANAZone } from 'luxon';
import { expect, test } from 'vitest';
import { momentEnd } from './parseMoment.ts';
import { steadyOffset, zoneOffset } from './zoneOffset.ts';

const zones = ['America/Chicago', 'Australia/Lord_Howe', 'Africa/Casablanca', 'Asia/Kathmandu', 'Pacific/Apia', 'Europe/Dublin'];
const zone = fc.constantFrom(...zones);
const instant = fc.integer({ min: Date.UTC(1890, 0), max: Date.UTC(2060, 0) });

test('clocks are read as the calendar has them, also where they change', () => {
  fc.assert(
    fc.property(zone, instant, (name, at) => {
      expect(zoneOffset(name, at)).toBe(IANAZone.create(name).offset(at));
      expect(zoneOffset(name, at)).toBe(IANAZone.create(name).offset(at));
    }),
    { numRuns: 2_000 },
  );
});

test('every hour of two years in Chicago', () => {
  const chicago = IANAZone.create('America/Chicago');
  for (let at = Date.UTC(2024, 0); at < Date.UTC(2026, 0); at += 3_600_000)
    expect(zoneOffset('America/Chicago', at)).toBe(chicago.offset(at));
});

test('a day ends where the next begins, as the calendar counts', () => {
  fc.assert(
    fc.property(zone, instant, (name, at) => {
      const start = DateTime.fromMillis(at, { zone: name }).startOf('day');
      expect(momentEnd({ at: start.toMillis(), precision: 'DAY', zone: name })).toBe(start.plus({ days: 1 }).toMillis());
    }),
    { numRuns: 1_000 },
  );
});

test('four days of other clocks, the fewest there ever were, are seen', () => {
  const freetown = IANAZone.create('Africa/Freetown');
  for (let at = Date.UTC(1939, 7, 25); at < Date.UTC(1939, 8, 15); at += 3_600_000)
    expect(zoneOffset('Africa/Freetown', at)).toBe(freetown.offset(at));
});

test('clocks are not steady at midnights from two days before they change to a day after', () => {
  const steady = (day: number) => steadyOffset('America/Chicago', Date.UTC(2024, 2, day));
  expect([7, 8, 9, 10, 11, 12].map(steady)).toEqual([-360, -360, null, null, null, -300]);
});
