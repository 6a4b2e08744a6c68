import { LinchpinError } from './model/errors.ts';

/** Gives a setting by its name, trimmed; null where it is blank or not there. */
export type ReadSetting = (name: string) => string | null;

/** @throws LinchpinError INVALID naming the words there are. */
export function chooseWord<W extends string>(name: string, value: string | null, words: readonly W[]): W | null {
  if (value === null) return null;
  const word = words.find((candidate) => candidate === value.toLowerCase());
  if (word === undefined) throw refuseSetting(name, `is ${JSON.stringify(value)}`, `one of ${words.join(', ')}`);
  return word;
}

/** @throws LinchpinError INVALID outside `least` to `most`. */
export function wholeNumber(
  name: string,
  value: string | null,
  bounds: { readonly usual: number; readonly least: number; readonly most: number; readonly expected?: string },
): number {
  const { usual, least, most, expected = `a whole number from ${least} to ${most}` } = bounds;
  if (value === null) return usual;
  const number = Number(value);
  if (/^\d+$/.test(value) && number >= least && number <= most) return number;
  throw refuseSetting(name, `is ${JSON.stringify(value)}`, expected);
}

export function refuseSetting(name: string, problem: string, expected: string): LinchpinError {
  return new LinchpinError('INVALID', `${name} ${problem}; expected ${expected}`, [{ path: name, message: problem, expected }]);
}
