import { sha256 } from '@noble/hashes/sha2';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils';
import { electronicFormatIBAN, friendlyFormatIBAN, isValidIBAN } from 'ibantools';
import { foldIdentifier } from '../foldWords.ts';
import { accept, makeType, refuse } from './makeType.ts';
import { isRaw, keepRaw, withoutRaw } from './rawKey.ts';

/** International bank account number; a wrong check number or length is kept raw. */
export const iban = makeType({
  name: 'iban',
  isSlow: true,
  clean: (raw) => {
    const value = electronicFormatIBAN(raw.normalize('NFKC').replace(/^\s*IBAN[\s:]*/iu, '')) ?? '';
    if (value === '') return refuse('The IBAN is empty', 'an IBAN, such as DE89 3704 0044 0532 0130 00');
    return isValidIBAN(value) ? accept(value) : keepRaw(value);
  },
  show: (value) => (isRaw(value) ? withoutRaw(value) : (friendlyFormatIBAN(value) ?? value)),
  words: (value) => [...new Set([...foldIdentifier(withoutRaw(value)), withoutRaw(value).slice(-4).toLowerCase()])],
});

/** Nine-digit routing number of the American Bankers Association, with its check digit; else kept raw. */
export const routing = makeType({
  name: 'routing',
  clean: (raw) => {
    const digits = raw.normalize('NFKC').replaceAll(/[\s-]/g, '');
    return /^\d{9}$/.test(digits) && isRouting(digits) ? accept(digits) : keepRaw(raw);
  },
  show: withoutRaw,
  words: (value) => foldIdentifier(withoutRaw(value)),
});

/**
 * Bank account numbers are never stored: canonical is `last four/digest` (SHA-256 over routing and number, first
 * 128 bits). The digest tells accounts apart; it is no protection against somebody who tries all numbers.
 */
export const accountNumber = makeType({
  name: 'accountNumber',
  clean: (raw, context) => {
    const letters = raw
      .normalize('NFKC')
      .toUpperCase()
      .replaceAll(/[^A-Z0-9]/g, '');
    if (!/\d{4}/.test(letters))
      return refuse('The account number is too short', 'the whole number, or its last 4 digits as lastDigits');
    const bank = (context.sibling?.('routing') ?? '').replaceAll(/\D/g, '');
    const digest = bytesToHex(sha256(utf8ToBytes(`bank account ${bank} ${letters.replace(/^0+/, '')}`))).slice(0, 32);
    return { ...accept(`${letters.slice(-4)}/${digest}`), given: `··${letters.slice(-4)}` };
  },
  show: (value) => `··${value.slice(0, 4)}`,
  words: (value) => [value.slice(0, 4).toLowerCase()],
});

function isRouting(digits: string): boolean {
  const sum = Array.from(digits).reduce((total, digit, i) => total + Number(digit) * ([3, 7, 1][i % 3] ?? 0), 0);
  return sum > 0 && sum % 10 === 0;
}
