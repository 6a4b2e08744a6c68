import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { asking } from './asking.ts';
import { startService } from './startService.ts';
import { threadTime } from './threadTime.ts';

const here = resolve(import.meta.dirname, '../../..');
const { values } = parseArgs({
  options: {
    root: { type: 'string', multiple: true, default: [here] },
    rounds: { type: 'string', default: '3' },
    seconds: { type: 'string', default: '4' },
    clients: { type: 'string', default: '1,16' },
    accept: { type: 'string', default: 'identity' },
    profile: { type: 'string' },
  },
});

/** The operation as the explorer sends it. */
const documents = join(here, 'packages/explorer/src/remote/documents');
const text = (name: string): string => readFileSync(join(documents, `${name}.graphql`), 'utf8');
const operation = /query Expand\([\s\S]*?\n}\n/.exec(text('link'))![0];
const query = [
  operation,
  ...text('cards')
    .split(/\n(?=fragment )/)
    .filter((part) => /fragment (Entity|Bundle)Card/.test(part)),
].join('\n');

type Asking = ReturnType<typeof asking>;

/** Entities that have about ten neighbours. */
async function findUsual({ ask }: Asking): Promise<string[]> {
  const all =
    'query ($after: String) { overlaps(first: 200, minimumAgencies: 2, after: $after) { edges { node { entity { id neighbourTotal } } } } }';
  const { body } = await ask(JSON.stringify({ query: all }));
  const { data } = JSON.parse(body.toString()) as {
    data: { overlaps: { edges: { node: { entity: { id: string; neighbourTotal: number } } }[] } };
  };
  const found = data.overlaps.edges.map(({ node }) => node.entity).filter(({ neighbourTotal: n }) => n >= 7 && n <= 14);
  return found.map(({ id }) => id);
}

interface Measured {
  readonly p50: number;
  readonly p95: number;
  readonly perSecond: number;
  /** Milliseconds of computing for one request: main thread, all threads. */
  readonly main: number;
  readonly whole: number;
}

async function measure(pid: number, asker: Asking, ids: readonly string[], clients: number, seconds: number): Promise<Measured> {
  const bodies = ids.map((id) => JSON.stringify({ query, variables: { ids: [id], order: 'NEWEST', limit: 50 } }));
  const times: number[] = [];
  let turn = 0;
  const run = async (until: number): Promise<void> => {
    while (performance.now() < until) {
      const start = performance.now();
      const { status, body } = await asker.ask(bodies[turn++ % bodies.length]!);
      if (status !== 200 || body.length < 500) throw new Error(`${status}: ${body.toString().slice(0, 300)}`);
      times.push(performance.now() - start);
    }
  };
  const crowd = (ms: number): Promise<unknown> => {
    const until = performance.now() + ms;
    return Promise.all(Array.from({ length: clients }, () => run(until)));
  };
  await crowd(1_500);
  times.length = 0;
  const before = threadTime(pid);
  const start = performance.now();
  await crowd(seconds * 1_000);
  const took = performance.now() - start;
  const after = threadTime(pid);
  times.sort((a, b) => a - b);
  const at = (part: number): number => times[Math.floor(times.length * part)]!;
  const spent = (name: 'main' | 'whole'): number => (before && after ? (after[name] - before[name]) / times.length : NaN);
  return { p50: at(0.5), p95: at(0.95), perSecond: (times.length / took) * 1_000, main: spent('main'), whole: spent('whole') };
}

const round = (value: number): string => value.toFixed(2);
for (let nth = 0; nth < Number(values.rounds); nth++)
  for (const root of values.root) {
    const nodeOptions = values.profile ? ['--cpu-prof', `--cpu-prof-dir=${resolve(values.profile)}`] : [];
    const service = await startService({ root: resolve(root), nodeOptions });
    for (const clients of values.clients.split(',').map(Number)) {
      const headers = { 'linchpin-demo-viewer': 'investigator1', 'accept-encoding': values.accept };
      const asker = asking(service.url, { connections: clients, headers });
      const ids = await findUsual(asker);
      const { p50, p95, perSecond, main, whole } = await measure(service.pid, asker, ids, clients, Number(values.seconds));
      process.stdout.write(
        `${root}: ${clients} client(s), ${ids.length} entities: p50 ${round(p50)} p95 ${round(p95)} ms, ${perSecond.toFixed(0)}/s, main thread ${round(main)} ms, all threads ${round(whole)} ms a request\n`,
      );
      asker.close();
    }
    await service.stop();
  }
