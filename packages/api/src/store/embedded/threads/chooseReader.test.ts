import { describe, expect, test } from 'vitest';
import { chooseReader, type ReaderLoad } from './chooseReader.ts';

const reader = (given = 0, more: Partial<ReaderLoad> = {}): ReaderLoad => ({ isReady: true, given, heavy: 0, ...more });
const short = { isHeavy: false, preference: null };
const heavy = { isHeavy: true, preference: null };

describe('a short read', () => {
  test('goes to who has least to do', () => {
    expect(chooseReader([reader(3), reader(1), reader(2)], short)).toBe(1);
  });

  test('goes to the reader that has the rows, unless that one is much busier', () => {
    expect(chooseReader([reader(0), reader(2)], { ...short, preference: 7 })).toBe(1);
    expect(chooseReader([reader(0), reader(3)], { ...short, preference: 7 })).toBe(0);
  });

  test('is never put behind a heavy one, and waits for no reader that is not there', () => {
    const busy = [reader(7), reader(1, { heavy: 1 }), reader(0, { isReady: false })];
    expect(chooseReader(busy, { ...short, preference: 1 })).toBe(0);
    expect(chooseReader([reader(8), ...busy.slice(1)], short)).toBeNull();
  });
});

describe('a heavy read', () => {
  test('leaves the first of several readers alone', () => {
    expect(chooseReader([reader(0), reader(5)], heavy)).toBe(1);
    expect(chooseReader([reader(0), reader(5, { heavy: 1 })], heavy)).toBeNull();
  });

  test('goes to the only one there is', () => {
    expect(chooseReader([reader(5, { heavy: 1 })], heavy)).toBe(0);
  });
});
