import { describe, expect, test } from 'vitest';
import { applyUpdate, readUpdate } from '../adjacency/applyChanges.ts';
import type { Adjacency } from '../adjacency/adjacency.ts';
import { buildAdjacency } from '../adjacency/buildAdjacency.ts';
import { mergePatches } from '../adjacency/mergePatches.ts';
import { askAdjacency, askStore, breathe, openWorld, type GrowingWorld } from '../testing/comparePaths.ts';

/** Small, so that generated worlds have hubs. */
const hubFrom = 3;

async function catchUp(world: GrowingWorld, adjacency: Adjacency): Promise<void> {
  const changes = await world.feed.changes(adjacency.seq, 500);
  expect(changes.every(({ refs }) => refs !== null)).toBe(true);
  applyUpdate(adjacency, await readUpdate(world.feed, adjacency, changes, hubFrom));
  adjacency.seq = changes.at(-1)?.seq ?? adjacency.seq;
}

async function compare(
  world: GrowingWorld,
  adjacency: Adjacency,
  questions: number,
): Promise<{ found: number; skipped: number }> {
  const said = { found: 0, skipped: 0 };
  for (let asked = 0; asked < questions; asked++) {
    const drawn = await world.draw();
    if (!drawn) continue;
    const expected = await askStore(world, drawn);
    if (expected.isLimitReached) continue;
    expect({ drawn, answer: askAdjacency(adjacency, drawn) }).toEqual({ drawn, answer: expected });
    if (expected.paths.length > 0) said.found++;
    if (expected.skippedGeneric.length > 0) said.skipped++;
  }
  return said;
}

describe('paths over the adjacency', () => {
  test.each([1, 2, 3, 4, 8])(
    'are those that the store itself would find in generated world %i, after every write',
    async (seed) => {
      const world = await openWorld(seed);
      try {
        await world.write(130);
        const adjacency = await buildAdjacency({ feed: world.feed, mostBytes: null, breathe });
        const said = await compare(world, adjacency, 150);
        for (let round = 1; round <= 10; round++) {
          await world.write(1 + world.random.int(12));
          await catchUp(world, adjacency);
          const more = await compare(world, adjacency, 60);
          said.found += more.found;
          said.skipped += more.skipped;
          if (round % 4 === 0) await mergePatches(adjacency, breathe);
        }
        expect(said.found).toBeGreaterThan(80);
        // Only worlds whose number divides by four have generic entities by their neighbours.
        if (seed % 4 === 0) expect(said.skipped).toBeGreaterThan(10);
      } finally {
        await world.close();
      }
    },
    300_000,
  );
});
