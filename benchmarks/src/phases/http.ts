import { openEmbeddedStores } from '@linchpin/api/src/store/embedded/openEmbeddedStores.ts';
import { coreVocabulary } from '@linchpin/schema';
import { mintScope } from '@linchpin/api/src/gate/mintScope.ts';
import { findAsked, type Asked } from '../asked.ts';
import { counted, timed, type Figure } from '../figures.ts';
import { measure, type Timing } from '../measure.ts';
import { scopesOf } from '../scopes.ts';
import { askServer, startServer } from '../startServer.ts';
import type { Phase, PhaseOptions } from './phase.ts';

const expansion = `query($id: ID!) {
  entity(id: $id) { id caption linkCounts { linkKind entityKind direction links neighbours } }
  expand(ids: [$id], limit: 50) { total remaining entities { id kind caption agencies { id } } bundles { id kind from to links lastSeen } }
}`;
const ways =
  'query($from: ID!, $to: ID!, $count: Int!) { paths(from: $from, to: $to, maxHops: 6, count: $count) { paths { length entities { id } } } }';
const at = <T>(list: readonly T[], run: number): T => list[run % list.length]!;

/** The same over the real server and GraphQL, one client and sixteen, and paths over the adjacency in its thread. */
export const httpPhase: Phase = async (options) => {
  const { loaded, runs, say } = options;
  const viewer = widest(loaded.world.directory);
  const asked = await askedBy(options, viewer.agency);
  const server = await startServer(loaded.data);
  const figures: Figure[] = [];
  const add = (figure: Figure): void => {
    figures.push(figure);
    say(`${figure.question}: ${figure.ours}`);
  };
  try {
    const ask = (query: string, variables: Record<string, unknown>): Promise<unknown> =>
      askServer(server.url, viewer.user, query, variables);
    const expand = (run: number): Promise<unknown> => ask(expansion, { id: at(asked.small, run) });
    say(`Asked by ${viewer.user}, who sees ${viewer.audiences} audiences`);
    add(timed('expand at ~10 over HTTP GraphQL, one client', 10, await measure('', runs, expand)));
    const many = await measureMany(16, Math.max(320, runs * 2), expand);
    add(timed('the same, 16 clients', null, many.timing));
    add(counted('  answers a second', { value: many.perSecond, unit: '/s' }, null));
    add(
      timed(
        'largest hub over HTTP GraphQL, newest 50',
        null,
        await measure('', Math.ceil(runs / 10), () => ask(expansion, { id: asked.hubs[0]! })),
      ),
    );
    await waitForAnalysis(server.url, say);
    for (const [count, most] of [
      [1, 15],
      [5, null],
    ] as const)
      add(
        timed(
          `paths over HTTP GraphQL, 6 hops, count ${count}`,
          most,
          await measure('', Math.ceil(runs / 4), (run) =>
            ask(ways, { from: at(asked.small, run), to: at(asked.small, run + 7), count }),
          ),
        ),
      );
    add(counted('memory of the server after that', { value: server.residentMB() ?? Number.NaN, unit: 'MB RSS' }, null));
  } finally {
    await server.stop();
  }
  return figures;
};

/** The reader whose agency is in most groups. */
function widest({ agencies, groups, users }: PhaseOptions['loaded']['world']['directory']): {
  readonly user: string;
  readonly agency: string;
  readonly audiences: number;
} {
  const joined = (agency: string): number => groups.filter((group) => group.agencies.includes(agency)).length;
  const [agency] = agencies.toSorted((a, b) => joined(b.id) - joined(a.id));
  const user = users.find((one) => one.agency === agency!.id && one.role === 'INVESTIGATOR')!;
  return { user: user.id, agency: agency!.id, audiences: joined(agency!.id) + 1 };
}

async function askedBy({ loaded }: PhaseOptions, agency: string): Promise<Asked> {
  const { graph, audit } = await openEmbeddedStores({ folder: loaded.data, vocabulary: coreVocabulary });
  const groups = loaded.world.directory.groups.filter((group) => group.agencies.includes(agency)).map(({ id }) => id);
  try {
    return await findAsked(graph, loaded.world, { ...scopesOf(loaded.world), broad: mintScope({ agency, groups }) });
  } finally {
    await graph.close();
    await audit.close();
  }
}

async function measureMany(
  clients: number,
  runs: number,
  ask: (run: number) => Promise<unknown>,
): Promise<{ readonly timing: Timing; readonly perSecond: number }> {
  const times: number[] = [];
  let next = 0;
  const started = performance.now();
  await Promise.all(
    Array.from({ length: clients }, async () => {
      while (next < runs) {
        const run = next++;
        const before = performance.now();
        await ask(run);
        times.push(performance.now() - before);
      }
    }),
  );
  const seconds = (performance.now() - started) / 1_000;
  times.sort((a, b) => a - b);
  const timing = { question: '', runs, p50: times[Math.floor(runs / 2)]!, p95: times[Math.floor(runs * 0.95)]! };
  return { timing, perSecond: runs / seconds };
}

/** Until paths are searched over the adjacency, as the server's own figures say. */
async function waitForAnalysis(url: string, say: (line: string) => void): Promise<void> {
  const started = Date.now();
  while (Date.now() - started < 120_000) {
    const text = await (await fetch(new URL('/metrics', url))).text();
    if (/^linchpin_analysis_state\{state="ready"\} 1$/m.test(text)) {
      const [, seconds] = /^linchpin_analysis_build_seconds (\S+)$/m.exec(text) ?? [];
      const [, bytes] = /^linchpin_analysis_bytes (\S+)$/m.exec(text) ?? [];
      return say(`Adjacency built in ${seconds} s, ${Math.round(Number(bytes) / 1e6)} MB`);
    }
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
  say('The adjacency was not ready after two minutes: paths are asked of the store');
}
