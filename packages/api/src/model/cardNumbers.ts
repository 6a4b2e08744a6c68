/** Runs of digits with at most one blank, dash or dot between two of them, as cards are written. */
const run = /(?<!\d)\d(?:[ .\u00a0\u2010-\u2015-]?\d){12,}/gu;
/** Digits in other scripts become plain ones only below. */
const isAscii = /^\p{ASCII}*$/u;
const manyDigits = /(?:\d[^\d]?){13}/;
const longestCard = 19;

/**
 * Whether a text holds a full payment card number. Such numbers are refused before anything is stored or logged.
 * Known networks and lengths, check digit, and a grouping that cards have: free text is full of times, phone and
 * row numbers, one in ten of which has the check digit. (The schema's own test for account numbers takes any.)
 */
export function mentionsCardNumber(text: string): boolean {
  if (text.length < 13 || (isAscii.test(text) && !manyDigits.test(text))) return false;
  const plain = text.normalize('NFKC');
  for (const match of plain.matchAll(run)) {
    const groups = match[0].split(/\D/u);
    const end = match.index + match[0].length;
    // A hash or a serial number may end where the run begins, or begin where it ends.
    if (endsCode(plain.slice(Math.max(0, match.index - 64), match.index))) groups[0] = '';
    if (beginsCode(plain.slice(end, end + 64))) groups[groups.length - 1] = '';
    if (groups.some((_, from) => startsWithCard(groups, from))) return true;
  }
  return false;
}

/** Letters and further digits in one word with digits: there they stand by chance. */
function endsCode(before: string): boolean {
  return /\d/.test(/[a-z0-9]*$/i.exec(before)![0]);
}

function beginsCode(after: string): boolean {
  return /\d/.test(/^[a-z0-9]*/i.exec(after)![0]);
}

/** Whether a card number begins with this group and ends with it or a later one. */
function startsWithCard(groups: readonly string[], from: number): boolean {
  let number = '';
  let areShort = true;
  for (let to = from; to < groups.length; to++) {
    const group = groups[to]!;
    number += group;
    areShort &&= group.length <= 2;
    if (group === '' || number.length > longestCard) return false;
    const looksGrouped = to === from || groups[from]!.length >= 4 || areShort;
    if (looksGrouped && number.length >= 13 && isOfNetwork(number) && hasCheckDigit(number)) return true;
  }
  return false;
}

/** Prefix and length as the networks give them out. */
function isOfNetwork(number: string): boolean {
  const prefix = Number(number.slice(0, 4));
  switch (number.length) {
    case 13:
      return isWithin(prefix, 4000, 4999);
    case 14:
      return isWithin(prefix, 3000, 3059) || isWithin(prefix, 3600, 3699) || isWithin(prefix, 3800, 3999);
    case 15:
      return isWithin(prefix, 3400, 3499) || isWithin(prefix, 3700, 3799);
    case 16:
      return (
        isWithin(prefix, 4000, 4999) ||
        isWithin(prefix, 5100, 5599) ||
        isWithin(prefix, 2221, 2720) ||
        isWithin(prefix, 3528, 3589) ||
        isLong(prefix)
      );
    default:
      return (number.length === 19 && isWithin(prefix, 4000, 4999)) || isLong(prefix);
  }
}

function isWithin(prefix: number, from: number, to: number): boolean {
  return prefix >= from && prefix <= to;
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
