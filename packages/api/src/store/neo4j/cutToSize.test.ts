import { describe, expect, it } from 'vitest';
import { cutToSize } from './cutToSize.ts';

describe('cutting a list to size', () => {
  const cut = (items: readonly number[]): number[][] => cutToSize(items, (item) => item, 10);

  it('fills each piece, in order, as far as it goes', () => {
    expect(cut([4, 6, 1, 9, 9, 2])).toEqual([[4, 6], [1, 9], [9], [2]]);
  });

  it('leaves what is too large by itself alone', () => {
    expect(cut([1, 11, 1])).toEqual([[1], [11], [1]]);
  });

  it('makes no piece of nothing', () => {
    expect(cut([])).toEqual([]);
  });
});
