import anyAscii from 'any-ascii';

/** Words as search compares them: any script to ASCII, lower case, `[a-z0-9]+`. Apostrophes join: O'Brien is one word. */
export function foldWords(text: string): string[] {
  return fold(text).match(/[a-z0-9]+/g) ?? [];
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

function fold(text: string): string {
  // Most values of an import are plain ASCII; transliterating costs ten times as much.
  if (/^[\x20-\x7e]*$/.test(text)) return text.replaceAll(/['`]/g, '').toLowerCase();
  return anyAscii(text.normalize('NFKC').replaceAll(/['\u2019\u02bc`]|\p{Cf}/gu, '')).toLowerCase();
}
