import { describe, expect, test } from 'vitest';
import { keysOf, lookupKeysOf, record } from '../fixtures/records.ts';

describe('the strongest key alone decides; weaker ones follow it', () => {
  test('a VIN comes before a plate, a plate with its region before the plate alone', () => {
    const car = record('VEHICLE', { vin: '1HGCM82633A004352', plate: '482 KTR', plateRegion: 'LA' });
    expect(keysOf(car)).toEqual(['vin:1HGCM82633A004352', 'plate:US-LA/482KTR', 'plate:482KTR']);
  });

  test('a plate of nobody knows where is an entity of its own, and is found', () => {
    const car = record('VEHICLE', { plate: '482 KTR' });
    expect(keysOf(car)).toEqual([]);
    expect(lookupKeysOf(car)).toEqual(['plate:482KTR', 'plate:??/482KTR']);
  });

  test('brand and property code come before name and address', () => {
    const motel = { name: 'Marlow Bend Motel', brand: 'Rest Inn', propertyCode: 'LA-117' };
    expect(keysOf(record('LODGING', motel), { linked: { 'AT to': ['ADDRESS 2200 airline dr||70062|US'] } })).toEqual([
      'brand:restinn/la-117',
      'name:marlowbendmotel@2200 airline dr||70062|US',
    ]);
    const { name } = motel;
    const address = '2200 Airline Dr, Kenner, LA 70062';
    expect(keysOf(record('LODGING', { name, address }))).toEqual(['name:marlowbendmotel@2200 airline dr||70062|US']);
    expect(keysOf(record('LODGING', { name }))).toEqual([]);
  });

  test('an account id comes before a handle, which needs its platform', () => {
    expect(keysOf(record('ONLINE_ACCOUNT', { platform: 'IG', accountId: '17841400', handle: '@TQ_nola' }))).toEqual([
      'instagram/id:17841400',
      'instagram/@tq_nola',
    ]);
    expect(keysOf(record('ONLINE_ACCOUNT', { handle: '@TQ_nola' }))).toEqual([]);
    expect(keysOf(record('ONLINE_ACCOUNT', { url: 'https://www.instagram.com/tq_nola/' }))).toEqual(['instagram/@tq_nola']);
  });
});

describe('an address is street, unit, postcode and country', () => {
  const key = '1418 larkspur ct|4b|70001|US';
  test.each([
    [{ street: '1418 Larkspur Court', unit: 'Apt 4-B', postcode: '70001' }],
    [{ street: '1418 LARKSPUR CT.', unit: '#4B', postcode: '70001-1234', country: 'USA' }],
    [{ full: '1418 Larkspur Ct Apt 4B, Metairie, LA 70001' }],
  ])('%o', (said) => expect(keysOf(record('ADDRESS', said))[0]).toBe(key));

  test('city and region take the place of a missing postcode, and are a weaker key beside one', () => {
    const street = '1418 Larkspur Ct';
    expect(keysOf(record('ADDRESS', { street, city: 'Metairie', region: 'Louisiana' }))).toEqual([
      '1418 larkspur ct||metairie|usla|US',
    ]);
    expect(keysOf(record('ADDRESS', { street, city: 'Metairie', region: 'LA', postcode: '70001' }))).toHaveLength(2);
    expect(keysOf(record('ADDRESS', { street, city: 'Metairie' }))).toEqual([]);
    expect(keysOf(record('ADDRESS', { latitude: '29.95', longitude: '-90.07' }))).toEqual([]);
  });

  test('of Britain and in one line', () => {
    const written = { street: '178 Polding Street', postcode: 'wn34nl' };
    expect(keysOf(record('ADDRESS', written))).toEqual(['178 polding st||wn34nl|GB']);
    expect(keysOf(record('ADDRESS', { full: '178 Polding Street, Wigan WN3 4NL' }))[0]).toBe('178 polding st||wn34nl|GB');
  });

  test('without a street the line as given is the key, unless it tells nothing apart', () => {
    expect(keysOf(record('ADDRESS', { full: 'behind exit 223, mile 4' }))).toEqual(['raw:??BEHINDEXIT223MILE4']);
    expect(keysOf(record('ADDRESS', { full: 'homeless' }))).toEqual([]);
  });
});

describe('events are keyed by what they belong to', () => {
  test('a stay by lodging and booking', () => {
    const stay = record('STAY', { bookingReference: 'QX-7781', room: '118' });
    expect(keysOf(stay, { linked: { 'AT to': ['LODGING brand:restinn/la-117'] } })).toEqual([
      'booking:qx-7781@LODGING brand:restinn/la-117',
    ]);
    expect(keysOf(stay)).toEqual([]);
    expect(lookupKeysOf(stay)).toEqual(['booking:qx-7781']);
  });

  test('a payment by channel and reference', () => {
    expect(keysOf(record('PAYMENT', { channel: 'pay app', reference: 'TX 99' }))).toEqual(['app/tx-99']);
    expect(keysOf(record('PAYMENT', { reference: 'TX 99' }))).toEqual([]);
  });

  test('a sighting by sensor, time and who was there', () => {
    const read = record('SIGHTING', { sensor: 'LPR 12', time: '2026-02-25T06:10Z' });
    expect(keysOf(read, { linked: { 'PRESENT_AT from': ['VEHICLE b', 'VEHICLE a'] } })).toEqual([
      'lpr12/1772000_/'.replace('1772000_', String(Date.parse('2026-02-25T06:10Z'))) + 'MINUTE/VEHICLE a+VEHICLE b',
    ]);
    expect(keysOf(read)).toEqual([]);
  });

  test('an ad by its post, else by text, day and city', () => {
    const said = { text: 'New in town! 2 days', postedAt: '2026-02-11T23:30-06:00', city: 'Metairie' };
    const zone = { timeZone: 'America/Chicago' };
    const [byText] = keysOf(record('AD', said, zone));
    expect(byText).toMatch(/^text:[0-9a-f]{32}\/2026-02-11\/metairie$/);
    expect(keysOf(record('AD', { ...said, text: 'NEW IN TOWN, 2 days!!' }, zone))).toEqual([byText]);
    expect(keysOf(record('AD', { ...said, platform: 'City Board', postId: '7731-44' }, zone))).toEqual([
      'cityboard/post:7731-44',
      byText,
    ]);
    expect(keysOf(record('AD', { text: 'New in town', city: 'Metairie' }))).toEqual([]);
  });
});

describe('an identity number clusters only where its issuer speaks', () => {
  const numbers = { identityNumber: ['GULF-PD/person/7', 'GULF-TF/person/3', 'BAYOU-SO/person/88121'] };
  test('issued by the reporting agency, then by its audience; every one answers lookup', () => {
    expect(keysOf(record('PERSON', numbers))).toEqual(['BAYOU-SO/person/88121', 'GULF-TF/person/3']);
    expect(keysOf(record('PERSON', { identityNumber: ['GULF-PD/person/7'] }))).toEqual([]);
    expect(lookupKeysOf(record('PERSON', numbers))).toEqual(numbers.identityNumber);
  });

  test('for cases and objects a number of theirs', () => {
    expect(keysOf(record('OBJECT', { description: 'phone', identityNumber: 'BAYOU-SO/object/9' }))).toEqual([
      'BAYOU-SO/object/9',
    ]);
    expect(keysOf(record('OBJECT', { maker: 'Acme', serialNumber: 'A 1' }))).toEqual(['acme/a-1']);
    expect(keysOf(record('CASE', { number: '2026-114' }))).toEqual(['bayou-so/2026-114']);
    expect(keysOf(record('CASE', { number: '2026-114', agency: 'GULF-PD' }))).toEqual(['gulf-pd/2026-114']);
  });

  test('an organization is its registry number, when it says whose', () => {
    expect(keysOf(record('ORGANIZATION', { registryNumber: '44719 20K', jurisdiction: 'LA' }))).toEqual([
      'registry:usla/44719-20k',
    ]);
    expect(keysOf(record('ORGANIZATION', { registryNumber: '4471920K', name: 'Pellmar Talent LLC' }))).toEqual([]);
  });
});

describe('financial accounts', () => {
  test.each([
    [{ iban: 'DE89 3704 0044 0532 0130 00' }, ['iban:DE89370400440532013000']],
    [{ scheme: 'card', issuer: 'Visa', firstDigits: '411111', lastDigits: '7731' }, ['card:visa/411111/7731']],
    [{ firstDigits: '41111122', lastDigits: '7731' }, ['card:visa/41111122/7731', 'card:visa/411111/7731']],
    [{ scheme: 'card', issuer: 'Visa', lastDigits: '7731' }, []],
    [{ scheme: 'prepaid', issuer: 'Palmetto Prepaid', lastDigits: '4471' }, ['prepaid:palmettoprepaid/4471']],
    [{ service: 'Cash App', handle: '$LC_tx' }, ['app:cashapp/lc_tx']],
    [
      { cryptoAddress: '0xDE709F2102306220921060314715629080E2FB77' },
      ['crypto:ethereum/0xde709f2102306220921060314715629080e2fb77'],
    ],
    [{ scheme: 'bank', accountNumber: '1234567890' }, []],
  ])('%o', (said, keys) => expect(keysOf(record('FINANCIAL_ACCOUNT', said))).toEqual(keys));

  test('card, prepaid and gift are marked ambiguous', () => {
    const mark = (said: Record<string, string>) => record('FINANCIAL_ACCOUNT', said).said['ambiguous'];
    expect(mark({ firstDigits: '411111', lastDigits: '7731' })).toEqual(['true']);
    expect(mark({ scheme: 'gift', issuer: 'Acme', lastDigits: '7731' })).toEqual(['true']);
    expect(mark({ iban: 'DE89370400440532013000' })).toBeUndefined();
  });
});

test('what could not be normalised keeps its letters and digits as key, with and without its country', () => {
  expect(keysOf(record('PHONE', { number: '9-(882)417-7531' }, { country: 'GB' }))).toEqual([
    'raw:GB98824177531',
    'raw:??98824177531',
  ]);
  expect(keysOf(record('PHONE', { number: '(504) 555-0142 ext 12' }))).toEqual(['+15045550142']);
  for (const nothing of ['unknown', '0000000', '---1']) expect(keysOf(record('PHONE', { number: nothing }))).toEqual([]);
  expect(keysOf(record('IMAGE', { algorithm: 'MD5', hash: 'd41d8cd98f00b204e9800998ecf8427e' }))).toEqual([
    'md5:d41d8cd98f00b204e9800998ecf8427e',
  ]);
});

test('a state before the plate is not part of it where the state is said as well', () => {
  const keyOf = (plate: string, plateRegion: string) => keysOf(record('VEHICLE', { plate, plateRegion }))[0];
  expect(keyOf('LA 482 KTR', 'LA')).toBe('plate:US-LA/482KTR');
  expect(keyOf('LA-482-KTR', 'US-LA')).toBe('plate:US-LA/482KTR');
  expect(keyOf('LAB 482', 'LA')).toBe('plate:US-LA/LAB482');
  expect(keyOf('LA 482 KTR', 'MS')).toBe('plate:US-MS/LA482KTR');
});
