import type { PropertyType } from '../propertyType.ts';
import { foldCompact, foldWords } from '../foldWords.ts';
import { accept, makeType, refuse } from './makeType.ts';

interface Choice {
  /** Other spellings by the value they stand for: `{ male: ['m'] }`. */
  readonly synonyms?: Readonly<Record<string, readonly string[]>>;
}

/** One of a closed list. Case, blanks, dashes and underscores do not count; stored as the list writes it. */
export function oneOf(name: string, values: readonly string[], choice: Choice = {}): PropertyType {
  const byFold = new Map(values.map((value) => [foldCompact(value), value]));
  for (const [value, others] of Object.entries(choice.synonyms ?? {}))
    for (const other of others) byFold.set(foldCompact(other), value);
  return makeType({
    name,
    isSlow: true,
    clean: (raw) => {
      const value = byFold.get(foldCompact(raw));
      return value === undefined ? refuse('The value is not one of the list', values.join(', ')) : accept(value);
    },
    show: (value) => foldWords(value).join(' '),
    words: foldWords,
  });
}
