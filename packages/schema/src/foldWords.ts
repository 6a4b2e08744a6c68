import anyAscii from 'any-ascii';

/** Words as search compares them: any script to ASCII, lower case, `[a-z0-9]+`. Apostrophes join: O'Brien is one word. */
export function foldWords(text: string): string[] {
  return fold(text).match(/[a-z0-9]+/g) ?? [];
}

/** Whether there is any word. */
export function hasWords(text: string): boolean {
  return isPlain.test(text) ? /[a-z0-9]/i.test(text) : foldWords(text).length > 0;
}

/** The same as one word: `LA 482-KTR` is `la482ktr`. */
export function foldCompact(text: string): string {
  return fold(text).replaceAll(/[^a-z0-9]+/g, '');
}

/** As a key compares numbers that people write with separators: `2026-1-14` and `2026/1/14` are one, `2026-11-4` is another. */
export function foldKey(text: string): string {
  return foldWords(text).join('-');
}

/** For identifiers written with separators: the compact form and each part of it, distinct. */
export function foldIdentifier(text: string): string[] {
  const words = foldWords(text);
  return words.length < 2 ? words : [...new Set([words.join(''), ...words])];
}

/** Printable ASCII, and the signs between the parts of captions. */
const isPlain = /^[\x20-\x7e·–]*$/;

function fold(text: string): string {
  // Most texts of an import are plain; transliterating costs ten times as much.
  if (isPlain.test(text)) return text.replaceAll(/['`]/g, '').toLowerCase();
  return anyAscii(text.normalize('NFKC').replaceAll(/['\u2019\u02bc`]|\p{Cf}/gu, '')).toLowerCase();
}
