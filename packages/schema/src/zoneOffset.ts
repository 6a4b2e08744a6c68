import { IANAZone } from 'luxon';

const day = 86_400_000;
/** Days remembered in all; a zone's whole calendar of fifty years is less. */
const mostDays = 50_000;
const outside = Symbol('changes within the day');

let days = new Map<string, Map<number, number | typeof outside>>();
let remembered = 0;

/**
 * Minutes east of Greenwich of a zone's clocks at an instant, as luxon tells them, which asks the calendar anew for
 * each: a day at whose ends the clocks agree is asked for once.
 * @param at epoch milliseconds
 */
export function zoneOffset(zone: string, at: number): number {
  if (zone === 'UTC') return 0;
  const number = Math.floor(at / day);
  let known = days.get(zone);
  let offset = known?.get(number);
  if (offset === undefined) {
    const clock = IANAZone.create(zone);
    const [first, last] = [clock.offset(number * day), clock.offset((number + 1) * day)];
    offset = first === last && !changesWithin(clock, number, first) ? first : outside;
    if (remembered++ > mostDays) [days, remembered, known] = [new Map(), 1, undefined];
    if (!known) days.set(zone, (known = new Map()));
    known.set(number, offset);
  }
  return offset === outside ? IANAZone.create(zone).offset(at) : offset;
}

/** Clocks that went there and back within one day. */
function changesWithin(clock: IANAZone, number: number, offset: number): boolean {
  return [0.25, 0.5, 0.75].some((part) => clock.offset((number + part) * day) !== offset);
}
