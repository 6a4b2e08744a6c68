import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { coreVocabulary } from '@linchpin/schema';
import type { PathQuestion, PathsFound } from '../../model/pathSearch.ts';
import type { Scope } from '../../model/scope.ts';
import { applyOperation } from '../../store/contract/applyOperation.ts';
import { generateWorld, type GeneratedWorld } from '../../store/contract/generateWorld.ts';
import { secret } from '../../store/contract/examples/exampleWorld.ts';
import { randomScope } from '../../store/contract/worlds/places.ts';
import type { AdjacencyFeed } from '../../store/ports/adjacencyFeed.ts';
import type { GraphStore } from '../../store/ports/graphStore.ts';
import { embeddedAdjacencyFeed } from '../../store/embedded/adjacencyFeed.ts';
import { openEmbeddedStores, storeFiles } from '../../store/embedded/openEmbeddedStores.ts';
import type { Adjacency } from '../adjacency/adjacency.ts';
import { ScopeSight } from '../adjacency/scopeSight.ts';
import { searchAdjacency } from '../paths/searchAdjacency.ts';
import { searchStore } from '../paths/searchStore.ts';

export interface Asked {
  readonly scope: Scope;
  readonly question: PathQuestion;
}

export interface GrowingWorld {
  readonly store: GraphStore;
  readonly feed: AdjacencyFeed;
  readonly random: GeneratedWorld['random'];
  write(times: number): Promise<void>;
  /** A question between two entities that its scope sees; null when it happens to see too few. */
  draw(): Promise<Asked | null>;
  close(): Promise<void>;
}

/** A generated world in an embedded store, with its feed. */
export async function openWorld(seed: number): Promise<GrowingWorld> {
  const folder = mkdtempSync(join(tmpdir(), 'linchpin-paths-'));
  const { graph: store, audit } = await openEmbeddedStores({ folder, secret, vocabulary: coreVocabulary });
  await audit.close();
  const feed = embeddedAdjacencyFeed({ path: join(folder, storeFiles.evidence) });
  return growWorld({ seed, store, feed, end: () => rmSync(folder, { recursive: true, force: true }) });
}

interface Growing {
  readonly seed: number;
  readonly store: GraphStore;
  readonly feed: AdjacencyFeed;
  end(): void;
}

/** @param growing an empty store and its feed */
export function growWorld({ seed, store, feed, end }: Growing): GrowingWorld {
  const world = generateWorld({ seed, secret, vocabulary: coreVocabulary });
  const { random, names } = world;
  return {
    store,
    feed,
    random,
    async write(times) {
      for (let i = 0; i < times; i++) await applyOperation(store, world.nextOperation());
    },
    async draw() {
      const scope = randomScope(random);
      // Hubs are among the first.
      const among = random.pick([names.entityIds, names.entityIds, names.entityIds.slice(0, 25)]);
      const asked = Array.from({ length: 12 }, () => random.pick(among));
      const seen = (await store.entities(scope, asked)).flatMap((view) => view?.id ?? []);
      const [from, to] = [seen[0], seen.find((id) => id !== seen[0])];
      if (from === undefined || to === undefined) return null;
      const linkKinds = random.chance(0.15) ? random.some([...coreVocabulary.linkKinds.keys()], 12) : null;
      const [maxHops, count] = [1 + random.int(8), random.pick([1, 1, 3, 5, 20])];
      return { scope, question: { from, to, maxHops, count, throughGeneric: random.chance(0.3), linkKinds } };
    },
    async close() {
      await feed.close();
      await store.close();
      end();
    },
  };
}

/** What the store itself answers: the judge. */
export function askStore({ store }: GrowingWorld, { scope, question }: Asked): Promise<PathsFound> {
  return searchStore(store, scope, { ...question, window: { since: null, until: null } });
}

/** What the adjacency answers, and that it leaves its room as it found it. */
export function askAdjacency(
  adjacency: Adjacency,
  { scope, question }: Asked,
  look: (adjacency: Adjacency, scope: Scope) => ScopeSight = (held, by) => new ScopeSight(held, by),
): PathsFound | null {
  const places = new Int32Array(adjacency.table.count);
  const answer = searchAdjacency({ sight: look(adjacency, scope), places }, question);
  if (places.some((place) => place !== 0)) throw new Error('A search left something behind');
  return answer;
}

export const breathe = async (): Promise<void> => {};
