import { describe, expect, test } from 'vitest';
import { cleanedAs } from '../fixtures/cleaning.ts';
import { birthDate, date } from './date.ts';

describe('a date with one reading is taken, as exactly as it says', () => {
  test.each([
    ['1978', '1978'],
    ['1978-11', '1978-11'],
    ['1978-11-13', '1978-11-13'],
    ['1978/11/13', '1978-11-13'],
    ['19781113', '1978-11-13'],
    ['13 Nov 1978', '1978-11-13'],
    ['13-Nov-1978', '1978-11-13'],
    ['November 13, 1978', '1978-11-13'],
    ['Nov 1978', '1978-11'],
    ['2000-02-29', '2000-02-29'],
    ['0001-01-01', '0001-01-01'],
    ['9999', '9999'],
  ])('%s', (raw, canonical) => expect(cleanedAs(date, raw)).toBe(canonical));
});

describe('a date with two readings, or none, is refused with what would be right', () => {
  test.each([
    '13/11/1978',
    '03/04/1978',
    '3.4.1978',
    '11-13-1978',
    '13/11/78',
    '1978-13-01',
    '1978-02-30',
    '1900-02-29',
    '0000-01-01',
    '13111978',
    'last May',
    '',
    '78',
  ])('%s', (raw) => {
    const cleaned = date.clean(raw, {});
    expect(cleaned).toMatchObject({ ok: false, expected: expect.stringContaining('1978-11-13') });
  });
});

test('a refusal does not repeat the date', () => {
  expect(JSON.stringify(date.clean('13/11/1968', {}))).not.toContain('1968');
});

test('dates are shown with the month in letters', () => {
  expect([date.show('1978'), date.show('1978-11'), date.show('1978-11-13')]).toEqual(['1978', 'Nov 1978', '13 Nov 1978']);
});

test('a less exact date agrees with the exact one; day and month swapped are near', () => {
  expect(date.compare('1978-11', '1978-11-13')).toBe(0.95);
  expect(date.compare('1978-11-03', '1978-03-11')).toBe(0.85);
  expect(date.compare('1978-11-13', '1978-11-14')).toBe(0.85);
  expect(date.compare('1978-11-13', '1985-01-02')).toBe(0);
});

test('a birth date is found by its year only', () => expect(birthDate.words('1978-11-13')).toEqual(['1978']));
