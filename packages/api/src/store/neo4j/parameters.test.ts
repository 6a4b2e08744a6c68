import { expect, test } from 'vitest';
import { toBoltRecord } from './parameters.ts';

test('whole numbers are sent as integers wherever they stand, other numbers as they are', () => {
  expect(toBoltRecord({ at: 1_700_000_000_000, rows: [{ n: 1, share: 0.5, none: null }], words: ['a', '1'] })).toEqual({
    at: 1_700_000_000_000n,
    rows: [{ n: 1n, share: 0.5, none: null }],
    words: ['a', '1'],
  });
});
