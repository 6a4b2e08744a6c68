import type { CleanValue, PropertyType, Refusal } from '../propertyType.ts';

type Parts = Pick<PropertyType, 'name' | 'clean'> & Partial<PropertyType>;

/** A property type from what is special about it: compared as equal or not, shown as stored, not searched unless said. */
export function makeType(parts: Parts): PropertyType {
  const { words = () => [] } = parts;
  return {
    compare: (a, b) => (a === b ? 1 : 0),
    show: (value) => value,
    ...parts,
    words: (value) => [...new Set(words(value))].filter((word) => /^[a-z0-9]+$/.test(word)),
  };
}

export function accept(value: string): CleanValue {
  return { ok: true, value };
}

/** Kept as given because it could not be normalised. */
export function keepUnverified(value: string): CleanValue {
  return { ok: true, value, isUnverified: true };
}

/** @param message one sentence that never carries the value @param expected what would be right, with an example */
export function refuse(message: string, expected: string): Refusal {
  return { ok: false, message, expected };
}

/** As written, in one Unicode form, without blanks around and doubled. */
export function tidy(raw: string): string {
  return raw.normalize('NFC').replaceAll(/\s+/gu, ' ').trim();
}
