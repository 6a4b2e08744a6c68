import { isDeepStrictEqual } from 'node:util';
import { beforeAll, describe, expect, test } from 'vitest';
import { mintScope } from '../../gate/mintScope.ts';
import type { PathsFound } from '../../model/pathSearch.ts';
import type { Scope } from '../../model/scope.ts';
import { groups } from '../../store/contract/worlds/places.ts';
import { factFlag } from '../../store/ports/adjacencyFeed.ts';
import { Adjacency } from '../adjacency/adjacency.ts';
import { buildAdjacency } from '../adjacency/buildAdjacency.ts';
import { ScopeSight } from '../adjacency/scopeSight.ts';
import { askAdjacency, askStore, breathe, openWorld, type Asked } from '../testing/comparePaths.ts';

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

/** Questions with what the store answers, and the adjacency over which they are asked. */
interface Judged {
  readonly adjacency: Adjacency;
  readonly questions: readonly { readonly asked: Asked; readonly expected: PathsFound }[];
}
const judged: Judged[] = [];

beforeAll(async () => {
  for (const seed of [4, 8]) judged.push(await judge(seed));
}, 120_000);

describe('the comparison of paths with the store', () => {
  test.each(Object.entries(faults))('finds a search that %s', (_, look) => {
    expect(judged.some((world) => findsFault(world, look))).toBe(true);
  });

  test('finds nothing wrong with the right one', () => {
    expect(judged.some((world) => findsFault(world, (adjacency, scope) => new ScopeSight(adjacency, scope)))).toBe(false);
  });
});

async function judge(seed: number): Promise<Judged> {
  const world = await openWorld(seed);
  try {
    await world.write(150);
    const adjacency = await buildAdjacency({ feed: world.feed, mostBytes: null, breathe });
    const questions: Judged['questions'][number][] = [];
    for (let drawn = 0; drawn < 400; drawn++) {
      const asked = await world.draw();
      if (asked) questions.push({ asked, expected: await askStore(world, asked) });
    }
    return { adjacency, questions };
  } finally {
    await world.close();
  }
}

function findsFault({ adjacency, questions }: Judged, look: Look): boolean {
  return questions.some(({ asked, expected }) => !isDeepStrictEqual(askAdjacency(adjacency, asked, look), expected));
}
