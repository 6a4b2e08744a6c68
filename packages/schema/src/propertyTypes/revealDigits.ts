import anyAscii from 'any-ascii';

const figures: Readonly<Record<string, string>> = Object.fromEntries(
  [
    'zero oh ow o',
    'one won l i',
    'two',
    'three tree',
    'four fore',
    'five fife',
    'six',
    'seven',
    'eight ate',
    'nine niner',
  ].flatMap((words, figure) => words.split(' ').map((word) => [word, String(figure)])),
);
const repeats: Readonly<Record<string, number>> = { double: 2, triple: 3 };
const oneFigure = new RegExp(
  `^(?:${Object.keys(figures)
    .toSorted((a, b) => b.length - a.length)
    .join('|')})`,
);

const isAscii = /^\p{ASCII}*$/u;

/** One alphabet and one kind of figure: full-width, circled and keycap digits become 0-9. */
export function plainFigures(text: string): string {
  if (isAscii.test(text)) return text.toLowerCase();
  return anyAscii(text.normalize('NFKC').replaceAll(/[\u20e3\ufe0f\p{Cf}]/gu, '')).toLowerCase();
}

/**
 * Digits hidden in the text of an ad: `five 0 four 555 oh one 42`, `5o4-five55-0142`, `two2five double five`.
 * Other words may stand around one number of ten or eleven digits. Null where letters are left that are no digits.
 */
export function revealDigits(text: string): string | null {
  const plain = plainFigures(text);
  if (!/[a-z]/.test(plain)) return plain.replaceAll(/\D+/g, '') || null;
  const tokens = plain.match(/[a-z]+|\d+/g) ?? [];
  const runs: string[] = [''];
  let times = 1;
  for (const token of tokens) {
    const repeat = repeats[token];
    const digits = /\d/.test(token) ? token : spellOut(token);
    if (repeat !== undefined) times = repeat;
    else if (digits === null) runs.push('');
    else runs.push((runs.pop() ?? '') + digits.charAt(0).repeat(times - 1) + digits);
    if (repeat === undefined) times = 1;
  }
  if (runs.length === 1) return runs[0] || null;
  const numbers = runs.filter((run) => run.length === 10 || (run.length === 11 && run.startsWith('1')));
  return numbers.length === 1 ? (numbers[0] ?? null) : null;
}

/** Letters of a keypad: `1-800-FLOWERS`. Null unless the text begins with digits and makes ten or eleven of them. */
export function keypadDigits(text: string): string | null {
  const plain = plainFigures(text).replaceAll(/[^a-z0-9]/g, '');
  const digits = plain.replaceAll(/[a-z]/g, (letter) => '22233344455566677778889999'.charAt(letter.charCodeAt(0) - 97));
  return /^\d{3,7}[a-z]{3,8}$/.test(plain) && /^1?\d{10}$/.test(digits) ? digits : null;
}

function spellOut(letters: string): string | null {
  let rest = letters;
  let digits = '';
  while (rest !== '') {
    const word = oneFigure.exec(rest)?.[0];
    if (word === undefined) return null;
    digits += figures[word] ?? '';
    rest = rest.slice(word.length);
  }
  return digits;
}
