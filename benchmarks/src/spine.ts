import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { findPaths } from '@linchpin/api/src/analysis/findPaths.ts';
import { mintScope } from '@linchpin/api/src/gate/mintScope.ts';
import type { PreparedReport } from '@linchpin/api/src/model/prepared.ts';
import { publicIds } from '@linchpin/api/src/model/publicIds.ts';
import type { Scope } from '@linchpin/api/src/model/scope.ts';
import { openEmbeddedStores } from '@linchpin/api/src/store/embedded/openEmbeddedStores.ts';
import type { ExpandQuery, GraphStore } from '@linchpin/api/src/store/ports/graphStore.ts';
import { coreVocabulary } from '@linchpin/schema';
import { BareSqlite } from './bareSqlite.ts';
import { measure, table, type Timing } from './measure.ts';
import { seeded } from './seeded.ts';
import { BenchmarkWorld } from './world.ts';

const { values } = parseArgs({
  options: { entities: { type: 'string', default: '100000' }, seed: { type: 'string', default: '1' } },
});
const entities = Number(values.entities);
const secret = Buffer.alloc(32, 1);
const random = seeded(Number(values.seed) + 99);
const ids = publicIds(secret, random.bytes);
const world = new BenchmarkWorld(
  { entities, links: entities * 5, hubs: 20, agencies: 200, groups: 50, seed: Number(values.seed) },
  ids,
);
const folder = mkdtempSync(join(tmpdir(), 'linchpin-bench-'));
const { graph, audit } = await openEmbeddedStores({ folder, secret, vocabulary: coreVocabulary });
const peer = new BareSqlite(join(folder, 'peer.db'));

const rows: { ours: Timing; peer: Timing | null }[] = [];
const lines: string[] = [];
try {
  await loadBoth();
  const broad = mintScope({ agency: world.agencies[0]!, groups: world.groups.slice(0, 12) });
  const rare = mintScope({ agency: world.agencies[150]!, groups: [] });
  await compareReads(broad, rare);
  await measureWrites();
  process.stdout.write(`${describe()}\n\n${lines.join('\n')}\n\n${table(rows)}\n`);
} finally {
  peer.close();
  await graph.close();
  await audit.close();
  rmSync(folder, { recursive: true, force: true });
}

/** An entity that some report spoke of. */
function anyEntity(): string {
  for (;;) {
    const id = world.entityId(random.int(entities));
    if (peer.knows(id)) return id;
  }
}

function describe(): string {
  return `${entities.toLocaleString('en')} entities, ${cpus().length} x ${cpus()[0]?.model ?? 'cpu'}, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.version}`;
}

async function loadBoth(): Promise<void> {
  let reports = 0;
  let links = 0;
  const batches = { ours: 0, peer: 0 };
  const load = async (batch: PreparedReport[]): Promise<void> => {
    let start = performance.now();
    await graph.addReports(batch);
    batches.ours += performance.now() - start;
    start = performance.now();
    peer.add(batch);
    batches.peer += performance.now() - start;
  };
  let batch: PreparedReport[] = [];
  for (const report of world.reports()) {
    reports++;
    links += report.links.length;
    batch.push(report);
    if (batch.length === 500) {
      await load(batch);
      batch = [];
    }
  }
  await load(batch);
  const rate = Math.round(reports / (batches.ours / 1000)).toLocaleString('en');
  lines.push(
    `Bulk load: ${reports.toLocaleString('en')} reports, ${links.toLocaleString('en')} links in ${(batches.ours / 1000).toFixed(1)} s (${rate} reports/s); peer ${(batches.peer / 1000).toFixed(1)} s; RSS ${Math.round(process.memoryUsage().rss / 2 ** 20)} MB.`,
  );
}

function question(id: string, more: Partial<ExpandQuery> = {}): ExpandQuery {
  return {
    ids: [id],
    linkKinds: null,
    entityKinds: null,
    direction: null,
    exclude: [],
    order: 'NEWEST',
    limit: 50,
    window: { since: null, until: null },
    ...more,
  };
}

async function expandAndCount(store: GraphStore, scope: Scope, id: string, more?: Partial<ExpandQuery>): Promise<void> {
  await store.expand(scope, question(id, more));
  await store.linkCounts(scope, [id]);
}

async function compareReads(broad: Scope, rare: Scope): Promise<void> {
  const some = Array.from({ length: 2_000 }, anyEntity);
  const names = Array.from({ length: 2_000 }, () => world.name(random.int(entities)).split(' '));
  const hubs = world.hubs.map((index) => world.entityId(index));
  const bareExpand = await measure('expand', 1_000, (run) => peer.expand(some[run]!, 50));
  rows.push({
    ours: await measure('expand, page of 50 + counts, broad scope', 1_000, (run) => expandAndCount(graph, broad, some[run]!)),
    peer: bareExpand,
  });
  rows.push({
    ours: await measure('the same, rare scope', 1_000, (run) => expandAndCount(graph, rare, some[run]!)),
    peer: bareExpand,
  });
  const bareHub = await measure('hub', 40, (run) => peer.expand(hubs[run % hubs.length]!, 50));
  rows.push({
    ours: await measure('hub, newest 50 + counts, broad scope', 40, (run) =>
      expandAndCount(graph, broad, hubs[run % hubs.length]!),
    ),
    peer: bareHub,
  });
  rows.push({
    ours: await measure('hub, strongest 50', 40, (run) =>
      graph.expand(broad, question(hubs[run % hubs.length]!, { order: 'STRONGEST' })),
    ),
    peer: null,
  });
  rows.push({
    ours: await measure('linksAmong 500', 30, (run) => graph.linksAmong(broad, some.slice(run * 30, run * 30 + 500))),
    peer: null,
  });
  const find = (alternatives: string[][]) =>
    graph.search(broad, {
      plan: { keys: [], alternatives, pattern: null },
      kinds: null,
      agencies: null,
      page: { first: 20, after: null },
    });
  const bareSearch = await measure('search', 500, (run) => peer.search(names[run]!));
  rows.push({ ours: await measure('search, two words', 500, (run) => find([names[run]!])), peer: bareSearch });
  rows.push({
    ours: await measure('search, one typo', 50, (run) => find([[names[run]![0]!, `${names[run]![1]}x`]])),
    peer: null,
  });
  const pairs = Array.from({ length: 60 }, () => [anyEntity(), anyEntity()] as const);
  const barePath = await measure('path', 60, (run) => peer.path(...pairs[run]!, 6));
  const ours = await measure('paths, 6 hops, count 1, broad scope', 60, (run) => path(broad, pairs[run]!));
  rows.push({ ours, peer: barePath });
  rows.push({
    ours: await measure('overlaps, top 100', 5, () =>
      graph.overlaps(broad, {
        agencies: null,
        agencyGroups: [],
        kinds: null,
        since: null,
        minimumAgencies: 2,
        order: 'STRENGTH',
        now: Date.UTC(2026, 0, 1),
        page: { first: 100, after: null },
      }),
    ),
    peer: null,
  });
}

function path(scope: Scope, [from, to]: readonly [string, string]): Promise<unknown> {
  const window = { since: null, until: null };
  return findPaths({
    from,
    to,
    maxHops: 6,
    count: 1,
    throughGeneric: false,
    steps: (some) => graph.neighbours(scope, some, { linkKinds: null, window }),
  });
}

async function measureWrites(): Promise<void> {
  let number = 10_000_000;
  for (const callers of [1, 16, 64]) {
    const reports = Array.from({ length: 2_000 }, () => world.report(random, number++));
    const start = performance.now();
    await Promise.all(
      Array.from({ length: callers }, async (_, caller) => {
        for (let at = caller; at < reports.length; at += callers) await graph.addReports([reports[at]!]);
      }),
    );
    lines.push(
      `Submit, ${callers} callers: ${Math.round(reports.length / ((performance.now() - start) / 1000)).toLocaleString('en')} reports/s, durable.`,
    );
  }
}
