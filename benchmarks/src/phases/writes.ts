import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { planWorld, type WorldPlan } from '@linchpin/api/src/features/generate/worldPlan.ts';
import { worldReport } from '@linchpin/api/src/features/generate/worldReport.ts';
import { prepareReport } from '@linchpin/api/src/features/ingest/prepareReport.ts';
import type { PreparedReport } from '@linchpin/api/src/model/prepared.ts';
import { publicIds } from '@linchpin/api/src/model/publicIds.ts';
import { openEmbeddedStores } from '@linchpin/api/src/store/embedded/openEmbeddedStores.ts';
import type { GraphStore } from '@linchpin/api/src/store/ports/graphStore.ts';
import { coreVocabulary } from '@linchpin/schema';
import { findAsked } from '../asked.ts';
import { counted, timed, type Figure } from '../figures.ts';
import type { Timing } from '../measure.ts';
import { questionsAt } from '../portQuestions.ts';
import { scopesOf } from '../scopes.ts';
import type { Phase } from './phase.ts';

const readsPerSecond = 1_000;
const readers = 2;

/** Durable submissions into a copy of the store, through its threads as in the server, alone and beside readers. */
export const writesPhase: Phase = async ({ loaded, folder, runs, entities, links, seed, say }) => {
  const data = join(folder, 'written');
  rmSync(data, { recursive: true, force: true });
  cpSync(loaded.data, data, { recursive: true });
  const { graph, work, audit } = await openEmbeddedStores({ folder: data, vocabulary: coreVocabulary, threads: true });
  const figures: Figure[] = [];
  try {
    const ids = publicIds(Buffer.from((await work.setting('secret')) ?? '', 'hex'));
    const scopes = scopesOf(loaded.world);
    const { small } = await findAsked(graph, loaded.world, scopes);
    const plan = planWorld({ entities, links, seed });
    const amount = runs * 10;
    let first = plan.reports;
    for (const isRead of [false, true]) {
      // Readers that know nothing yet would spend the whole time with their first look at the hubs.
      if (isRead) for (const asked of small) await questionsAt(graph).expand(scopes.broad, asked);
      for (const callers of [64, 16, 1]) {
        const count = callers === 1 ? Math.ceil(amount / 4) : amount;
        const reports = Array.from({ length: count }, (_, nth) => smallReport(plan, first + nth, ids));
        first += count;
        const reading = isRead
          ? readMeanwhile(graph, (run) => questionsAt(graph).expand(scopes.broad, small[run % small.length]!))
          : null;
        const written = await submit(graph, reports, callers);
        const least = callers === 64 ? (isRead ? 2_000 : 2_500) : null;
        const where = isRead ? `, beside ${readers} readers at ${readsPerSecond} reads/s` : '';
        figures.push(
          counted(
            `submit 2 records + 3 links, durable, ${callers} callers${where}`,
            { value: written.perSecond, unit: '/s' },
            least === null ? null : { atLeast: least },
          ),
        );
        figures.push(timed('  each', null, written.timing));
        const read = await reading?.stop();
        if (read)
          figures.push(timed(`  the reads, ${Math.round(read.perSecond).toLocaleString('en')} a second`, null, read.timing));
        for (const figure of figures.slice(isRead ? -3 : -2)) say(`${figure.question}: ${figure.ours}`);
      }
    }
  } finally {
    await graph.close();
    await work.close();
    await audit.close();
    rmSync(data, { recursive: true, force: true });
  }
  return figures;
};

/** A report that the world has not told yet, cut to two records and three links. */
function smallReport(plan: WorldPlan, number: number, ids: ReturnType<typeof publicIds>): PreparedReport {
  const { input } = worldReport(plan, number);
  const [one, two] = input.links
    .map(({ from, to }) => input.records.filter(({ ref }) => ref === from || ref === to))
    .find((pair) => pair.length === 2)!;
  const between = input.links.filter(({ from, to }) => [one!.ref, two!.ref].includes(from) && [one!.ref, two!.ref].includes(to));
  const links = [0, 1, 2].map((nth) => between[nth % between.length]!);
  const agency = input.agency!;
  const context = { vocabulary: coreVocabulary, ids, now: Date.now(), agency, groups: plan.groupsOf.get(agency)! };
  const drawNumber = (): string => String(number).padStart(9, '0');
  return prepareReport({ ...input, narrative: null, records: [one!, two!], links }, { ...context, drawNumber });
}

async function submit(
  graph: GraphStore,
  reports: readonly PreparedReport[],
  callers: number,
): Promise<{ readonly perSecond: number; readonly timing: Timing }> {
  const times: number[] = [];
  const started = performance.now();
  await Promise.all(
    Array.from({ length: callers }, async (_, caller) => {
      for (let at = caller; at < reports.length; at += callers) {
        const before = performance.now();
        const [outcome] = await graph.addReports([reports[at]!]);
        if (outcome?.kind !== 'added') throw new Error(`A report was not added: ${outcome?.kind}`);
        times.push(performance.now() - before);
      }
    }),
  );
  return { perSecond: reports.length / ((performance.now() - started) / 1_000), timing: summarise(times) };
}

/** Two readers, each asking on time whether or not the last answer is there. */
function readMeanwhile(
  graph: GraphStore,
  ask: (run: number) => Promise<unknown>,
): { stop(): Promise<{ readonly perSecond: number; readonly timing: Timing } | null> } {
  const times: number[] = [];
  const started = performance.now();
  let isOver = false;
  let run = 0;
  const loop = async (): Promise<void> => {
    const own = performance.now();
    for (let asked = 0; !isOver;) {
      const due = Math.floor(((performance.now() - own) / 1_000) * readsPerSecond);
      const answers: Promise<unknown>[] = [];
      for (; asked < due && answers.length < 50; asked++) {
        const before = performance.now();
        answers.push(ask(run++).then(() => times.push(performance.now() - before)));
      }
      await Promise.all(answers);
      await new Promise((resolve) => setTimeout(resolve, 2));
    }
  };
  const loops = Array.from({ length: readers }, loop);
  return {
    async stop() {
      isOver = true;
      await Promise.all(loops);
      if (times.length === 0) return null;
      return { perSecond: times.length / ((performance.now() - started) / 1_000), timing: summarise(times) };
    },
  };
}

function summarise(times: number[]): Timing {
  times.sort((a, b) => a - b);
  const at = (share: number): number => times[Math.min(times.length - 1, Math.floor(times.length * share))]!;
  return { question: '', runs: times.length, p50: at(0.5), p95: at(0.95) };
}
