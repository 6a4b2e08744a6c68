import { foldCompact, foldWords, type Vocabulary } from '@linchpin/schema';
import { invalid } from '../../model/errors.ts';
import type { SearchPlan } from '../../model/searchPlan.ts';

const longestText = 200;
const mostWords = 12;
const leastKnown = 3;
/** Each star multiplies the ways in which a long word can be tried. */
const mostStars = 4;

/**
 * How a typed text is looked for: as the identifier it may be, as its words, as one word without its blanks and
 * dashes (`504 555 0142`, `ABC 1234`), or as a pattern. A name with a year of birth is simply words.
 * @throws LinchpinError INVALID for nothing, too much, or a pattern that would match nearly everything.
 */
export function planSearch(text: string, vocabulary: Vocabulary): SearchPlan {
  if (text.length > longestText) throw refuse('That is too long to search for', `at most ${longestText} characters`);
  if (/[*?]/.test(text)) return planPattern(text);
  const words = [...new Set(foldWords(text))];
  if (words.length === 0) throw refuse('There is nothing to search for', 'a name, number, plate or any other words');
  if (words.length > mostWords) throw refuse('That is too much to search for', `at most ${mostWords} words`);
  const compact = foldWords(text).join('');
  const alternatives = words.length > 1 && isOneNumber(text) ? [words, [compact]] : [words];
  return { keys: keysOf(text, vocabulary), alternatives, pattern: null };
}

/** Digits with separators, or letters and digits like a plate: people break such numbers up as they please. */
function isOneNumber(text: string): boolean {
  return /\d/.test(text) && foldWords(text).every((word) => /\d/.test(word) || word.length <= 3);
}

function planPattern(text: string): SearchPlan {
  const pattern = text
    .split(/([*?]+)/)
    .map((part) => (/[*?]/.test(part) ? simplifyWildcards(part) : foldCompact(part)))
    .join('');
  if (pattern.replaceAll(/[*?]/g, '').length < leastKnown)
    throw refuse('The pattern says too little', `at least ${leastKnown} letters or digits beside * and ?, such as 7KX*`);
  if (pattern.split('*').length - 1 > mostStars)
    throw refuse('The pattern has too many stars', `at most ${mostStars} of them, such as *7KX*`);
  return { keys: [], alternatives: [], pattern };
}

/** `?*?**` matches what `??*` does. */
function simplifyWildcards(run: string): string {
  return run.replaceAll('*', '') + (run.includes('*') ? '*' : '');
}

function keysOf(text: string, vocabulary: Vocabulary): string[] {
  const kinds = [...vocabulary.entityKinds.values()];
  return [...new Set(kinds.flatMap((kind) => kind.parseLookup(text).map((key) => `${kind.kind} ${key}`)))];
}

function refuse(message: string, expected: string): Error {
  return invalid([{ path: 'text', message, expected }]);
}
