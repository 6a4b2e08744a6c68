import { IANAZone } from 'luxon';

const day = 86_400_000;
/** Clocks that change and soon change back: nowhere sooner than after four days (Freetown in September 1939). */
const stretch = 3 * day;
/** Stretches remembered in all; 150 years of a zone are 18,000. */
const mostStretches = 50_000;
const changing = Symbol('changes within the stretch');

let stretches = new Map<string, Map<number, number | typeof changing>>();
let remembered = 0;

/**
 * Minutes east of Greenwich of a zone's clocks at an instant, as luxon tells them, which asks the calendar anew for
 * each: three days at whose ends the clocks agree are asked for once. NaN for what is no zone.
 * @param at epoch milliseconds
 */
export function zoneOffset(zone: string, at: number): number {
  if (zone === 'UTC') return 0;
  const number = Math.floor(at / stretch);
  let known = stretches.get(zone);
  let offset = known?.get(number);
  if (offset === undefined) {
    const clock = IANAZone.create(zone);
    const first = clock.offset(number * stretch);
    offset = first === clock.offset((number + 1) * stretch) ? first : changing;
    if (remembered++ > mostStretches) [stretches, remembered, known] = [new Map(), 1, undefined];
    if (!known) stretches.set(zone, (known = new Map()));
    known.set(number, offset);
  }
  return offset === changing ? IANAZone.create(zone).offset(at) : offset;
}

/**
 * The offset of a zone's clocks where they do not change from a day before a midnight to two days after, so that the
 * days around it begin once and are 24 hours long; null where they may change.
 * @param wall midnight as if it were in UTC, epoch milliseconds
 */
export function steadyOffset(zone: string, wall: number): number | null {
  const offset = zoneOffset(zone, wall);
  const isSteady = [wall - day, wall + day, wall + 2 * day].every((at) => zoneOffset(zone, at) === offset);
  return isSteady ? offset : null;
}
