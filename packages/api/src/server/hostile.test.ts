import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { attackKinds, makeAttack } from './testing/hostile/attack.ts';
import { chanceOf } from './testing/hostile/chance.ts';
import { openHostileWorld, type HostileWorld } from './testing/hostile/openHostileWorld.ts';

let world: HostileWorld;
beforeAll(async () => {
  world = await openHostileWorld();
});
afterAll(() => world.service.close());

/** A few of each; `benchmarks/fire/graphqlFuzz.ts` sends them for as long as it is told. */
const runs = 16;

describe('a hostile request is answered or refused in words, and tells nothing it may not', () => {
  test.each(attackKinds)('%s', async (kind) => {
    await fc.assert(
      fc.asyncProperty(fc.integer(), async (seed) => {
        const attack = makeAttack(world, chanceOf(seed), kind);
        expect(await world.judge(attack), `${attack.viewer}: ${String(attack.body).slice(0, 2_000)}`).toEqual([]);
      }),
      { numRuns: runs, seed: 4, endOnFailure: true },
    );
  });

  test('and the service answers as before', async () => {
    expect((await world.service.ask('{ viewer { id } }')).data).toEqual({ viewer: { id: 'investigator1' } });
    expect(world.service.log.filter((line) => line.includes('"level":50'))).toEqual([]);
  });
});

test('the judge sees what it should see', async () => {
  const attack = { kind: 'x', method: 'POST', url: '/graphql', headers: { 'content-type': 'application/json' } } as const;
  const body = JSON.stringify({ query: '{ search(text: "zorbelwick") { edges { node { caption } } } }' });
  expect(await world.judge({ ...attack, viewer: 'investigator2', body })).toEqual(['tells what this viewer may not know']);
  expect(await world.judge({ ...attack, viewer: 'investigator1', body })).toEqual([]);
});
