import { describe, expect, test } from 'vitest';
import { cleanedAs } from '../fixtures/cleaning.ts';
import { plateRegion } from './place.ts';
import { plate } from './plate.ts';
import { vin } from './vin.ts';

describe('a VIN', () => {
  test.each([
    ['1HGCM82633A004352', '1HGCM82633A004352'],
    ['1hgcm82633a004352', '1HGCM82633A004352'],
    ['1HG CM826-33A004352', '1HGCM82633A004352'],
    ['1M8GDM9AXKP042788', '1M8GDM9AXKP042788'],
    ['WVWZZZ1JZ3W386752', 'WVWZZZ1JZ3W386752'],
    ['1HGCM82643A004352', 'unverified: 1HGCM82643A004352'],
    ['11111111111111111', 'unverified: raw:??11111111111111111'],
    ['1HGCM82633A00435', 'unverified: raw:??1HGCM82633A00435'],
    ['1HGCM82633AO04352', 'unverified: raw:??1HGCM82633AO04352'],
    ['n/a', 'unverified: raw:??NA'],
  ])('%s is %s', (raw, canonical) => expect(cleanedAs(vin, raw)).toBe(canonical));

  test('is found whole and by its last eight', () => {
    expect(vin.words('1HGCM82633A004352')).toEqual(['1hgcm82633a004352', '3a004352']);
  });
});

describe('a plate', () => {
  test.each([
    ['482 KTR', '482KTR'],
    ['482-ktr', '482KTR'],
    ['ＡＢ１２ ＣＤＥ', 'AB12CDE'],
    ['ABCDEFGHIJ', 'unverified: raw:??ABCDEFGHIJ'],
    ['Ж123', 'unverified: raw:??ZH123'],
  ])('%s is %s', (raw, canonical) => expect(cleanedAs(plate, raw)).toBe(canonical));

  test('is shown in blocks and found by them, and with look-alikes', () => {
    expect(['482KTR', 'RY52APF', '2B81F04'].map((value) => plate.show(value))).toEqual(['482 KTR', 'RY52 APF', '2B81F04']);
    expect(plate.words('482KTR')).toEqual(['482ktr', '482', 'ktr']);
    expect(plate.words('O1IQ')).toContain('0110');
    expect(plate.words('082KTR')).toContain('o82ktr');
    expect(plate.compare('O82KTR', '082KTR')).toBe(0.95);
  });

  test.each([
    ['la', 'US-LA'],
    ['Louisiana', 'US-LA'],
    ['US-LA', 'US-LA'],
    ['ON', 'CA-ON'],
    ['CA', 'US-CA'],
    ['Mexico', 'MX'],
    ['UK', 'GB'],
    ['Bavaria', 'BAVARIA'],
  ])('is of %s, stored %s', (raw, canonical) => expect(cleanedAs(plateRegion, raw)).toBe(canonical));
});
