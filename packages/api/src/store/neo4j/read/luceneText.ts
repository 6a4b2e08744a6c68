import { typoLength, type SearchPlan } from '../../../model/searchPlan.ts';

/** Everything that the index's query language could read as more than a word is kept out, whatever a plan says. */
const isWord = (word: string): boolean => /^[a-z0-9]+$/.test(word);

/** Finds every document that `matchWords` may accept; null when none can. */
export function candidateText({ alternatives, pattern }: SearchPlan): string | null {
  if (pattern !== null) return /^[a-z0-9*?]+$/.test(pattern) ? pattern : null;
  return anyOf(alternatives.filter(isSearchable).map((words) => allOf(words.map(beginning))));
}

/** Finds every document that `matchOneTypo` may accept. */
export function typoText({ alternatives, pattern }: SearchPlan): string | null {
  if (pattern !== null) return null;
  return anyOf(
    alternatives
      .filter(isSearchable)
      .flatMap((words) =>
        words.flatMap((odd, place) =>
          odd.length < typoLength
            ? []
            : [allOf(words.map((word, index) => (index === place ? oneTypoOff(odd) : beginning(word))))],
        ),
      ),
  );
}

function isSearchable(words: readonly string[]): boolean {
  return words.length > 0 && words.every(isWord);
}

function beginning(word: string): string {
  return `${word}*`;
}

/** One clause for all words at distance 1: the engine's own fuzzy search stops at the fifty nearest words. */
function oneTypoOff(word: string): string {
  const places = Array.from({ length: word.length + 1 }, (_, place) => place);
  const around = places.map((place) => [word.slice(0, place), word.slice(place)] as const);
  const more = around.map(([before, after]) => `${before}.${after}`);
  const otherOrLess = around.slice(0, -1).map(([before, after]) => `${before}.?${after.slice(1)}`);
  const swapped = around.slice(0, -2).map(([before, after]) => `${before}${after[1]!}${after[0]!}${after.slice(2)}`);
  return `/${[...more, ...otherOrLess, ...swapped].join('|')}/`;
}

function allOf(clauses: readonly string[]): string {
  return `(${clauses.map((clause) => `+${clause}`).join(' ')})`;
}

function anyOf(clauses: readonly string[]): string | null {
  return clauses.length === 0 ? null : clauses.join(' ');
}
