import type { PropertyType } from '../propertyType.ts';
import { accept, makeType, refuse } from './makeType.ts';

/** Whole numbers between two bounds, both allowed. */
export function wholeNumber(name: string, least: number, greatest: number): PropertyType {
  return makeType({
    name,
    clean: (raw) => {
      const plain = raw.normalize('NFKC').trim();
      const value = /^[+-]?\d{1,15}$/.test(plain) ? Number(plain) : NaN;
      return value >= least && value <= greatest
        ? accept(String(value))
        : refuse('The value is not a whole number in range', `a whole number from ${least} to ${greatest}`);
    },
  });
}

export const count = wholeNumber('count', 0, Number.MAX_SAFE_INTEGER);
export const age = wholeNumber('age', 0, 130);
/** Model year of a vehicle; searched, as people say "the 2005 Toyota". */
export const modelYear = { ...wholeNumber('year', 1885, 2100), words: (value: string) => [value] };
