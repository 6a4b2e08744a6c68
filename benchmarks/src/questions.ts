import { findPaths } from '@linchpin/api/src/analysis/paths/findPaths.ts';
import { mintScope } from '@linchpin/api/src/gate/mintScope.ts';
import type { Scope } from '@linchpin/api/src/model/scope.ts';
import type { ExpandQuery, GraphStore } from '@linchpin/api/src/store/ports/graphStore.ts';
import { measure, type Timing } from './measure.ts';
import type { Peer } from './peer.ts';
import { seeded } from './seeded.ts';
import type { BenchmarkWorld } from './world.ts';

export interface Row {
  readonly ours: Timing;
  readonly peer: Timing | null;
}

const window = { since: null, until: null };

function question(id: string, more: Partial<ExpandQuery> = {}): ExpandQuery {
  return {
    ids: [id],
    linkKinds: null,
    entityKinds: null,
    direction: null,
    exclude: [],
    order: 'NEWEST',
    limit: 50,
    window,
    ...more,
  };
}

/** Every question of the spine, ours at the port and the peer's at its driver, one after the other in the same run. */
export async function compareReads(
  store: GraphStore,
  peer: Peer,
  { world, known, runs }: { world: BenchmarkWorld; known: readonly number[]; runs: number },
): Promise<Row[]> {
  const random = seeded(7);
  const some = Array.from({ length: runs + 500 }, () => random.pick(known));
  const ids = some.map((index) => world.entityId(index));
  const names = some.map((index) => world.name(index).split(' '));
  const hubs = world.hubs.map((index) => world.entityId(index));
  const few = Math.max(5, Math.ceil(runs / 25));
  const broad = mintScope({ agency: world.agencies[0]!, groups: world.groups.slice(0, 12) });
  const rare = mintScope({ agency: world.agencies.at(-50)!, groups: [] });
  const expand = async (scope: Scope, id: string): Promise<void> => {
    await store.expand(scope, question(id));
    await store.linkCounts(scope, [id]);
  };
  const search = (words: readonly string[]): Promise<unknown> =>
    store.search(broad, {
      plan: { keys: [], alternatives: [words], pattern: null },
      kinds: null,
      agencies: null,
      page: { first: 20, after: null },
    });
  const path = (from: string, to: string): Promise<unknown> =>
    findPaths({
      from,
      to,
      maxHops: 6,
      count: 1,
      throughGeneric: false,
      steps: (step) => store.neighbours(broad, step, { linkKinds: null, window }),
    });
  const overlaps = (): Promise<unknown> =>
    store.overlaps(broad, {
      agencies: null,
      agencyGroups: [],
      kinds: null,
      since: null,
      minimumAgencies: 2,
      order: 'STRENGTH',
      now: Date.UTC(2026, 0, 1),
      page: { first: 100, after: null },
    });
  const peerExpand = await measure('', runs, (run) => peer.expand(ids[run]!, 50));
  const peerHub = await measure('', few, (run) => peer.expand(hubs[run % hubs.length]!, 50));
  const peerSearch = await measure('', runs, (run) => peer.search(names[run]!));
  const peerPath = await measure('', few, (run) => peer.path(ids[run]!, ids[run + 1]!, 6));
  return [
    {
      ours: await measure('expand, page of 50 + counts, broad scope', runs, (run) => expand(broad, ids[run]!)),
      peer: peerExpand,
    },
    { ours: await measure('the same, rare scope', runs, (run) => expand(rare, ids[run]!)), peer: peerExpand },
    {
      ours: await measure('hub, newest 50 + counts, broad scope', few, (run) => expand(broad, hubs[run % hubs.length]!)),
      peer: peerHub,
    },
    {
      ours: await measure('hub, strongest 50', few, (run) =>
        store.expand(broad, question(hubs[run % hubs.length]!, { order: 'STRONGEST' })),
      ),
      peer: null,
    },
    { ours: await measure('links among 500', few, (run) => store.linksAmong(broad, ids.slice(run, run + 500))), peer: null },
    { ours: await measure('search, two words', runs, (run) => search(names[run]!)), peer: peerSearch },
    { ours: await measure('search, one typo', few, (run) => search([names[run]![0]!, `${names[run]![1]}x`])), peer: null },
    { ours: await measure('path, 6 hops, count 1', few, (run) => path(ids[run]!, ids[run + 1]!)), peer: peerPath },
    { ours: await measure('overlaps, top 100', 5, overlaps), peer: null },
  ];
}
