import type { CleanValue, PropertyType, Refusal } from '../propertyType.ts';

type Parts = Pick<PropertyType, 'name' | 'clean'> & Partial<PropertyType>;

/** A property type from what is special about it: compared as equal or not, shown as stored, not searched unless said. */
export function makeType(parts: Parts): PropertyType {
  const { words = () => [] } = parts;
  return {
    compare: (a, b) => (a === b ? 1 : 0),
    show: (value) => value,
    ...parts,
    words: (value) => distinctWords(words(value)),
  };
}

const isWord = /^[a-z0-9]+$/;

function distinctWords(words: readonly string[]): readonly string[] {
  const areFew = words.length < 10;
  if (areFew && words.every((word, at) => isWord.test(word) && words.indexOf(word) === at)) return words;
  return [...new Set(words)].filter((word) => isWord.test(word));
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

/** Words of printable ASCII with single blanks between them: most of what an import holds. */
const isTidy = /^[\x21-\x7e]+(?: [\x21-\x7e]+)*$/;

/** As written, in one Unicode form, without blanks around and doubled. */
export function tidy(raw: string): string {
  if (isTidy.test(raw)) return raw;
  return raw.normalize('NFC').replaceAll(/\s+/gu, ' ').trim();
}
