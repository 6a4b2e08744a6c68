import { describe, expect, test } from 'vitest';
import { coreVocabulary } from '../coreVocabulary.ts';
import { type CleanRecord, keysOf, lookupKeysOf, record } from '../fixtures/records.ts';

const motel = { linked: { 'AT to': ['LODGING x'] } };
const phone = record('PHONE', { number: '+15045550142' });
const plated = record('VEHICLE', { plate: '482KTR', plateRegion: 'LA' });
const card = record('FINANCIAL_ACCOUNT', { scheme: 'card', issuer: 'Visa', firstDigits: '41111122', lastDigits: '1111' });
const home = record('ADDRESS', { street: '1418 Larkspur Court', city: 'Metairie', region: 'LA', postcode: '70001' });
const account = record('ONLINE_ACCOUNT', { platform: 'Instagram', handle: 'tq_nola' });
const legalCase = record('CASE', { agency: 'BAYOU-SO', number: '2026-114' });

describe('what people type finds the record, in any format', () => {
  test.each<[CleanRecord, string]>([
    [phone, '(504) 555-0142'],
    [phone, 'five0four 555 oh one 42'],
    [phone, '5o4-five55-0142'],
    [phone, '1 504 555 0142 x9'],
    [record('PHONE', { number: '0-(070)893-3322' }, { country: 'GB' }), '0 (070) 893 3322'],
    [record('PHONE', { number: '0-(711)302-8090' }, { country: 'GB' }), '0711 3028090'],
    [record('PHONE', { number: '+44 7113 028090' }), '07113 028090'],
    [record('PHONE', { number: '5550142' }), '555-0142'],
    [record('EMAIL', { address: 'dp.rooms@example.net' }), 'Dorian <DP.Rooms@example.net>'],
    [account, '@TQ_nola'],
    [account, 'tq_nola'],
    [account, 'IG @tq_nola'],
    [account, 'https://instagram.com/tq_nola?hl=en'],
    [plated, 'LA 482 KTR'],
    [plated, 'louisiana 482-ktr'],
    [plated, '482ktr'],
    [record('VEHICLE', { plate: 'LA 217-HBN', plateRegion: 'Louisiana' }), '217 hbn'],
    [record('VEHICLE', { plate: '482 KTR' }), 'LA 482 KTR'],
    [record('VEHICLE', { plate: '482 KTR' }), '482 KTR'],
    [record('VEHICLE', { plate: 'RY52 APF', plateRegion: 'GB' }), 'RY52APF'],
    [record('VEHICLE', { plate: '2B81F04', plateRegion: 'AL' }), 'AL 2B81F04'],
    [record('VEHICLE', { vin: '1HGCM82633A004352' }), '1hgcm826 33a004352'],
    [card, 'visa 41111122 1111'],
    [card, 'Visa 411111 ··1111'],
    [card, '411111xxxxxx1111'],
    [record('FINANCIAL_ACCOUNT', { routing: '021000021', accountNumber: '0012345678' }), '021000021 12345678'],
    [record('FINANCIAL_ACCOUNT', { iban: 'DE89370400440532013000' }), 'de89 3704 0044 0532 0130 00'],
    [record('FINANCIAL_ACCOUNT', { service: 'Cash App', handle: '$lc_tx' }), 'cash app $lc_tx'],
    [
      record('FINANCIAL_ACCOUNT', { scheme: 'prepaid', issuer: 'Palmetto Prepaid', lastDigits: '4471' }),
      'Palmetto Prepaid ··4471',
    ],
    [
      record('FINANCIAL_ACCOUNT', { chain: 'BTC', cryptoAddress: '1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa' }),
      '1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa',
    ],
    [home, '1418 Larkspur Ct, Metairie, LA 70001'],
    [home, '1418 larkspur court, Metairie, Louisiana'],
    [legalCase, 'BAYOU-SO 2026-114'],
    [legalCase, 'bayou-so/2026-114'],
    [legalCase, '2026-114'],
    [record('PERSON', { identityNumber: 'GULF-PD/person/7' }), 'gulf-pd/Person/7'],
    [record('ORGANIZATION', { registryNumber: '4471920K', jurisdiction: 'LA' }), 'LA 4471920k'],
    [record('LODGING', { brand: 'Rest Inn', propertyCode: 'LA117' }), 'rest inn la117'],
    [record('STAY', { bookingReference: 'QX-7781' }), 'qx 7781'],
    [record('AD', { platform: 'City Board', postId: '7731-44' }), 'City Board 7731-44'],
    [record('IMAGE', { algorithm: 'md5', hash: 'd41d8cd98f00b204e9800998ecf8427e' }), 'D41D8CD98F00B204E9800998ECF8427E'],
    [record('OBJECT', { maker: 'Acme', serialNumber: 'A-1 77' }), 'A177'],
  ])('%#: %s', (held, typed) => {
    const keys = new Set([...keysOf(held, motel), ...lookupKeysOf(held)]);
    expect(held.kind.parseLookup(typed).filter((key) => keys.has(key))).not.toEqual([]);
  });
});

test('a plate of another state is not meant', () => {
  const typed = plated.kind.parseLookup('TX 482 KTR');
  expect(typed.filter((key) => keysOf(plated).includes(key))).toEqual([]);
});

test('a fragment or a full card number finds nothing', () => {
  for (const typed of ['7731', '4111 1111 1111 1111', '4111111111111111']) expect(card.kind.parseLookup(typed)).toEqual([]);
  expect(phone.kind.parseLookup('Dorian Pell')).toEqual([]);
});

test('pointers answer for identifiers and a person’s number alone', () => {
  const answering = [...coreVocabulary.entityKinds.values()].filter((kind) => kind.answersWithPointer).map((kind) => kind.kind);
  expect(answering).toEqual(['PERSON', 'PHONE', 'EMAIL', 'ONLINE_ACCOUNT', 'VEHICLE', 'FINANCIAL_ACCOUNT']);
});
