import { describe, expect, test } from 'vitest';
import { beside, cleanedAs } from '../fixtures/cleaning.ts';
import { money } from './money.ts';

describe('money is whole minor units and a currency', () => {
  test.each([
    ['412.80', 'USD', '41280 USD', '$412.80'],
    ['1,900.00', 'usd', '190000 USD', '$1,900.00'],
    ['$412.8', undefined, '41280 USD', '$412.80'],
    ['USD 412', undefined, '41200 USD', '$412.00'],
    ['£3,500', undefined, '350000 GBP', '£3,500.00'],
    ['1200', 'JPY', '1200 JPY', '¥1,200'],
    ['1.234', 'KWD', '1234 KWD', 'KWD 1.234'],
    ['-12.00', 'USD', '-1200 USD', '-$12.00'],
    ['0', 'USD', '0 USD', '$0.00'],
    ['0.10', 'USD', '10 USD', '$0.10'],
  ])('%s %s', (raw, currency, canonical, display) => {
    expect(cleanedAs(money, raw, currency === undefined ? {} : beside({ currency }))).toBe(canonical);
    expect(money.show(canonical).replaceAll('\u00a0', ' ')).toBe(display);
  });

  test.each([
    '412.80',
    '412,80 EUR',
    '1.900,00 EUR',
    '412.805 USD',
    '19,00,00 USD',
    'lots',
    '',
    '412.80 XXQ',
    '9'.repeat(20) + ' USD',
  ])('refuses %s', (raw) => expect(money.clean(raw, {})).toMatchObject({ ok: false, expected: expect.stringMatching(/.+/) }));
});
