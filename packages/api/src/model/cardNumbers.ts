/** Runs of digits with at most one blank, dash or dot between two of them, as cards are written. */
const run = /(?<![\d])\d(?:[ .\u00a0\u2010-\u2015-]?\d){12,40}(?!\d)/gu;

/**
 * Whether a text holds a full payment card number. Such numbers are refused before anything is stored or logged.
 * Known networks and lengths, check digit, and a grouping that cards have: free text is full of times, phone and
 * row numbers, one in ten of which has the check digit. (The schema's own test for account numbers takes any.)
 */
export function mentionsCardNumber(text: string): boolean {
  if (text.length < 13) return false;
  const plain = text.normalize('NFKC');
  for (const match of plain.matchAll(run)) {
    const [digits] = match;
    if (isInsideCode(plain, match.index, digits.length)) continue;
    const groups = digits.split(/\D/u);
    for (let from = 0; from < groups.length; from++)
      for (let to = from + 1; to <= groups.length; to++) if (isCard(groups.slice(from, to))) return true;
  }
  return false;
}

/** Letters and further digits in one word with it: a hash or a serial number, where digits stand by chance. */
function isInsideCode(text: string, start: number, length: number): boolean {
  const before = /[a-z0-9]*$/i.exec(text.slice(Math.max(0, start - 64), start))![0];
  const after = /^[a-z0-9]*/i.exec(text.slice(start + length, start + length + 64))![0];
  return /\d/.test(before + after);
}

function isCard(groups: readonly string[]): boolean {
  const number = groups.join('');
  if (number.length < 13 || number.length > 19) return false;
  const looksGrouped = groups.length === 1 || groups[0]!.length >= 4 || groups.every((group) => group.length <= 2);
  return looksGrouped && isOfNetwork(number) && hasCheckDigit(number);
}

/** Prefix and length as the networks give them out. */
function isOfNetwork(number: string): boolean {
  const prefix = Number(number.slice(0, 4));
  const within = (from: number, to: number): boolean => prefix >= from && prefix <= to;
  switch (number.length) {
    case 13:
      return within(4000, 4999);
    case 14:
      return within(3000, 3059) || within(3600, 3699) || within(3800, 3999);
    case 15:
      return within(3400, 3499) || within(3700, 3799);
    case 16:
      return within(4000, 4999) || within(5100, 5599) || within(2221, 2720) || within(3528, 3589) || isLong(prefix);
    default:
      return (number.length === 19 && within(4000, 4999)) || isLong(prefix);
  }
}

/** Networks that give out 16 to 19 digits: Discover, UnionPay, Maestro. */
function isLong(prefix: number): boolean {
  return prefix === 6011 || (prefix >= 6200 && prefix <= 6299) || (prefix >= 6440 && prefix <= 6599) || prefix === 6759;
}

function hasCheckDigit(number: string): boolean {
  let sum = 0;
  for (let at = 0; at < number.length; at++) {
    const digit = Number(number[number.length - 1 - at]);
    const doubled = at % 2 === 1 ? digit * 2 : digit;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0;
}
