import { parseArgs } from 'node:util';
import { setImmediate as breathe } from 'node:timers/promises';
import { buildAdjacency } from '@linchpin/api/src/analysis/adjacency/buildAdjacency.ts';
import type { Adjacency } from '@linchpin/api/src/analysis/adjacency/adjacency.ts';
import { ScopeSight } from '@linchpin/api/src/analysis/adjacency/scopeSight.ts';
import { searchAdjacency } from '@linchpin/api/src/analysis/paths/searchAdjacency.ts';
import { mintScope } from '@linchpin/api/src/gate/mintScope.ts';
import type { Scope } from '@linchpin/api/src/model/scope.ts';
import { embeddedAdjacencyFeed } from '@linchpin/api/src/store/embedded/adjacencyFeed.ts';
import { bareDistance, bareGraph } from './barePaths.ts';
import { madeUpFeed } from './madeUpFeed.ts';
import { seeded } from '../seeded.ts';

/**
 * Paths over the adjacency beside bare typed arrays: `--data FILE` of an embedded store, or a made-up network of
 * `--entities`. Six hops, count 1 and 5, in a scope of half of the agencies' groups, in one group, and unscoped for the peer.
 */
const { values } = parseArgs({
  options: {
    data: { type: 'string' },
    entities: { type: 'string', default: '100000' },
    runs: { type: 'string', default: '2000' },
    seed: { type: 'string', default: '1' },
  },
});
const random = seeded(Number(values.seed)).next;
const entities = Number(values.entities);
const feed = values.data
  ? embeddedAdjacencyFeed({ path: values.data })
  : madeUpFeed({ entities, pairs: Math.round(entities * 3.4), origins: 1_277, random });
const say = (line: string): boolean => process.stdout.write(`${line}\n`);
const rss = (): number => Math.round(process.memoryUsage().rss / 1e6);

const before = rss();
const begun = performance.now();
const cpuBefore = process.cpuUsage();
let reading = 0;
const adjacency = await buildAdjacency({
  feed: { ...feed, names: feed.names, scan: () => timed(feed.scan()) },
  mostBytes: null,
  breathe,
});
const seconds = (performance.now() - begun) / 1_000;
const { user, system } = process.cpuUsage(cpuBefore);
const { table, rows } = adjacency;
say(
  `${table.count} entities, ${rows.others.length} rows: built in ${seconds.toFixed(1)} s, ${reading.toFixed(1)} of them reading, CPU ${((user + system) / 1e6).toFixed(1)} s, ${Math.round(adjacency.bytes / 1e6)} MB of arrays, RSS ${before} -> ${rss()} MB`,
);

const { origins } = adjacency.names;
const groups = [...new Set(origins.map(({ audience }) => audience))].sort();
const agency = origins[0]!.agency;
const scopes: Readonly<Record<string, Scope>> = {
  'half of all audiences': mintScope({ agency, groups: groups.filter((_, at) => at % 2 === 0) }),
  'one audience': mintScope({ agency, groups: groups.slice(0, 1) }),
  'all audiences': mintScope({ agency, groups }),
};
const places = new Int32Array(table.count);
const runs = Number(values.runs);
const bare = bareGraph(adjacency);

for (const [name, scope] of Object.entries(scopes)) {
  const ends = drawEnds(adjacency, scope, runs);
  for (const count of [1, 5]) {
    const sight = new ScopeSight(adjacency, scope);
    const found = { paths: 0, cut: 0 };
    const times = ends.map(([from, to]) => {
      const start = startClock();
      const question = { from: table.idOf(from), to: table.idOf(to), maxHops: 6, count, throughGeneric: false, linkKinds: null };
      const answer = searchAdjacency({ sight, places }, question);
      if (answer?.paths.length) found.paths++;
      if (answer?.isLimitReached) found.cut++;
      return start();
    });
    say(`${name}, count ${count}: ${quantiles(times)}, ${found.paths} of ${ends.length} with paths, ${found.cut} cut`);
  }
  const times = ends.map((pair) => {
    const start = startClock();
    bareDistance(bare, pair, 6);
    return start();
  });
  say(`  bare arrays, the same ends, everything: ${quantiles(times)}`);
}
await feed.close();

async function* timed<T>(chunks: AsyncIterable<T>): AsyncGenerator<T> {
  let since = performance.now();
  for await (const chunk of chunks) {
    reading += (performance.now() - since) / 1_000;
    yield chunk;
    since = performance.now();
  }
}

/** Pairs of entities that the scope sees with some links. */
function drawEnds(held: Adjacency, scope: Scope, count: number): (readonly [number, number])[] {
  const sight = new ScopeSight(held, scope);
  const wanted = new Uint8Array(256).fill(1);
  const into = { length: 0, others: [], last: [] };
  const draw = (): number => {
    for (let tries = 0; tries < 10_000; tries++) {
      const entity = Math.floor(random() * held.table.count);
      sight.steps(entity, wanted, into, 1);
      if (into.length > 0) return entity;
    }
    throw new Error('The scope sees next to nothing');
  };
  return Array.from({ length: count }, () => [draw(), draw()] as const);
}

interface Time {
  readonly wall: number;
  /** Of this process alone: what the search costs where others use the machine. */
  readonly cpu: number;
}

function startClock(): () => Time {
  const [wall, cpu] = [performance.now(), process.cpuUsage()];
  return () => {
    const { user, system } = process.cpuUsage(cpu);
    return { wall: performance.now() - wall, cpu: (user + system) / 1_000 };
  };
}

function quantiles(times: readonly Time[]): string {
  const say = (read: (time: Time) => number): string => {
    const sorted = times.map(read).sort((a, b) => a - b);
    const at = (share: number): string => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]!.toFixed(2);
    return `p50 ${at(0.5)}, p95 ${at(0.95)}, p99 ${at(0.99)}, most ${at(1)}`;
  };
  return `${say(({ wall }) => wall)} ms (CPU ${say(({ cpu }) => cpu)})`;
}
