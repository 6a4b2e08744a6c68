import { describe, expect, test } from 'vitest';
import { beside, cleanedAs } from '../fixtures/cleaning.ts';
import { ageRange } from './ageRange.ts';
import { latitude, longitude, stepOf } from './coordinate.ts';
import { flag } from './flag.ts';
import { hourCounts } from './hourCounts.ts';
import { identityNumber } from './identityNumber.ts';
import { imageHash } from './imageHash.ts';
import { name } from './name.ts';
import { nightTime } from './nightTime.ts';
import { oneOf } from './oneOf.ts';
import { country, region } from './place.ts';
import { postcode } from './postcode.ts';
import { text } from './text.ts';
import { age } from './wholeNumber.ts';

const role = oneOf('role', ['SUSPECT', 'PROSPECTIVE_VICTIM'], { synonyms: { SUSPECT: ['suspected'] } });

describe('values and what becomes of them', () => {
  test.each([
    [name, '  Dorian   Pell ', 'Dorian Pell'],
    [name, 'Pell, Dorian', 'Dorian Pell'],
    [name, 'Pell, Jr.', 'Pell, Jr.'],
    [name, '...', 'refused: The name has no letters'],
    [text, ' ', 'refused: The value is empty'],
    [role, 'prospective victim', 'PROSPECTIVE_VICTIM'],
    [role, 'Suspected', 'SUSPECT'],
    [role, 'boss', 'refused: The value is not one of the list'],
    [flag, 'Yes', 'true'],
    [flag, 'FALSE', 'false'],
    [flag, 'maybe', 'refused: The value is neither yes nor no'],
    [age, '017', '17'],
    [age, '-1', 'refused: The value is not a whole number in range'],
    [age, '1e2', 'refused: The value is not a whole number in range'],
    [ageRange, '30 to 40', '30-40'],
    [ageRange, '30–40', '30-40'],
    [ageRange, '17', '17'],
    [ageRange, 'under 18', '0-17'],
    [ageRange, '40+', '40-130'],
    [ageRange, '40-30', 'refused: The ages are not a range'],
    [identityNumber, 'bayou-so / Person / 88121a', 'BAYOU-SO/person/88121A'],
    [identityNumber, 'BAYOU-SO/file/2026/114', 'BAYOU-SO/file/2026/114'],
    [identityNumber, '88121', 'refused: An identity number says who issued it and of what kind it is'],
    [latitude, '+29.9510', '29.9510'],
    [latitude, '91', 'refused: The value is no coordinate in decimal degrees'],
    [longitude, '-090.07', '-90.07'],
    [longitude, '90°W', 'refused: The value is no coordinate in decimal degrees'],
    [postcode, '70001-1234', '70001-1234'],
    [postcode, 'wn34nl', 'WN3 4NL'],
    [postcode, 'k1a0b1', 'K1A 0B1'],
    [country, 'United States', 'US'],
    [country, 'usa', 'US'],
    [country, 'Atlantis', 'refused: There is no such country'],
    [region, 'louisiana', 'US-LA'],
    [region, 'Greater Manchester', 'Greater Manchester'],
    [nightTime, '2026-02-11', '2026-02-11'],
    [nightTime, '2026-02-11T15:30Z', '1770823800000/MINUTE/UTC'],
    [nightTime, '11/02/2026', 'refused: The date does not say which number is the day and which the month'],
    [hourCounts, `[${Array(24).fill(1).join(', ')}]`, Array(24).fill(1).join(',')],
    [hourCounts, '1,2', 'refused: The counts by hour are not 24 numbers'],
  ])('%#: %o %s', (type, raw, canonical) => expect(cleanedAs(type, raw)).toBe(canonical));
});

test('WA is Washington, unless the record says Australia', () => {
  expect(cleanedAs(region, 'WA')).toBe('US-WA');
  expect(cleanedAs(region, 'WA', beside({ country: 'Australia' }))).toBe('WA');
});

test('decimals given are the precision of a coordinate', () => {
  expect(stepOf('29.95')).toBeCloseTo(0.01);
  expect(latitude.compare('29.95', '29.951')).toBe(1);
  expect(latitude.compare('29.95', '29.99')).toBe(0);
});

test('a hash has the length of its algorithm', () => {
  const md5 = 'D41D8CD98F00B204E9800998ECF8427E';
  expect(cleanedAs(imageHash, md5, beside({ algorithm: 'MD5' }))).toBe(md5.toLowerCase());
  expect(cleanedAs(imageHash, md5, beside({ algorithm: 'SHA-256' }))).toMatch(/^refused/);
  expect(cleanedAs(imageHash, 'photo.jpg')).toMatch(/^refused/);
  expect(imageHash.compare('ff00ff00ff00ff00', 'ff00ff00ff00ff01')).toBeCloseTo(63 / 64);
});

test('names meet in any order of their parts', () => {
  expect(name.compare('Dorian Pell', 'PELL DORIAN')).toBe(1);
  expect(name.compare('Tasha Quillan', 'Tasha Quilan')).toBeGreaterThan(0.95);
  expect(name.compare('Dorian Pell', 'Rudy Anselm')).toBeLessThan(0.7);
});
