import { expect, test } from 'vitest';
import { captionOf, record } from '../fixtures/records.ts';

const zone = { timeZone: 'America/Chicago' };

test.each([
  ['PERSON', { givenName: 'Dorian', familyName: 'Pell' }, 'Dorian Pell'],
  ['PERSON', { alias: 'Juniper' }, 'Juniper'],
  ['PERSON', { sex: 'M', ageRange: '30-40' }, 'Unknown man, 30–40'],
  ['ORGANIZATION', { name: 'Pellmar Talent LLC' }, 'Pellmar Talent LLC'],
  ['PHONE', { number: 'five0four 555 zero1four2' }, '(504) 555-0142'],
  ['PHONE', { number: '9-(882)417-7531' }, '98824177531'],
  ['EMAIL', { address: 'DP.rooms@example.net' }, 'dp.rooms@example.net'],
  ['ONLINE_ACCOUNT', { platform: 'IG', handle: 'TQ_nola' }, '@tq_nola'],
  ['ADDRESS', { full: '1418 Larkspur Ct, Metairie, LA 70001' }, '1418 Larkspur Ct'],
  ['ADDRESS', { street: '100 Main St', unit: 'Apt 4B', city: 'Kenner' }, '100 Main St, Apt 4B'],
  ['VEHICLE', { plate: '482ktr', plateRegion: 'Louisiana' }, 'LA 482 KTR'],
  ['VEHICLE', { plate: '2B81F04', plateRegion: 'AL' }, 'AL 2B81F04'],
  ['VEHICLE', { vin: '1HGCM82633A004352' }, 'VIN ··004352'],
  ['VEHICLE', { colour: 'white', year: '2005', make: 'Toyota', model: '4Runner' }, 'white 2005 Toyota 4Runner'],
  ['LODGING', { name: 'Marlow Bend Motel', brand: 'Rest Inn' }, 'Marlow Bend Motel'],
  ['FINANCIAL_ACCOUNT', { scheme: 'card', lastDigits: '7731' }, 'Card ··7731'],
  ['FINANCIAL_ACCOUNT', { iban: 'DE89 3704 0044 0532 0130 00' }, 'Bank ··3000'],
  ['FINANCIAL_ACCOUNT', { routing: '021000021', accountNumber: '55500926' }, 'Bank ··0926'],
  ['FINANCIAL_ACCOUNT', { scheme: 'app', service: 'Cash App', handle: '$lc_tx' }, 'Pay app @lc_tx'],
  ['FINANCIAL_ACCOUNT', { cryptoAddress: 'bc1qar0srrr7xfkvy5l643lydnw9re59gtzzwf5mdq' }, 'Crypto bc1qar0s…f5mdq'],
  ['STAY', { room: '118', checkIn: '2026-02-11', checkOut: '2026-02-14' }, 'Rm 118 · 11–14 Feb'],
  ['STAY', { room: 'Room 9', checkIn: '2026-02-27T22:15', checkOut: '2026-03-02' }, 'Rm 9 · 27 Feb–2 Mar'],
  ['STAY', { checkIn: '2026-02-11' }, '11 Feb'],
  ['PAYMENT', { amount: '412.80', currency: 'USD', time: '2026-02-11T23:30' }, '$412.80 · 11 Feb'],
  ['AD', { city: 'Metairie', postedAt: '2026-02-11' }, 'Metairie · 11 Feb'],
  ['AD', { title: 'New in town' }, 'New in town'],
  ['SIGHTING', { method: 'Plate read', time: '2026-02-25T06:10' }, 'Plate read · 25 Feb'],
  ['CASE', { number: 'GTF-2026-0114', title: 'Carnival season' }, 'GTF-2026-0114'],
  ['IMAGE', { algorithm: 'md5', hash: 'd41d8cd98f00b204e9800998ecf8427e' }, 'Image ··f8427e'],
  ['OBJECT', { kindOf: 'Evidence', description: '120g Packaged Cannabis' }, '120g Packaged Cannabis'],
])('%s %o is called as people would', (kind, given, caption) => expect(captionOf(record(kind, given, zone))).toBe(caption));

test('a person’s lowest age follows from all ages and ranges said', () => {
  expect(record('PERSON', { ageRange: 'under 18' }).said['lowestAge']).toEqual(['0']);
  expect(record('PERSON', { ageRange: '16-25', lowestAge: '17' }).said['lowestAge']).toEqual(['17']);
  expect(record('PERSON', { age: '34' }).said['lowestAge']).toEqual(['34']);
  expect(record('PERSON', { ageRange: '20-25', age: '17' }).said['lowestAge']).toEqual(['17']);
  expect(record('PERSON', { ageRange: ['20-25', '15-19'] }).said['lowestAge']).toEqual(['15']);
});
