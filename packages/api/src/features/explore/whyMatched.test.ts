import { expect, test } from 'vitest';
import { coreVocabulary } from '@linchpin/schema';
import type { EntityView } from '../../model/views.ts';
import { planSearch } from './planSearch.ts';
import { whyMatched } from './whyMatched.ts';

const value = (text: string, display = text) => ({ value: text, display, isUnverified: false, reportCount: 1, reports: [] });
const person: EntityView = {
  id: 'p',
  kind: 'PERSON',
  caption: 'Dorian Pell',
  isProtected: false,
  isGeneric: false,
  properties: [
    { name: 'name', values: [value('Dorian Pell')] },
    { name: 'alias', values: [value('Skip')] },
    { name: 'minor', values: [value('false')] },
  ],
  firstSeen: null,
  lastSeen: null,
  agencies: [],
  recordCount: 1,
};

const why = (text: string, entity = person) => whyMatched(planSearch(text, coreVocabulary), entity, coreVocabulary);

test('a hit says which of its values the words meet, the closest first', () => {
  expect(why('skip pell dorian')).toEqual(['Name: Dorian Pell', 'Also called: Skip']);
});

test('a beginning and one typo meet as well', () => {
  expect(why('dor')).toEqual(['Name: Dorian Pell']);
  expect(why('dorain')).toEqual(['Name: Dorian Pell']);
});

test('flags are never told, and of a protected person nothing is', () => {
  expect(why('false')).toEqual([]);
  expect(why('dorian', { ...person, isProtected: true, properties: [] })).toEqual([]);
});
