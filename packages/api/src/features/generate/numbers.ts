import type { Chance } from './chance.ts';

/** Codes of US areas in use, twelve states of the south. */
const areas = (
  '205 251 256 334 479 501 870 239 305 321 352 386 407 561 727 772 813 850 863 904 941 954 229 404 478 678 706 770 912 ' +
  '270 502 606 859 225 318 337 504 985 228 601 662 252 336 704 828 910 919 405 580 918 803 843 864 423 615 731 865 901 931 ' +
  '210 214 254 281 325 361 409 432 512 713 806 817 830 903 915 936 940 956 972 979'
).split(' ');

/**
 * The n-th telephone number, E.164: area code, 555, and a line from 2000 up. No line of exchange 555 is anybody's
 * (the plan's administrator took them all back; 0100 to 0199 are set aside for stories, and are too few), and
 * directory assistance, 1212, is below the lines used here.
 */
export function phoneNumber(n: number): string {
  const area = areas[n % areas.length]!;
  return `+1${area}555${String(2_000 + Math.floor(n / areas.length))}`;
}

/** The number as somebody might write it. */
export function writePhone(number: string, chance: Chance): string {
  const [area, exchange, line] = [number.slice(2, 5), number.slice(5, 8), number.slice(8)];
  switch (chance.below(6)) {
    case 0:
      return number;
    case 1:
      return `(${area}) ${exchange}-${line}`;
    case 2:
      return `${area}.${exchange}.${line}`;
    case 3:
      return `1 ${area} ${exchange} ${line}`;
    case 4:
      return `${area}${exchange}${line}`;
    default:
      return `${area}-${exchange}-${line}`;
  }
}

const letters = 'ABCDEFGHJKLMNPRSTUVWXYZ0123456789';
const worth: Readonly<Record<string, number>> = Object.fromEntries(
  'A1B2C3D4E5F6G7H8J1K2L3M4N5P7R9S2T3U4V5W6X7Y8Z9'.match(/../g)!.map((pair) => [pair.charAt(0), Number(pair.charAt(1))]),
);
const weights = [8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2];

/** The n-th VIN, with its check digit. It begins with 0, a region of the world that ISO 3780 gives to nobody. */
export function vinNumber(n: number, chance: Chance): string {
  const model = Array.from({ length: 5 }, () => letters.charAt(chance.below(letters.length))).join('');
  const body = `0ZZ${model}0${'ABCDEFGHJK'.charAt(n % 10)}W${String(n % 1_000_000).padStart(6, '0')}`;
  let sum = 0;
  for (let at = 0; at < 17; at++) sum += (worth[body.charAt(at)] ?? Number(body.charAt(at))) * weights[at]!;
  return `${body.slice(0, 8)}${sum % 11 === 10 ? 'X' : sum % 11}${body.slice(9)}`;
}

/** Short, with letters first: no run of digits that could be taken for a card. */
export function code(prefix: string, n: number): string {
  return `${prefix}${n.toString(36).toUpperCase()}`;
}
