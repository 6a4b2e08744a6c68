import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Precision } from '../../model/moment.ts';
import { readLinkBody, readProperties, writeLinkBody, writeProperties, type WrittenProperty } from './writtenForm.ts';

const text = fc.string({ unit: 'binary' });
const value = fc
  .record({ value: text, display: text, isUnverified: fc.boolean(), isShownAsIs: fc.boolean() })
  .map(({ isShownAsIs, ...rest }) => (isShownAsIs ? { ...rest, display: rest.value } : rest));
const property = fc
  .record({ name: text, given: fc.array(text), values: fc.array(value), isGivenAsIs: fc.boolean() })
  .map(({ isGivenAsIs, name, given, values }) => ({
    name,
    given: isGivenAsIs ? values.map((one) => one.value) : given,
    values,
  }));
const moment = fc.option(
  fc.record({ at: fc.integer(), precision: fc.constantFrom<Precision>('YEAR', 'DAY', 'MINUTE', 'SECOND'), zone: text }),
);

test('properties come back as they were', () => {
  fc.assert(
    fc.property(fc.array(property), (properties) => {
      expect(readProperties(JSON.parse(writeProperties(properties)) as WrittenProperty[])).toEqual(properties);
    }),
  );
});

test('times and properties of a link come back as they were', () => {
  fc.assert(
    fc.property(moment, moment, fc.array(property), (start, end, properties) => {
      expect(readLinkBody(writeLinkBody({ start, end, properties }))).toEqual({ start, end, properties });
    }),
  );
});

test('what says nothing of its own is not written', () => {
  const plain = { value: 'black', display: 'black', isUnverified: false };
  const plate = { value: '101FDA', display: '101 FDA', isUnverified: false };
  expect(
    writeProperties([
      { name: 'colour', given: ['black'], values: [plain] },
      { name: 'plate', given: ['101 FDA'], values: [plate] },
    ]),
  ).toBe('[["colour","black"],["plate",[["101FDA","101 FDA"]],["101 FDA"]]]');
  expect(writeLinkBody({ start: { at: 5, precision: 'DAY', zone: 'UTC' }, end: null, properties: [] })).toBe(
    '[[5,"DAY","UTC"],0]',
  );
});

test('what an earlier version wrote in full is read', () => {
  const properties = [{ name: 'colour', given: ['Black'], values: [{ value: 'black', display: 'Black', isUnverified: false }] }];
  expect(readProperties(properties)).toEqual(properties);
  const body = { start: null, end: { at: 5, precision: 'DAY', zone: 'UTC' } as const, properties };
  expect(readLinkBody(JSON.stringify(body))).toEqual(body);
});
