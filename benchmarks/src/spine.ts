import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { PreparedReport } from '@linchpin/api/src/model/prepared.ts';
import { publicIds } from '@linchpin/api/src/model/publicIds.ts';
import { openEmbeddedStores } from '@linchpin/api/src/store/embedded/openEmbeddedStores.ts';
import { openNeo4jStores } from '@linchpin/api/src/store/neo4j/openNeo4jStores.ts';
import type { GraphStore } from '@linchpin/api/src/store/ports/graphStore.ts';
import { coreVocabulary } from '@linchpin/schema';
import { startNeo4j } from '../../tools/neo4j/startNeo4j.ts';
import { bareCypher } from './bareCypher.ts';
import { BareSqlite } from './bareSqlite.ts';
import { table } from './measure.ts';
import type { Peer } from './peer.ts';
import { compareReads } from './questions.ts';
import { seeded } from './seeded.ts';
import { BenchmarkWorld } from './world.ts';

const { values } = parseArgs({
  options: {
    entities: { type: 'string', default: '100000' },
    /** Neo4j is loaded over Bolt and gets a smaller world. 0: not measured. */
    neo4j: { type: 'string', default: '10000' },
    runs: { type: 'string', default: '500' },
    seed: { type: 'string', default: '1' },
  },
});
const secret = Buffer.alloc(32, 1);
const seed = Number(values.seed);
const folder = mkdtempSync(join(tmpdir(), 'linchpin-bench-'));
const say = (line: string): boolean => process.stdout.write(`${line}\n`);

say(`${cpus().length} x ${cpus()[0]?.model ?? 'cpu'}, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.version}`);
try {
  const { graph, audit } = await openEmbeddedStores({ folder, secret, vocabulary: coreVocabulary });
  await compare('Embedded store', graph, new BareSqlite(join(folder, 'peer.db')), Number(values.entities));
  await audit.close();
  if (Number(values.neo4j) > 0) await compareNeo4j(Number(values.neo4j));
} finally {
  rmSync(folder, { recursive: true, force: true });
}

async function compareNeo4j(entities: number): Promise<void> {
  const server = await startNeo4j();
  if ('whyNot' in server) return void say(`\nNeo4j: not measured (${server.whyNot})`);
  try {
    const { uri, user, password } = server;
    const { graph, work, audit } = await openNeo4jStores({
      uri,
      user,
      password,
      database: 'neo4j',
      vocabulary: coreVocabulary,
      secret,
    });
    await compare('Neo4j', graph, await bareCypher(uri, user, password), entities);
    await work.close();
    await audit.close();
  } finally {
    await server.stop();
  }
}

async function compare(title: string, graph: GraphStore, peer: Peer, entities: number): Promise<void> {
  const random = seeded(seed + 99);
  const size = { entities, links: entities * 5, hubs: 20, agencies: 200, groups: 50, seed };
  const world = new BenchmarkWorld(size, publicIds(secret, random.bytes));
  say(`\n## ${title}, ${entities.toLocaleString('en')} entities, beside ${peer.name}\n`);
  const known = await load(graph, peer, world);
  const rows = await compareReads(graph, peer, { world, known, runs: Number(values.runs) });
  for (const callers of [1, 16, 64])
    say(`- submit, ${callers} callers: ${await submitRate(graph, world, callers)} reports/s, durable`);
  say(`\n${table(rows)}`);
  await peer.close();
  await graph.close();
}

/** Both get the same batches in turn; gives the entities that some report spoke of. */
async function load(graph: GraphStore, peer: Peer, world: BenchmarkWorld): Promise<number[]> {
  const spent = { ours: 0, peer: 0 };
  const known = new Set<number>();
  let reports = 0;
  let links = 0;
  const add = async (batch: readonly PreparedReport[]): Promise<void> => {
    const start = performance.now();
    await graph.addReports(batch);
    const between = performance.now();
    await peer.add(batch);
    spent.ours += between - start;
    spent.peer += performance.now() - between;
  };
  let batch: PreparedReport[] = [];
  for (const report of world.reports()) {
    reports++;
    links += report.links.length;
    for (const record of report.records) known.add(Number(record.key!.split('/')[1]));
    batch.push(report);
    if (batch.length < 500) continue;
    await add(batch);
    batch = [];
  }
  await add(batch);
  const [ours, theirs] = [spent.ours, spent.peer].map((ms) => ms / 1_000) as [number, number];
  const count = (n: number): string => Math.round(n).toLocaleString('en');
  say(
    `- bulk load: ${count(reports)} reports, ${count(links)} links in ${ours.toFixed(1)} s (${count(reports / ours)} reports/s), ${peer.name} ${theirs.toFixed(1)} s; RSS ${count(process.memoryUsage().rss / 2 ** 20)} MB`,
  );
  return [...known];
}

async function submitRate(graph: GraphStore, world: BenchmarkWorld, callers: number): Promise<string> {
  const random = seeded(callers);
  const reports = Array.from({ length: 1_000 }, (_, index) => world.report(random, callers * 1_000_000 + index));
  const start = performance.now();
  await Promise.all(
    Array.from({ length: callers }, async (_, caller) => {
      for (let at = caller; at < reports.length; at += callers) await graph.addReports([reports[at]!]);
    }),
  );
  return Math.round(reports.length / ((performance.now() - start) / 1_000)).toLocaleString('en');
}
