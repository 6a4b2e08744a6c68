import { coreVocabulary as vocabulary } from '@linchpin/schema';
import { expect, test } from 'vitest';
import type { PreparedReport } from '../../model/prepared.ts';
import { publicIds } from '../../model/publicIds.ts';
import type { ReportInput } from '../../model/reportInput.ts';
import { prepareReport } from './prepareReport.ts';

const context = {
  vocabulary,
  ids: publicIds(Buffer.alloc(32, 7)),
  now: Date.UTC(2024, 4, 20),
  agency: 'BAYOU-SO',
  groups: ['GULF-TF'],
  drawNumber: () => '000001',
};

function prepare(
  records: Record<string, readonly [kind: string, values: Record<string, string>]>,
  links: ReportInput['links'] = [],
  more: Partial<ReportInput> = {},
): PreparedReport {
  const written = Object.entries(records).map(([ref, [kind, values]]) => ({
    ref,
    kind,
    properties: Object.entries(values).map(([name, value]) => ({ name, values: [value] })),
  }));
  return prepareReport({ kind: 'OTHER', timeZone: 'America/Chicago', country: 'US', records: written, links, ...more }, context);
}

test('a phone is the same however it is typed, also hidden in words', () => {
  const keys = ['(504) 555-0142', '+1 504 555 0142', 'five0four 555 oh one 42'].map(
    (number) => prepare({ n: ['PHONE', { number }] }).records[0]!.key,
  );
  expect(new Set(keys).size).toBe(1);
  expect(keys[0]).toContain('15045550142');
});

test('seven digits take the area code of the report, and no other', () => {
  const key = (areaCode?: string) => prepare({ n: ['PHONE', { number: '555-0142' }] }, [], { areaCode }).records[0]!;
  expect(key('504').key).toBe(prepare({ n: ['PHONE', { number: '(504) 555-0142' }] }).records[0]!.key);
  expect(key().properties[0]!.values[0]!.isUnverified).toBe(true);
});

test('a stay is known by its lodging and booking, whichever report says so', () => {
  const motel = ['LODGING', { brand: 'Marlow', propertyCode: 'MB-01' }] as const;
  const stay = (bookingReference: string) =>
    prepare({ s: ['STAY', { bookingReference }], m: motel }, [{ kind: 'AT', from: 's', to: 'm' }]).records[0]!.key;
  expect(stay('R-881')).not.toBeNull();
  expect(stay('R-881')).toBe(stay('r-881'));
  expect(stay('R-881')).not.toBe(stay('R-882'));
  expect(prepare({ s: ['STAY', { bookingReference: 'R-881' }] }).records[0]!.key).toBeNull();
});

test('a sighting is known by sensor, time and what was seen', () => {
  const sighting = (plate: string) =>
    prepare({ s: ['SIGHTING', { sensor: 'LPR 7', time: '2024-03-09T21:30' }], v: ['VEHICLE', { plate, plateRegion: 'LA' }] }, [
      { kind: 'PRESENT_AT', from: 'v', to: 's' },
    ]).records[0]!.key;
  expect(sighting('217 HBN')).toContain('217HBN');
  expect(sighting('217 HBN')).not.toBe(sighting('218 HBN'));
});

test('an identity number makes one person only where the reporter, or the group it reports to, gave it out', () => {
  const person = (identityNumber: string, more: Partial<ReportInput> = {}) =>
    prepare({ p: ['PERSON', { name: 'Ana Ruiz', identityNumber }] }, [], more).records[0]!;
  expect(person('BAYOU-SO/person/88121').key).not.toBeNull();
  expect(person('GULF-TF/person/1').key).toBeNull();
  expect(person('GULF-TF/person/1', { audience: 'GULF-TF' }).key).not.toBeNull();
  expect(person('PINE-SO/person/1')).toMatchObject({ key: null, lookupKeys: [expect.stringContaining('PINE-SO')] });
});

test('names, year of birth and last digits are words to be found by', () => {
  const { words } = prepare({ p: ['PERSON', { name: 'Zoë O’Brien', dateOfBirth: '1978-11-13' }] }).records[0]!;
  expect(words).toEqual(expect.arrayContaining(['zoe', 'obrien', '1978']));
  expect(prepare({ n: ['PHONE', { number: '504 555 0142' }] }).records[0]!.words).toContain('0142');
});

test('an age under 18 and a birth date tell a minor', () => {
  expect(prepare({ p: ['PERSON', { name: 'Kim', age: '12' }] }).records[0]!.isMinor).toBe(true);
  expect(prepare({ p: ['PERSON', { name: 'Kim', ageRange: '16-20' }] }).records[0]!.isMinor).toBe(true);
  expect(prepare({ p: ['PERSON', { name: 'Kim', dateOfBirth: '2010-05-07' }] }).records[0]!.adultFrom).toBe(
    Date.parse('2028-05-07T05:00Z'),
  );
});

test('no full card number enters through an account either', () => {
  expect(() => prepare({ a: ['FINANCIAL_ACCOUNT', { scheme: 'card', accountNumber: '4111111111111111' }] })).toThrow(
    /card number/,
  );
});
