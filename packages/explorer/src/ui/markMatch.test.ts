import { describe, expect, it } from 'vitest';
import { isFound, markMatch } from './markMatch.ts';

const shown = (caption: string, typed: string) =>
  markMatch(caption, typed)
    .map(({ text, isMatch }) => (isMatch ? `[${text}]` : text))
    .join('');

describe('marking what the typed text found', () => {
  it('finds digits through the punctuation of a phone number', () => {
    expect(shown('(504) 555-0142', '504 555 01')).toBe('[(504) 555-01]42');
    expect(shown('(504) 555-0142', '5550142')).toBe('(504) [555-0142]');
  });

  it('folds case and accents', () => expect(shown('José Ávila', 'jose av')).toBe('[José Áv]ila'));

  it('marks words in another order, each from the beginning of a word', () => {
    expect(shown('Dorian Pell', 'pell dor')).toBe('[Dor]ian [Pell]');
  });

  it('leaves a caption whole when something else matched', () => expect(shown('Juniper-7', 'pell')).toBe('Juniper-7'));

  it('is found only when everything typed is there', () => {
    expect(isFound('(504) 555-0142', '504 555 01')).toBe(true);
    expect(isFound('(850) 555-0198', '504 555 01')).toBe(false);
    expect(isFound('Dorian Pell', 'pell dorian')).toBe(true);
    expect(isFound('Dorian Pell', ' - ')).toBe(false);
  });

  it('marks nothing for nothing', () => expect(shown('Pell', '  ')).toBe('Pell'));
});
