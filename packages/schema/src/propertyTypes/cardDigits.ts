import { makeType, accept, refuse } from './makeType.ts';
import { refuseCardNumber } from './cardNumber.ts';

const filler = /[\s.\u00b7\u2022*xX#_-]/gu;

/** First 6 to 8 digits of a card: they tell issuer and product, not the holder. */
export const firstDigits = makeType({
  name: 'firstDigits',
  clean: (raw) => {
    const digits = raw.normalize('NFKC').replaceAll(filler, '');
    if (/^\d{9,}$/.test(digits)) return refuseCardNumber();
    return /^\d{6,8}$/.test(digits)
      ? accept(digits)
      : refuse('These are not the first digits of a card', 'the first 6 to 8 digits, such as 411111');
  },
  words: (value) => [value],
});

/** Last 4 digits of a card or account, written `7731`, `··7731` or `ending 7731`. */
export const lastDigits = makeType({
  name: 'lastDigits',
  clean: (raw) => {
    const digits = raw
      .normalize('NFKC')
      .replace(/^\s*(ending|ends)( in| with)?/iu, '')
      .replaceAll(filler, '');
    if (/^\d{9,}$/.test(digits)) return refuseCardNumber();
    return /^\d{4}$/.test(digits)
      ? accept(digits)
      : refuse('These are not the last digits of a card or account', 'the last 4 digits, such as 7731');
  },
  show: (value) => `··${value}`,
  words: (value) => [value],
});
