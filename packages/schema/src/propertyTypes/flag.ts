import { accept, makeType, refuse } from './makeType.ts';

const words = new Map([
  ...['true', 'yes', 'y', '1'].map((word) => [word, 'true'] as const),
  ...['false', 'no', 'n', '0'].map((word) => [word, 'false'] as const),
]);

export const flag = makeType({
  name: 'flag',
  clean: (raw) => {
    const value = words.get(raw.trim().toLowerCase());
    return value === undefined ? refuse('The value is neither yes nor no', 'true, false, yes or no') : accept(value);
  },
  show: (value) => (value === 'true' ? 'yes' : 'no'),
});
