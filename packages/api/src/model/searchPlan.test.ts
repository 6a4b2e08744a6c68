import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isOneTypoOff, matchClass, matchOneTypo, matchWords, oneTypoVariants, wildcard } from './searchPlan.ts';

const word = fc.stringMatching(/^[a-z0-9]{1,9}$/);

describe('one typo', () => {
  it.each([
    ['hamilton', 'hamiltn', true],
    ['hamilton', 'hamiltoon', true],
    ['hamilton', 'hamilten', true],
    ['hamilton', 'hamitlon', true],
    ['hamilton', 'hamilton', false],
    ['hamilton', 'hamitlno', false],
    ['ab', 'ba', true],
    ['abc', 'cba', false],
  ])('%s and %s: %s', (a, b, expected) => {
    expect(isOneTypoOff(a, b)).toBe(expected);
    expect(isOneTypoOff(b, a)).toBe(expected);
  });

  it('lists exactly the words that are one typo off', () => {
    fc.assert(fc.property(word, (typed) => oneTypoVariants(typed).every((variant) => isOneTypoOff(typed, variant))));
    fc.assert(fc.property(word, word, (a, b) => oneTypoVariants(a).includes(b) === isOneTypoOff(a, b)));
  });

  it('is allowed to one word only, and to none that is short', () => {
    const plan = (words: string[]) => ({ keys: [], alternatives: [words], pattern: null });
    expect(matchOneTypo(plan(['todd', 'hamiltn']), ['todd', 'hamilton'])).toEqual({ typed: 'hamiltn', meant: ['hamilton'] });
    expect(matchOneTypo(plan(['tood', 'hamiltn']), ['todd', 'hamilton'])).toBeNull();
    expect(matchOneTypo(plan(['tod', 'hamilton']), ['ted', 'hamilton'])).toBeNull();
  });
});

describe('words', () => {
  const plan = (...alternatives: string[][]) => ({ keys: [], alternatives, pattern: null });

  it('rank whole words before beginnings', () => {
    expect(matchWords(plan(['todd', 'hamilton']), ['hamilton', 'todd'])).toBe(matchClass.allWords);
    expect(matchWords(plan(['todd', 'ham']), ['hamilton', 'todd'])).toBe(matchClass.prefix);
    expect(matchWords(plan(['todd', 'x']), ['hamilton', 'todd'])).toBeNull();
    expect(matchWords(plan(['h']), ['hamilton'])).toBeNull();
  });

  it('take the best alternative', () => {
    expect(matchWords(plan(['504', '555'], ['504555']), ['5045550142'])).toBe(matchClass.prefix);
    expect(matchWords(plan([]), ['a'])).toBeNull();
  });

  it('match a wildcard against whole words only', () => {
    expect(wildcard('48?k*').test('482ktr')).toBe(true);
    expect(wildcard('48?k').test('482ktr')).toBe(false);
    expect(matchWords({ keys: [], alternatives: [], pattern: '4*r' }, ['la', '482ktr'])).toBe(matchClass.prefix);
  });
});
