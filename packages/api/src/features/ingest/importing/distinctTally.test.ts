import { expect, test } from 'vitest';
import { publicIds } from '../../../model/publicIds.ts';
import { DistinctTally } from './distinctTally.ts';

test('entities are counted once each, by kind, also beyond the first room', () => {
  const ids = publicIds(Buffer.alloc(32, 1));
  const tally = new DistinctTally();
  for (let round = 0; round < 2; round++)
    for (let at = 0; at < 20_000; at++) tally.add(ids.entity(`key ${at}`), at % 4 === 0 ? 'PERSON' : 'PHONE');
  expect(tally.byKind()).toEqual({ PERSON: 5_000, PHONE: 15_000 });
});
