import { IANAZone } from 'luxon';

const day = 86_400_000;
/** Clocks that change and soon change back: nowhere sooner than after four days (Freetown in September 1939). */
const stretch = 3 * day;
/** Stretches remembered in all; 150 years of a zone are 18,000. */
const mostStretches = 50_000;

let starts = new Map<string, Map<number, number>>();
let remembered = 0;

/**
 * Minutes east of Greenwich of a zone's clocks at an instant, as luxon tells them, which asks the calendar anew for
 * each: three days at whose ends the clocks agree are asked for once. NaN for what is no zone.
 * @param at epoch milliseconds
 */
export function zoneOffset(zone: string, at: number): number {
  if (zone === 'UTC') return 0;
  const number = Math.floor(at / stretch);
  const offset = offsetAtStart(zone, number);
  return offset === offsetAtStart(zone, number + 1) ? offset : IANAZone.create(zone).offset(at);
}

function offsetAtStart(zone: string, number: number): number {
  const known = starts.get(zone)?.get(number);
  if (known !== undefined) return known;
  if (remembered++ > mostStretches) [starts, remembered] = [new Map(), 1];
  const offset = IANAZone.create(zone).offset(number * stretch);
  const ofZone = starts.get(zone) ?? new Map<number, number>();
  starts.set(zone, ofZone.set(number, offset));
  return offset;
}

/**
 * The offset of a zone's clocks where they do not change from a day before an instant to two days after, so that the
 * day meant and its neighbours begin once and are 24 hours long; null where they may change.
 * @param wall the day's midnight as if it were in UTC, epoch milliseconds
 */
export function steadyOffset(zone: string, wall: number): number | null {
  const offset = zoneOffset(zone, wall);
  const isSteady = [wall - day, wall + day, wall + 2 * day].every((at) => zoneOffset(zone, at) === offset);
  return isSteady ? offset : null;
}
