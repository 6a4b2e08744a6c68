import type { Cleaned } from '../propertyType.ts';
import { foldCompact } from '../foldWords.ts';
import { keepUnverified, refuse } from './makeType.ts';

/** `raw:` + country or `??` + letters and digits: what could not be normalised and still must be found again. */
export function keepRaw(raw: string, country?: string): Cleaned {
  const letters = foldCompact(raw).toUpperCase();
  if (letters === '') return refuse('The value has no letters or digits', 'the value as it is written on the thing itself');
  return keepUnverified(`raw:${country ?? '??'}${letters}`);
}

export function isRaw(value: string): boolean {
  return value.startsWith('raw:');
}

/** Letters and digits of a raw value, without its country; other values as they are. */
export function withoutRaw(value: string): string {
  return isRaw(value) ? value.slice(6) : value;
}

/**
 * Keys of a raw value: with its country, then without. [] for what tells nothing apart ("unknown", "n/a", "0000000"):
 * such records stay entities of their own instead of melting into one.
 */
export function rawKeys(value: string): string[] {
  const letters = withoutRaw(value);
  if (letters.length < 3 || !/\d/.test(letters) || /^(.)\1*$/.test(letters)) return [];
  return [...new Set([value, `raw:??${letters}`])];
}
