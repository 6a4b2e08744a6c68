import { foldIdentifier } from '../foldWords.ts';
import { osaSimilarity } from '../similarity.ts';
import { accept, keepUnverified, makeType, refuse } from './makeType.ts';
import { isRaw, keepRaw, withoutRaw } from './rawKey.ts';

/** Value of each letter; I, O and Q are none. */
const values: Readonly<Record<string, number>> = Object.fromEntries(
  ('A1B2C3D4E5F6G7H8J1K2L3M4N5P7R9S2T3U4V5W6X7Y8Z9'.match(/../g) ?? []).map((pair) => [pair.charAt(0), Number(pair.charAt(1))]),
);
const weights = [8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2];

/**
 * 17 letters and digits without I, O, Q. A North American one (beginning 1-5) whose check digit is wrong is kept as
 * read and marked unverified; elsewhere the digit means nothing. What is no VIN is kept raw.
 */
export const vin = makeType({
  name: 'vin',
  clean: (raw, context) => {
    const value = raw
      .normalize('NFKC')
      .toUpperCase()
      .replaceAll(/[^A-Z0-9]/g, '');
    if (value === '') return refuse('The VIN is empty', '17 letters and digits, such as 1HGCM82633A004352');
    if (!isVin(value)) return keepRaw(value, context.country?.toUpperCase());
    return /^[1-5]/.test(value) && !hasCheckDigit(value) ? keepUnverified(value) : accept(value);
  },
  compare: osaSimilarity,
  show: withoutRaw,
  words: (value) => {
    const letters = withoutRaw(value);
    return isRaw(value) || letters.length < 17
      ? foldIdentifier(letters)
      : foldIdentifier(`${letters} ${letters.slice(-8)}`).slice(1);
  },
});

/** Its form alone; one letter seventeen times is a placeholder. */
export function isVin(value: string): boolean {
  return /^[A-HJ-NPR-Z0-9]{17}$/.test(value) && !/^(.)\1+$/.test(value);
}

function hasCheckDigit(vinText: string): boolean {
  const sum = Array.from(vinText).reduce((total, letter, i) => total + (values[letter] ?? Number(letter)) * (weights[i] ?? 0), 0);
  return vinText.charAt(8) === (sum % 11 === 10 ? 'X' : String(sum % 11));
}
