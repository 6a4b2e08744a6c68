import { parsePhoneNumberFromString } from 'libphonenumber-js/max';
import { osaSimilarity } from '../similarity.ts';
import { accept, makeType, refuse } from './makeType.ts';
import { isRaw, keepRaw, withoutRaw } from './rawKey.ts';
import { readPhone } from './readPhone.ts';

/** Canonical: E.164, with `;ext=12` behind it where an extension was said; `raw:US5550142` where no plan has the number. */
export const phoneNumber = makeType({
  name: 'phone',
  isSlow: true,
  clean: (raw, context) => {
    const read = readPhone(raw, context);
    if (read.letters === '') return refuse('The value has no digits', 'a phone number, such as +1 504 555 0142');
    if (read.number === null) return keepRaw(read.letters, context.country?.toUpperCase());
    return accept(read.extension === null ? read.number : `${read.number};ext=${read.extension}`);
  },
  compare: (a, b) => {
    const [left, right] = [withoutExtension(a), withoutExtension(b)];
    return left === right ? 1 : osaSimilarity(withoutRaw(left), withoutRaw(right)) >= 0.9 ? 0.8 : 0;
  },
  show: showPhone,
  words: wordsOfPhone,
});

/** The number that identifies: an extension is a desk behind it. */
export function withoutExtension(value: string): string {
  return value.split(';')[0] ?? value;
}

/** Digits as dialled within its country, trunk prefix included; '' for North America, where any form is understood. */
export function nationalDigits(number: string): string {
  // Most numbers of an import, and reading one costs as much as ten other values.
  if (number.startsWith('+1')) return '';
  const parsed = parsePhoneNumberFromString(number);
  return !parsed || parsed.countryCallingCode === '1' ? '' : parsed.formatNational().replaceAll(/\D/g, '');
}

/** Most numbers of an import; any number of North America is grouped the same way. Reading one takes long. */
const northAmerican = /^\+1([2-9]\d{2})(\d{3})(\d{4})$/;

function showPhone(value: string): string {
  const [, area, exchange, line] = northAmerican.exec(value) ?? [];
  if (area !== undefined) return `(${area}) ${exchange}-${line}`;
  const [number = '', ext] = value.split(';ext=');
  const parsed = isRaw(number) ? undefined : parsePhoneNumberFromString(number);
  if (!parsed) return withoutRaw(value);
  const written = parsed.countryCallingCode === '1' ? parsed.formatNational() : parsed.formatInternational();
  return ext === undefined ? written : `${written} ext. ${ext}`;
}

/** All digits, national digits with and without trunk prefix, last seven and last four. */
function wordsOfPhone(value: string): string[] {
  const number = withoutExtension(value);
  if (northAmerican.test(number)) return [number.slice(1), number.slice(2), number.slice(-7), number.slice(-4)];
  const letters = withoutRaw(number).replace('+', '').toLowerCase();
  const parsed = isRaw(number) ? undefined : parsePhoneNumberFromString(number);
  const national = parsed ? [parsed.nationalNumber, parsed.formatNational().replaceAll(/\D/g, '')] : [];
  const tails = [7, 4].filter((length) => letters.length > length).map((length) => letters.slice(-length));
  return [...new Set([letters, ...national, ...tails])].filter((word) => word !== '');
}
