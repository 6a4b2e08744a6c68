import type { PropertyType } from '@linchpin/schema';
import { expect, test } from 'vitest';
import type { PropertyInput } from '../../model/reportInput.ts';
import { RecordContext, type Assumptions } from './recordContext.ts';
import { cleanValue } from './rememberValues.ts';

const nowhere: Assumptions = { country: undefined, areaCode: undefined, timeZone: undefined };

/** A type that counts how often it is asked, and says what it was told. */
function countingType(more: Partial<PropertyType> = {}) {
  const asked: string[] = [];
  const type: PropertyType = {
    name: 'counting',
    isSlow: true,
    clean(raw, { country, timeZone, areaCode }) {
      asked.push(raw);
      return { ok: true, value: [raw, country ?? '-', timeZone ?? '-', areaCode ?? '-'].join('/') };
    },
    compare: () => 0,
    show: (value) => value,
    words: () => [],
    ...more,
  };
  const clean = (raw: string, assumptions = nowhere, given: readonly PropertyInput[] = []) => {
    const cleaned = cleanValue(type, raw, new RecordContext(assumptions, given));
    return cleaned.ok ? cleaned.prepared.value : null;
  };
  return { asked, clean };
}

test('what a slow type made of a value is known when it comes again', () => {
  const { asked, clean } = countingType();
  expect([clean('a'), clean('b'), clean('a')]).toEqual(['a/-/-/-', 'b/-/-/-', 'a/-/-/-']);
  expect(asked).toEqual(['a', 'b']);
});

test('a type that is not slow is asked each time, and so is one for a long text', () => {
  const quick = countingType({ isSlow: false });
  const { asked, clean } = countingType();
  for (const raw of ['a', 'a']) quick.clean(raw);
  for (const raw of ['x', 'x']) clean(raw.repeat(121));
  expect([quick.asked.length, asked.length]).toEqual([2, 2]);
});

test('a refusal is known again too', () => {
  const refusal = { ok: false, message: 'No', expected: 'yes' } as const;
  let asked = 0;
  const { clean } = countingType({ clean: () => (asked++, refusal) });
  expect([clean('a'), clean('a'), asked]).toEqual([null, null, 1]);
});

test.each([[{ country: 'US' }], [{ timeZone: 'Asia/Tokyo' }], [{ areaCode: '504' }], [{ timeZone: '' }]])(
  'a report that assumes %o is no other',
  (said) => {
    const { asked, clean } = countingType();
    const plain = clean('a');
    expect(clean('a', { ...nowhere, ...said })).not.toBe(plain);
    expect([clean('a'), asked.length]).toEqual([plain, 3]);
  },
);

test('what follows from another value of the record is not known again', () => {
  const { clean } = countingType({ clean: (raw, { sibling }) => ({ ok: true, value: `${raw} ${sibling?.('unit')}` }) });
  const unit = (value: string) => [{ name: 'unit', values: [value] }];
  expect([clean('5', nowhere, unit('m')), clean('5', nowhere, unit('ft'))]).toEqual(['5 m', '5 ft']);
});

test('values that have not come for long are forgotten', () => {
  const { asked, clean } = countingType();
  clean('first');
  for (let number = 0; number < 40_000; number++) clean(String(number));
  clean('first');
  expect(asked.filter((raw) => raw === 'first')).toHaveLength(2);
  for (let number = 40_000; number < 59_000; number++) clean(String(number));
  clean('first');
  expect(asked.filter((raw) => raw === 'first')).toHaveLength(2);
});
