import { expect } from 'vitest';
import type { Adjacency } from '../adjacency/adjacency.ts';
import { applyUpdate, readUpdate } from '../adjacency/applyChanges.ts';
import { buildAdjacency } from '../adjacency/buildAdjacency.ts';
import { mergePatches } from '../adjacency/mergePatches.ts';
import { askAdjacency, askStore, breathe, type GrowingWorld } from './comparePaths.ts';

export interface ComparedWorld {
  /** Writes before the first question. */
  readonly writes: number;
  /** Rounds of some writes and some questions after it. */
  readonly rounds: number;
  readonly questions: number;
}

/** Questions that had paths, and that met generic entities. */
export interface Compared {
  readonly found: number;
  readonly skipped: number;
}

/** Asks an adjacency and the store behind it the same, while the store is written to. Whatever differs is an error. */
export async function compareWorld(world: GrowingWorld, { writes, rounds, questions }: ComparedWorld): Promise<Compared> {
  try {
    await world.write(writes);
    const adjacency = await buildAdjacency({ feed: world.feed, mostBytes: null, breathe });
    let said = await compare(world, adjacency, questions);
    for (let round = 1; round <= rounds; round++) {
      await world.write(1 + world.random.int(12));
      await catchUp(world, adjacency);
      const more = await compare(world, adjacency, questions / 3);
      said = { found: said.found + more.found, skipped: said.skipped + more.skipped };
      if (round % 3 === 0) await mergePatches(adjacency, breathe);
    }
    return said;
  } finally {
    await world.close();
  }
}

/** Small, so that generated worlds have hubs. */
const hubFrom = 3;

async function catchUp(world: GrowingWorld, adjacency: Adjacency): Promise<void> {
  const changes = await world.feed.changes(adjacency.seq, 500);
  expect(changes.every(({ refs }) => refs !== null)).toBe(true);
  applyUpdate(adjacency, await readUpdate(world.feed, adjacency, changes, hubFrom));
  adjacency.seq = changes.at(-1)?.seq ?? adjacency.seq;
}

async function compare(world: GrowingWorld, adjacency: Adjacency, questions: number): Promise<Compared> {
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
