/** How a typed text is looked for. Made from the text and the vocabulary by `planSearch`; the same on every store. */
export interface SearchPlan {
  /** Natural keys (with kind) that the whole text may be: an entity holding one of them is an exact hit. */
  readonly keys: readonly string[];
  /** Each alternative is a list of folded words ([a-z0-9]+), all of which must match; the best alternative counts. */
  readonly alternatives: readonly (readonly string[])[];
  /** Folded pattern of a wildcard search (`[a-z0-9*?]+`, three known characters at least), matched against single words; excludes `alternatives`. */
  readonly pattern: string | null;
}

/** Smaller is better; hits are ordered by it, then last seen (nulls last), then id. */
export const matchClass = { exact: 0, allWords: 1, prefix: 2, oneTypo: 3 } as const;
export type MatchClass = (typeof matchClass)[keyof typeof matchClass];

/** A typed word matches as the beginning of a word from this length on. */
const prefixLength = 2;
/** A typed word may be one typo off from this length on. */
export const typoLength = 4;

/**
 * How well one search document (the words of what one origin holds about one entity) matches, typos aside.
 * A document that holds a key of the plan is an exact hit before this is asked.
 */
export function matchWords(plan: SearchPlan, words: readonly string[]): MatchClass | null {
  if (plan.pattern !== null) {
    const pattern = wildcard(plan.pattern);
    return words.some((word) => pattern.test(word)) ? matchClass.prefix : null;
  }
  let best: MatchClass | null = null;
  for (const alternative of plan.alternatives) {
    const match = matchAll(alternative, words);
    if (match !== null && (best === null || match < best)) best = match;
  }
  return best;
}

function matchAll(typed: readonly string[], words: readonly string[]): MatchClass | null {
  if (typed.length === 0) return null;
  let isExact = true;
  for (const word of typed) {
    if (words.includes(word)) continue;
    if (!startsOne(word, words)) return null;
    isExact = false;
  }
  return isExact ? matchClass.allWords : matchClass.prefix;
}

/**
 * Whether a document matches with exactly one typed word one typo off (a letter more, less, other, or two
 * neighbours swapped), the others as they stand or as beginnings. Asked only where no document in scope matches better.
 * Gives the typed word and the words it may have meant.
 */
export function matchOneTypo(
  plan: SearchPlan,
  words: readonly string[],
): { readonly typed: string; readonly meant: readonly string[] } | null {
  if (plan.pattern !== null) return null;
  for (const alternative of plan.alternatives) {
    const odd = alternative.filter((word) => !startsOne(word, words));
    const typed = odd[0];
    if (odd.length !== 1 || typed === undefined || typed.length < typoLength) continue;
    const meant = words.filter((word) => isOneTypoOff(typed, word));
    if (meant.length > 0) return { typed, meant };
  }
  return null;
}

function startsOne(typed: string, words: readonly string[]): boolean {
  return typed.length < prefixLength ? words.includes(typed) : words.some((word) => word.startsWith(typed));
}

export function wildcard(pattern: string): RegExp {
  return new RegExp(`^${pattern.replaceAll('*', '[a-z0-9]*').replaceAll('?', '[a-z0-9]')}$`);
}

/** Optimal string alignment distance of exactly 1. */
export function isOneTypoOff(a: string, b: string): boolean {
  if (a === b || Math.abs(a.length - b.length) > 1) return false;
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start++;
  let end = 0;
  while (end < a.length - start && end < b.length - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end++;
  const left = a.length - start - end;
  const right = b.length - start - end;
  if (left <= 1 && right <= 1) return true;
  return left === 2 && right === 2 && a[start] === b[start + 1] && a[start + 1] === b[start];
}

const letters = 'abcdefghijklmnopqrstuvwxyz0123456789';

/** Every word for which `isOneTypoOff` holds: some 70 a letter. */
export function oneTypoVariants(word: string): string[] {
  const variants = new Set<string>();
  for (let at = 0; at <= word.length; at++) {
    const before = word.slice(0, at);
    const after = word.slice(at);
    for (const letter of letters) {
      variants.add(before + letter + after);
      if (after !== '') variants.add(before + letter + after.slice(1));
    }
    if (after !== '') variants.add(before + after.slice(1));
    if (after.length > 1) variants.add(before + after[1]! + after[0]! + after.slice(2));
  }
  variants.delete(word);
  return [...variants];
}
