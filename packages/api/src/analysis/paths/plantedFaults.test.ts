import { isDeepStrictEqual } from 'node:util';
import { describe, expect, test } from 'vitest';
import { mintScope } from '../../gate/mintScope.ts';
import type { Scope } from '../../model/scope.ts';
import { groups } from '../../store/contract/worlds/places.ts';
import { factFlag } from '../../store/ports/adjacencyFeed.ts';
import { Adjacency } from '../adjacency/adjacency.ts';
import { buildAdjacency } from '../adjacency/buildAdjacency.ts';
import { ScopeSight } from '../adjacency/scopeSight.ts';
import { askAdjacency, askStore, breathe, openWorld } from '../testing/comparePaths.ts';

type Look = (adjacency: Adjacency, scope: Scope) => ScopeSight;

function changed(adjacency: Adjacency, change: Partial<Pick<Adjacency, 'rows' | 'facts' | 'names'>>): Adjacency {
  return Object.assign(new Adjacency(change.names ?? adjacency.names, adjacency.table), {
    rows: change.rows ?? adjacency.rows,
    facts: change.facts ?? adjacency.facts,
  });
}

/** Each is a mistake that a search over the adjacency could make; the comparison is worth something only if it finds them all. */
const faults: Readonly<Record<string, Look>> = {
  'takes an origin for the one beside it': (adjacency, scope) => {
    const [first, ...rest] = adjacency.names.origins;
    return new ScopeSight(changed(adjacency, { names: { ...adjacency.names, origins: [...rest, first!] } }), scope);
  },
  'sees what groups see that the viewer is not in': (adjacency, scope) =>
    new ScopeSight(adjacency, mintScope({ agency: scope.agency, groups })),
  'counts an entity as generic too early': (adjacency, scope) => new ScopeSight(adjacency, scope, 200),
  'counts no entity as generic': (adjacency, scope) => {
    const flags = adjacency.facts.flags.map((flag) => flag & ~factFlag.generic);
    return new ScopeSight(changed(adjacency, { facts: { ...adjacency.facts, flags } }), scope, 10_000);
  },
  'forgets that people are protected': (adjacency, scope) => {
    const flags = adjacency.facts.flags.map((flag) => flag & factFlag.generic);
    const adultFrom = adjacency.facts.adultFrom.map(() => -Infinity);
    return new ScopeSight(changed(adjacency, { facts: { ...adjacency.facts, flags, adultFrom } }), scope);
  },
  'forgets that some facts protect everywhere': (adjacency, scope) => {
    const flags = adjacency.facts.flags.map((flag) => flag & ~factFlag.everywhere);
    return new ScopeSight(changed(adjacency, { facts: { ...adjacency.facts, flags } }), scope);
  },
  'takes undated links for old ones': (adjacency, scope) => {
    const last = adjacency.rows.last.map((time) => (time === -Infinity ? 0 : time));
    return new ScopeSight(changed(adjacency, { rows: { ...adjacency.rows, last } }), scope);
  },
  'mistakes the direction of links': (adjacency, scope) => {
    const codes = adjacency.rows.codes.map((code) => (code % 4 === 0 ? code + 1 : code));
    return new ScopeSight(changed(adjacency, { rows: { ...adjacency.rows, codes } }), scope);
  },
};

describe('the comparison of paths with the store', () => {
  test.each(Object.entries(faults))(
    'finds a search that %s',
    async (_, look) => {
      expect(await findsFault(look)).toBe(true);
    },
    120_000,
  );
});

async function findsFault(look: Look): Promise<boolean> {
  for (const seed of [4, 8]) {
    const world = await openWorld(seed);
    try {
      await world.write(150);
      const adjacency = await buildAdjacency({ feed: world.feed, mostBytes: null, breathe });
      for (let asked = 0; asked < 500; asked++) {
        const drawn = await world.draw();
        if (!drawn) continue;
        const expected = await askStore(world, drawn);
        if (!isDeepStrictEqual(askAdjacency(adjacency, drawn, look), expected)) return true;
      }
    } finally {
      await world.close();
    }
  }
  return false;
}
