import { expect, test } from 'vitest';
import { publicIds } from './publicIds.ts';

const secret = Buffer.alloc(32, 7);
const seed = '0102030405060708090a0b';

test('ids keep their bytes: they stand in stores, links and letters', () => {
  const ids = publicIds(secret, (bytes) => Buffer.alloc(bytes, 5));
  expect(ids.entity('PHONE +15045550142')).toBe('vseis2gyrk3ajdrfnodzxmbsri');
  expect(ids.entity('ADDRESS stra\u00dfe')).toBe('ob6lgmfzf7b25k2d2r2mkzv5fe');
  expect(ids.random()).toBe('aucqkbifaucqkbifaucqkbifau');
  expect(ids.newSeed()).toBe('0505050505050505050505');
  expect(ids.parts('record', seed, 2)).toEqual(['yavy6ljdornw324es2qavixneu', '7uej3gczikeknq46fvcdjsbs24']);
  expect(ids.part('link', seed, 1)).toBe('yy2mwkcrhdcfol4kdykrv3pb7q');
  expect(ids.reference('BAYOU-SO', 'abc')).toBe('DX6L-AIL5');
  expect(ids.digest('x')).toBe('c4d37ba1476825d0c3e0c31aa682f4dd');
});

test('a part is read back from its id, and nothing from what is none', () => {
  const ids = publicIds(secret);
  for (const [ordinal, id] of ids.parts('link', seed, 300).entries())
    expect(ids.readPart(id)).toEqual({ part: 'link', seed, ordinal });
  expect([ids.readPart(ids.random()), ids.readPart('x')]).toEqual([null, null]);
});

test('no random id and no seed comes twice', () => {
  const ids = publicIds(secret);
  const drawn = Array.from({ length: 2_000 }, () => [ids.random(), ids.newSeed()]).flat();
  expect(new Set(drawn).size).toBe(drawn.length);
  expect(drawn.every((text) => /^[a-z2-7]{26}$|^[0-9a-f]{22}$/.test(text))).toBe(true);
});
