import { parentPort, workerData } from 'node:worker_threads';
import type { Neo4jSettings } from './store/neo4j/runCypher.ts';
import { AdjacencyKeeper } from './analysis/thread/adjacencyKeeper.ts';
import type { Told } from './analysis/thread/messages.ts';
import { carry, serveQuestions } from './analysis/thread/serveQuestions.ts';
import type { ThreadRole } from './analysis/thread/threadedAnalysis.ts';
import { searchStore } from './analysis/paths/searchStore.ts';
import { publicIds } from './model/publicIds.ts';
import type { Scope } from './model/scope.ts';
import { StopSwitch } from './store/embedded/stopSwitch.ts';
import { unpackVocabulary, type CarriedVocabulary } from './store/embedded/threads/carryVocabulary.ts';
import type { AdjacencyFeed } from './store/ports/adjacencyFeed.ts';
import type { GraphStore, NeighbourFilter, NeighbourRow } from './store/ports/graphStore.ts';

/** Handed to a thread of the analysis: all that it needs to open what it reads. */
export interface AnalysisThreadData {
  readonly role: ThreadRole;
  readonly store: { readonly kind: 'embedded'; readonly path: string } | ({ readonly kind: 'neo4j' } & Neo4jSettings);
  readonly secret: Uint8Array;
  readonly vocabulary: CarriedVocabulary;
  readonly mostBytes: number | null;
  /** Milliseconds between two looks at the change log. */
  readonly pollEvery: number;
  /** Of its `StopSwitch`. */
  readonly stop: SharedArrayBuffer;
}

const data = workerData as AnalysisThreadData;
const port = parentPort!;
const stop = new StopSwitch(data.stop);
const tell = (told: Told): void => port.postMessage(told);

void (data.role === 'adjacency' ? keepAdjacency() : askStore());

async function keepAdjacency(): Promise<void> {
  const keeper = new AdjacencyKeeper({
    feed: await openFeed(),
    mostBytes: data.mostBytes,
    pollEvery: data.pollEvery,
    onProgress: (progress) => tell({ about: 'progress', progress }),
    onFault: (error) => tell({ about: 'fault', error: carry(error) }),
  });
  const kept = keeper.run();
  serveQuestions(port, {
    findPaths: (scope, question, atLeast) => keeper.findPaths(scope, question, atLeast),
    close: () => keeper.close(),
  });
  await kept;
}

async function askStore(): Promise<void> {
  const steps = await openSteps();
  serveQuestions(port, {
    searchStore: (scope, question) => searchStore(steps, scope, question),
    close: () => steps.close(),
  });
}

async function openFeed(): Promise<AdjacencyFeed> {
  const { store, vocabulary } = data;
  if (store.kind === 'embedded') {
    const { embeddedAdjacencyFeed } = await import('./store/embedded/adjacencyFeed.ts');
    return embeddedAdjacencyFeed({ path: store.path, stop });
  }
  const { neo4jAdjacencyFeed } = await import('./store/neo4j/adjacencyFeed.ts');
  return neo4jAdjacencyFeed(store, unpackVocabulary(vocabulary));
}

type Steps = Pick<GraphStore, 'neighbours' | 'close'>;

async function openSteps(): Promise<Steps> {
  const { store, secret, vocabulary } = data;
  if (store.kind === 'neo4j') {
    const { Cypher } = await import('./store/neo4j/runCypher.ts');
    const { hubDefaults } = await import('./store/neo4j/hub/hubDefaults.ts');
    const { neo4jGraphStore } = await import('./store/neo4j/graphStore.ts');
    const cypher = new Cypher(store);
    const ids = publicIds(Buffer.from(secret));
    return neo4jGraphStore(cypher, { vocabulary: unpackVocabulary(vocabulary), ids, ...hubDefaults }, () => cypher.close());
  }
  const { openReader } = await import('./store/embedded/threads/roles/reader.ts');
  const reader = openReader({ path: store.path, secret, vocabulary }, stop);
  return {
    neighbours: async (scope: Scope, ids: readonly string[], filter: NeighbourFilter) =>
      JSON.parse(reader.call('neighbours', [JSON.stringify([0, scope, ids, filter])]) as string) as NeighbourRow[],
    close: async () => reader.close(),
  };
}
