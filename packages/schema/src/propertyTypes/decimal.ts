import { accept, makeType, refuse } from './makeType.ts';

/** A share from 0 to 1. */
export const decimal = makeType({
  name: 'decimal',
  clean: (raw) => {
    const plain = raw.trim();
    const value = /^\d(\.\d+)?$/.test(plain) ? Number(plain) : NaN;
    return value <= 1 ? accept(String(value)) : refuse('The value is not a share', 'a number from 0 to 1, such as 0.85');
  },
  compare: (a, b) => 1 - Math.abs(Number(a) - Number(b)),
});
