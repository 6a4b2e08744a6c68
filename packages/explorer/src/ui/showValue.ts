import { showNumber } from './showCount.ts';
import { type KnownTo, showKnown } from './showTime.ts';

/** A stored value as people read it: moments as days and times, counts with commas, everything else as it is. */
export function showValue(value: string, type: string | undefined): string {
  if (type === 'dateTime') return showStoredMoment(value);
  if (type === 'count' && /^\d+$/.test(value)) return showNumber(Number(value));
  return value;
}

/** Moments are stored as `milliseconds/PRECISION/zone`. */
function showStoredMoment(value: string): string {
  const [milliseconds, knownTo, ...zone] = value.split('/');
  const time = Number(milliseconds);
  if (!knownTo || !Number.isFinite(time)) return value;
  return showKnown(new Date(time).toISOString(), knownTo as KnownTo, zone.join('/') || null);
}
