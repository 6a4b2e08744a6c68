import { parsePhoneNumberFromString } from 'libphonenumber-js/max';
import { describe, expect, test } from 'vitest';
import { cleanedAs } from '../fixtures/cleaning.ts';
import { phoneNumber } from './phoneNumber.ts';

describe('a phone number is the same however people write, say or hide it', () => {
  test.each([
    '(504) 555-0142',
    '504.555.0142',
    '5045550142',
    '1-504-555-0142',
    '+1 504 555 0142',
    '001 504 555 0142',
    '011 1 504 555 0142',
    'tel:+15045550142',
    'five 0 four 555 oh one 42',
    '5o4-five55-0142',
    'five0four 555 zero1four2',
    'FIVE ZERO FOUR triple five 0142',
    '5 0 4 . 5 5 5 . 0 1 4 2',
    '5️⃣0️⃣4️⃣5️⃣5️⃣5️⃣0️⃣1️⃣4️⃣2️⃣',
    '５０４-５５５-０１４２',
    '⑤⓪④ ⑤⑤⑤ ⓪①④②',
    '٥٠٤٥٥٥٠١٤٢',
    '5O4\u200b555\u200b0l42',
    'call five 0 four 555 oh one 42 tonight',
    'new in town ❤ 504*555*0142 ❤ no texts',
  ])('%s', (raw) => expect(cleanedAs(phoneNumber, raw)).toBe('+15045550142'));
});

describe('a number of another country', () => {
  test.each([
    ['0044 20 7946 0958', {}, '+442079460958'],
    ['020 7946 0958', { country: 'GB' }, '+442079460958'],
    ['+52 1 55 1234 5678', {}, '+525512345678'],
    ['+52 55 1234 5678', {}, '+525512345678'],
    ['416 555 0142', {}, '+14165550142'],
    ['1-800-FLOWERS', {}, '+18003569377'],
    ['555-0142', { areaCode: '504' }, '+15045550142'],
    ['555-0142', { areaCode: '504', country: 'US' }, '+15045550142'],
  ])('%s', (raw, context, canonical) => expect(cleanedAs(phoneNumber, raw, context)).toBe(canonical));
});

describe('what no plan has is kept and marked', () => {
  test.each([
    ['0-(070)893-3322', {}, 'unverified: raw:??00708933322'],
    ['9-(882)417-7531', { country: 'GB' }, 'unverified: raw:GB98824177531'],
    ['1-(914)504-2352', { country: 'GB' }, 'unverified: raw:GB19145042352'],
    ['020 7946 0958', {}, 'unverified: raw:??02079460958'],
    ['555-0142', {}, 'unverified: raw:??5550142'],
    ['unknown', {}, 'unverified: raw:??UNKNOWN'],
    ['504 555 0142 or 504 555 0119', {}, 'unverified: raw:??5045550142OR5045550119'],
  ])('%s', (raw, context, canonical) => expect(cleanedAs(phoneNumber, raw, context)).toBe(canonical));

  test('nothing at all is refused', () => expect(cleanedAs(phoneNumber, '(-)')).toBe('refused: The value has no digits'));
});

test('an extension is kept apart from the number', () => {
  for (const raw of ['(504) 555-0142 ext. 12', '504-555-0142 x12', '+15045550142;ext=12', '504 555 0142 #12'])
    expect(cleanedAs(phoneNumber, raw)).toBe('+15045550142;ext=12');
  expect(phoneNumber.show('+15045550142;ext=12')).toBe('(504) 555-0142 ext. 12');
});

test('numbers are shown as people write them', () => {
  expect(phoneNumber.show('+15045550142')).toBe('(504) 555-0142');
  expect(phoneNumber.show('+442079460958')).toBe('+44 20 7946 0958');
  expect(phoneNumber.show('raw:GB98824177531')).toBe('98824177531');
});

test('a number is found by all its digits, national digits and last four', () => {
  expect(phoneNumber.words('+15045550142')).toEqual(['15045550142', '5045550142', '5550142', '0142']);
  expect(phoneNumber.words('+442079460958')).toContain('02079460958');
  expect(phoneNumber.words('raw:GB98824177531')).toContain('7531');
});

test('numbers one digit apart are near, others are not', () => {
  expect(phoneNumber.compare('+15045550142', '+15045550142;ext=3')).toBe(1);
  expect(phoneNumber.compare('+15045550142', '+15045550143')).toBe(0.8);
  expect(phoneNumber.compare('+15045550142', '+12515550108')).toBe(0);
});

test('numbers of every area of North America are grouped and found as the library has them', () => {
  for (let area = 200; area < 1_000; area++)
    for (const rest of ['5550142', '2001000', '9999999']) {
      const value = `+1${area}${rest}`;
      const number = parsePhoneNumberFromString(value)!;
      expect(phoneNumber.show(value)).toBe(number.formatNational());
      expect(phoneNumber.words(value)).toEqual([`1${area}${rest}`, number.nationalNumber, rest, rest.slice(-4)]);
    }
});
