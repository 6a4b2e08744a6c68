import { expect, test } from 'vitest';
import { candidateText, typoText } from './luceneText.ts';

const plan = (alternatives: readonly (readonly string[])[], pattern: string | null = null) => ({
  keys: [],
  alternatives,
  pattern,
});

test('every word of an alternative must occur, as it stands or as a beginning', () => {
  expect(candidateText(plan([['maria', 'or'], ['504']]))).toBe('(+maria* +or*) (+504*)');
});

test('a wildcard is asked for as it is typed', () => {
  expect(candidateText(plan([], '*4555?'))).toBe('*4555?');
});

test('what is no folded word never reaches the index', () => {
  expect(candidateText(plan([['a) OR (agency:x']]))).toBeNull();
  expect(candidateText(plan([], '/.*/'))).toBeNull();
  expect(typoText(plan([['maria"~5']]))).toBeNull();
});

test('one word at a time may be a typo off: a letter more, other or less, or two swapped', () => {
  const text = typoText(plan([['jose', 'fox']]));
  const [, expression] = /^\(\+\/(.*)\/ \+fox\*\)$/.exec(text!)!;
  const pattern = new RegExp(`^(?:${expression})$`);
  for (const near of ['josef', 'jse', 'jase', 'ojse', 'joes', 'ose', 'jos', 'xjose']) expect(near).toMatch(pattern);
  for (const far of ['josefa', 'js', 'maria', 'esoj']) expect(far).not.toMatch(pattern);
});

test('short words are not taken for typos', () => {
  expect(typoText(plan([['fox']]))).toBeNull();
});
