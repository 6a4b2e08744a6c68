import { describe, expect, test } from 'vitest';
import { beside, cleanedAs } from '../fixtures/cleaning.ts';
import { accountNumber, iban, routing } from './bankAccount.ts';
import { firstDigits, lastDigits } from './cardDigits.ts';
import { holdsCardNumber, networkOf } from './cardNumber.ts';
import { chain, cryptoAddress } from './cryptoAddress.ts';

describe('a full card number is recognised however it is written', () => {
  test.each([
    '4111111111111111',
    '4111 1111 1111 1111',
    '4111-1111-1111-1111',
    '4111 - 1111 - 1111 - 1111',
    '378282246310005',
    '6011000990139424',
    '5555.5555.5555.4444',
    '４１１１１１１１１１１１１１１１',
    'card 4111111111111111 exp 12/27 cvv 123',
    '4111111111111111 12/27 123',
    'x4111111111111111',
    '4\u200b111 1111 1111 1111',
    'ref 12 6212 3456 7890 1234 5',
  ])('%s', (raw) => expect(holdsCardNumber(raw)).toBe(true));

  test.each(['4111111111111112', '411111 1111', '411111', '(504) 555-0142', '0000 0000 0000 0000', '12345678901', ''])(
    'and nothing else: %s',
    (raw) => expect(holdsCardNumber(raw)).toBe(false),
  );
});

test('a long row of single digits is looked through once, not once from each of them', () => {
  const before = performance.now();
  expect(holdsCardNumber('1 '.repeat(50_000))).toBe(false);
  expect(performance.now() - before).toBeLessThan(2_000);
});

test('digits of a card are the first six to eight and the last four', () => {
  expect(cleanedAs(firstDigits, '4111 11')).toBe('411111');
  expect(cleanedAs(firstDigits, '41111111')).toBe('41111111');
  expect(cleanedAs(firstDigits, '4111')).toMatch(/^refused/);
  for (const raw of ['7731', '··7731', '**** 7731', 'xxxx-7731', 'ending in 7731'])
    expect(cleanedAs(lastDigits, raw)).toBe('7731');
  expect(lastDigits.show('7731')).toBe('··7731');
  expect(networkOf('411111')).toBe('visa');
  expect(networkOf('')).toBeNull();
});

test('too many digits of a card are refused without being repeated', () => {
  for (const type of [firstDigits, lastDigits]) {
    const refusal = type.clean('411111111', {});
    expect(refusal).toMatchObject({ ok: false, expected: expect.stringMatching(/first 6 to 8.*last 4/) });
    expect(JSON.stringify(refusal)).not.toContain('411111111');
  }
});

test('an IBAN is checked, a wrong one kept and marked', () => {
  expect(cleanedAs(iban, 'iban: de89 3704 0044 0532 0130 00')).toBe('DE89370400440532013000');
  expect(cleanedAs(iban, 'DE89 3704 0044 0532 0130 01')).toBe('unverified: raw:??DE89370400440532013001');
  expect(iban.show('DE89370400440532013000')).toBe('DE89 3704 0044 0532 0130 00');
  expect(iban.words('DE89370400440532013000')).toContain('3000');
});

test('an account number is never stored, yet tells accounts apart', () => {
  const at = (bank: string, number: string): string => cleanedAs(accountNumber, number, beside({ routing: bank }));
  const value = at('065400137', '12 3456-7890');
  expect(value).toMatch(/^7890\/[0-9a-f]{32}$/);
  expect(at('065400137', '1234567890')).toBe(value);
  expect(at('065400137', '0001234567890')).toBe(value);
  expect(at('021000021', '1234567890')).not.toBe(value);
  expect(at('065400137', '2234567890')).not.toBe(value);
  expect(accountNumber.show(value)).toBe('··7890');
  expect(accountNumber.clean('1234567890', {})).toMatchObject({ given: '··7890' });
});

test('a routing number has a check digit', () => {
  expect(cleanedAs(routing, '0210-0002-1')).toBe('021000021');
  expect(cleanedAs(routing, '021000022')).toBe('unverified: raw:??021000022');
});

describe('a crypto address is checked against its chain', () => {
  test.each([
    ['bc1qar0srrr7xfkvy5l643lydnw9re59gtzzwf5mdq', 'bitcoin'],
    ['1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa', 'BTC'],
    ['0xde709f2102306220921060314715629080e2fb77', 'ETH'],
    ['TNPeeaaFB7K9cmo4uQpcU32zGK8G1NYqeL', 'trc20'],
  ])('%s', (address, name) => {
    expect(cleanedAs(cryptoAddress, address, beside({ chain: name }))).toBe(address);
    expect(cleanedAs(cryptoAddress, address)).toBe(address);
    expect(
      cleanedAs(cryptoAddress, `${address.slice(0, -1)}${address.endsWith('a') ? 'b' : 'a'}x`, beside({ chain: name })),
    ).toMatch(/^unverified/);
  });

  test('chains have one name', () => {
    expect(['BTC', 'Bitcoin', 'trc20', 'ETH'].map((name) => cleanedAs(chain, name))).toEqual([
      'bitcoin',
      'bitcoin',
      'tron',
      'ethereum',
    ]);
  });
});
