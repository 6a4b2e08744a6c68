import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { foldCompact, foldKey, foldWords } from './foldWords.ts';
import { jaroWinkler, osaDistance } from './similarity.ts';

describe('Jaro-Winkler gives the values of Winkler’s paper', () => {
  test.each([
    ['MARTHA', 'MARHTA', 0.961],
    ['DIXON', 'DICKSONX', 0.813],
    ['DWAYNE', 'DUANE', 0.84],
    ['JELLYFISH', 'SMELLYFISH', 0.896],
    ['ABC', 'XYZ', 0],
    ['', '', 1],
    ['A', '', 0],
  ])('%s %s', (a, b, expected) => {
    expect(jaroWinkler(a, b)).toBeCloseTo(expected, 2);
    expect(jaroWinkler(b, a)).toBeCloseTo(expected, 2);
  });
});

describe('optimal string alignment counts a swap as one', () => {
  test.each([
    ['kitten', 'sitting', 3],
    ['ca', 'ac', 1],
    ['ca', 'abc', 3],
    ['', 'abc', 3],
    ['same', 'same', 0],
  ])('%s %s', (a, b, expected) => expect(osaDistance(a, b)).toBe(expected));
});

describe('words are folded to a-z and 0-9 in any script', () => {
  test.each([
    ['José Núñez', ['jose', 'nunez']],
    ['O’Brien-Smith', ['obrien', 'smith']],
    ['Straße 5', ['strasse', '5']],
    ['Дмитрий', ['dmitriy']],
    ['ＦＵＬＬ width', ['full', 'width']],
    ['   ', []],
  ])('%s', (raw, words) => expect(foldWords(raw)).toEqual(words));

  test('plain ASCII folds as it would in any other text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme-ascii' }), (raw) => {
        expect(foldWords(`${raw} é`)).toEqual([...foldWords(raw), 'e']);
      }),
    );
  });

  test('a key keeps blocks of a number apart, a compact word does not', () => {
    expect([foldKey('2026-1-14'), foldKey('2026/11 4')]).toEqual(['2026-1-14', '2026-11-4']);
    expect(foldCompact('LA 482-KTR')).toBe('la482ktr');
  });
});
