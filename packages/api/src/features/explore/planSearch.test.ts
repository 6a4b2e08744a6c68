import { describe, expect, test } from 'vitest';
import { coreVocabulary } from '@linchpin/schema';
import { LinchpinError } from '../../model/errors.ts';
import { planSearch } from './planSearch.ts';

const plan = (text: string) => planSearch(text, coreVocabulary);

describe('a typed text is looked for', () => {
  test('as the identifier that it may be, in any format', () => {
    expect(plan('(504) 555-0142').keys).toContain('PHONE +15045550142');
    expect(plan('five0four 555 oh one 42').keys).toContain('PHONE +15045550142');
  });

  test('as its words, without accents and case', () => {
    expect(plan('  José  DELACROIX ')).toMatchObject({ alternatives: [['jose', 'delacroix']], pattern: null });
  });

  test('as one word where a number or plate was broken up', () => {
    expect(plan('504 555 0142').alternatives).toEqual([['504', '555', '0142'], ['5045550142']]);
    expect(plan('KTR-482').alternatives).toEqual([['ktr', '482'], ['ktr482']]);
  });

  test('as words where a name has a year of birth', () => {
    expect(plan('Renee Delacroix 1988').alternatives).toEqual([['renee', 'delacroix', '1988']]);
  });

  test('as a pattern where it has * or ?', () => {
    expect(plan('7kx-4*')).toEqual({ keys: [], alternatives: [], pattern: '7kx4*' });
    expect(plan('*Ива?').pattern).toBe('*iva?');
  });

  test('as the simplest pattern that matches the same, with few stars', () => {
    expect(plan('*?*?zzz**?*').pattern).toBe('??*zzz?*');
    expect(() => plan('*a*b*c*d*')).toThrow(/too many stars/);
  });
});

test.each(['', '  ', '*', 'a?*', '--', 'x'.repeat(201), 'a b c d e f g h i j k l m'])(
  '%j is refused, saying what would be right',
  (text) => {
    const refuse = (): unknown => plan(text);
    expect(refuse).toThrow(LinchpinError);
    expect(refuse).toThrow(/^text: /);
  },
);
