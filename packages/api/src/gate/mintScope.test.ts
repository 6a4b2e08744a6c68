import { expect, test } from 'vitest';
import { mintScope } from './mintScope.ts';

test('the same sight has the same key, in whatever order groups are named', () => {
  expect(mintScope({ agency: 'A', groups: ['N', 'S', 'N'] }).key).toBe(mintScope({ agency: 'A', groups: ['S', 'N'] }).key);
});

test.each([
  [
    { agency: 'A', groups: ['N,S'] },
    { agency: 'A', groups: ['N', 'S'] },
  ],
  [
    { agency: 'A|A', groups: [] },
    { agency: 'A', groups: ['A|A'] },
  ],
  [
    { agency: 'A', groups: ['N'], protectingGroups: ['N', 'S'] },
    { agency: 'A', groups: ['N'] },
  ],
])('other sights never share a key: %j, %j', (one, other) => {
  expect(mintScope(one).key).not.toBe(mintScope(other).key);
});
