import type { Cleaned } from '../propertyType.ts';
import { foldWords, hasWords } from '../foldWords.ts';
import { jaroWinkler } from '../similarity.ts';
import { accept, makeType, refuse, tidy } from './makeType.ts';

/** Names of people and organizations, in any script; `Pell, Dorian` is `Dorian Pell`. */
export const name = makeType({
  name: 'name',
  clean: (raw) => {
    const value = turnFamilyFirst(tidy(raw));
    return hasWords(value) ? accept(value) : refuse('The name has no letters', 'a name, such as Dorian Pell');
  },
  compare: compareNames,
  words: foldWords,
});

/** Names of things: kept in the order written. */
export const title = makeType({ ...name, name: 'title', clean: (raw) => cleanTitle(raw) });

function cleanTitle(raw: string): Cleaned {
  const value = tidy(raw);
  return value === '' ? refuse('The name is empty', 'a name, such as Marlow Bend Motel') : accept(value);
}

function turnFamilyFirst(value: string): string {
  if (!value.includes(',')) return value;
  const match = /^([^,]+), ?([^,]+)$/u.exec(value);
  const after = match?.[2] ?? '';
  return match && !/^(jr|sr|i{1,3}|iv|md|phd|esq|llc|inc|ltd|corp|co)\.?$/iu.test(after) ? `${after} ${match[1]}` : value;
}

/** The better of: as written, and with the words in order of the alphabet, so that swapped name parts still meet. */
function compareNames(a: string, b: string): number {
  const [left, right] = [foldWords(a), foldWords(b)];
  const written = jaroWinkler(left.join(' '), right.join(' '));
  return Math.max(written, jaroWinkler(left.toSorted().join(' '), right.toSorted().join(' ')));
}
