import { describe, expect, test } from 'vitest';
import { compareWorld } from '../testing/compareWorld.ts';
import { openWorld } from '../testing/comparePaths.ts';

describe('paths over the adjacency', () => {
  // Only worlds whose number divides by four have generic entities by their neighbours.
  test.each([1, 2, 4, 8])(
    'are those that the store itself would find in generated world %i, after every write',
    async (seed) => {
      const { found, skipped } = await compareWorld(await openWorld(seed), { writes: 130, rounds: 8, questions: 120 });
      expect(found).toBeGreaterThan(30);
      if (seed % 4 === 0) expect(skipped).toBeGreaterThan(5);
    },
    300_000,
  );
});
