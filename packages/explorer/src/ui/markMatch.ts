export interface Segment {
  readonly text: string;
  readonly isMatch: boolean;
}

/**
 * The part of a caption that the typed text found. Only letters and digits count, without case and accents,
 * so that "504 555 01" is found in "(504) 555-0142". Several words are found as the beginnings of words.
 */
export function markMatch(caption: string, typed: string): readonly Segment[] {
  const whole = findRun(caption, typed);
  if (whole) return cut(caption, [whole]);
  const runs = typed
    .split(/\s+/)
    .map((word) => findRun(caption, word, true))
    .filter((run) => run !== null)
    .sort((a, b) => a[0] - b[0]);
  return cut(caption, withoutOverlaps(runs));
}

/** Whether everything that was typed is in the caption, words in any order. */
export function isFound(caption: string, typed: string): boolean {
  const words = typed.split(/\s+/).filter((word) => fold(word).some((letter) => letter !== ''));
  if (words.length === 0) return false;
  return findRun(caption, typed) !== null || words.every((word) => findRun(caption, word, true) !== null);
}

type Run = readonly [start: number, end: number];

function findRun(caption: string, typed: string, atWordStart = false): Run | null {
  const needle = fold(typed)
    .filter((letter) => letter !== '')
    .join('');
  if (needle === '') return null;
  const letters = fold(caption);
  const places = letters.flatMap((letter, index) => (letter === '' ? [] : [index]));
  const found = indexOf(
    places.map((index) => letters[index]!).join(''),
    needle,
    (at) => !atWordStart || startsWord(letters, places[at]!),
  );
  if (found < 0) return null;
  const start = places[found]!;
  const opened = caption[start - 1] === '(' && start === 1 ? 0 : start;
  return [opened, places[found + needle.length - 1]! + 1];
}

/** One entry per character: its folded letter or digit, '' for anything else. Keeps positions. */
function fold(text: string): string[] {
  return Array.from({ length: text.length }, (_, index) => {
    const letter = text[index]!.normalize('NFD')
      .replaceAll(/[^\p{L}\p{N}]/gu, '')
      .toLowerCase();
    return letter.slice(0, 1);
  });
}

function indexOf(text: string, needle: string, fits: (at: number) => boolean): number {
  for (let at = text.indexOf(needle); at >= 0; at = text.indexOf(needle, at + 1)) if (fits(at)) return at;
  return -1;
}

function startsWord(letters: readonly string[], index: number): boolean {
  return index === 0 || letters[index - 1] === '';
}

function withoutOverlaps(runs: readonly Run[]): Run[] {
  const kept: Run[] = [];
  for (const run of runs) if (run[0] >= (kept.at(-1)?.[1] ?? 0)) kept.push(run);
  return kept;
}

function cut(caption: string, runs: readonly Run[]): Segment[] {
  const segments: Segment[] = [];
  let at = 0;
  for (const [start, end] of runs) {
    if (start > at) segments.push({ text: caption.slice(at, start), isMatch: false });
    segments.push({ text: caption.slice(start, end), isMatch: true });
    at = end;
  }
  if (at < caption.length) segments.push({ text: caption.slice(at), isMatch: false });
  return segments;
}
