import { join } from 'node:path';
import { submitReport } from '@linchpin/api/src/features/ingest/submitReport.ts';
import { perform } from '@linchpin/api/src/gate/perform.ts';
import { openRequest } from '@linchpin/api/src/gate/requestContext.ts';
import { findViewer } from '@linchpin/api/src/gate/viewer.ts';
import type { ReportView } from '@linchpin/api/src/model/views.ts';
import { openStores, type OpenStores } from '@linchpin/api/src/openStores.ts';
import type { GraphStore } from '@linchpin/api/src/store/ports/graphStore.ts';
import { coreVocabulary } from '@linchpin/schema';
import { fireReport, nameOf, type Plan } from '../clients/fireReports.ts';
import { investigator } from '../judge/readPresent.ts';
import { copyTemplate } from '../processes/templateStore.ts';
import { must, type Round, type Trial } from '../rounds.ts';

const reports = 60;
const hour = 3_600_000;

/** How the clock of the machine goes from one write to the next, in milliseconds. */
type Clock = (round: Round) => (nth: number) => number;

const jumping: Clock = ({ random }) => {
  let now = Date.UTC(2026, 0, 1, 0, 30);
  return () => (now += random.int(4) === 0 ? -random.int(400 * 24 * hour) : random.int(90 * 24 * hour));
};
const standing: Clock = () => () => Date.UTC(2026, 2, 8, 8, 30);
const overNewYear: Clock = () => (nth) => Date.UTC(2026, 11, 31, 23, 59, 59, 970) + nth;

/** Writes under a clock that does what it likes: times stay as they were, lists are in order, page by page, nothing twice. */
function underClock(name: string, clock: Clock): Trial {
  return {
    name,
    async run(round) {
      const data = join(round.folder, 'data');
      await copyTemplate(data);
      const stores = await openStores({ store: { kind: 'embedded' }, data }, coreVocabulary);
      try {
        const plan: Plan = { seed: round.random.int(1 << 30), phones: 4, people: 2 };
        const written = await writeUnder(clock(round), stores, plan);
        await mustBeInOrder(stores.graph, plan, written);
        const { problems } = await stores.graph.verify();
        must(problems.length === 0, problems.join(' | '));
        const { entries, brokenAt } = await stores.audit.verify();
        must(brokenAt === null && entries >= written.size, `the audit log is broken at ${brokenAt} of ${entries}`);
        return `${written.size} reports`;
      } finally {
        await stores.close();
      }
    },
  };
}

async function writeUnder(clock: (nth: number) => number, stores: OpenStores, plan: Plan): Promise<Map<string, number>> {
  const viewer = findViewer(await stores.work.directory(), 'investigator1');
  let now = 0;
  const services = { ...stores, vocabulary: coreVocabulary, now: () => now, onFault: () => {} };
  const context = openRequest(services, { requestId: 'clock', viewer, legalCase: null, purpose: null });
  const written = new Map<string, number>();
  for (let nth = 0; nth < reports; nth++) {
    now = clock(nth);
    const input = { ...fireReport(plan, nth), occurredAt: null };
    const first = await perform(context, submitReport, input);
    now = clock(nth);
    const again = await perform(context, submitReport, input);
    must(again.number === first.number && !again.isNew, `report ${nth} sent again at another time is ${again.number}`);
    written.set(nameOf(plan.seed, nth), nth);
  }
  return written;
}

async function mustBeInOrder(graph: GraphStore, plan: Plan, written: ReadonlyMap<string, number>): Promise<void> {
  const filter = { agency: 'BAYOU-SO', kind: 'TIP', window: { since: null, until: null } };
  const seen = new Set<string>();
  let last: ReportView | null = null;
  for (let after = null as Parameters<GraphStore['reports']>[2]['after']; ;) {
    const page = await graph.reports(investigator, filter, { first: 7, after });
    for (const { item, position } of page.items) {
      after = position;
      if (last !== null) {
        const [before, time] = [last.occurredAt?.at ?? last.receivedAt, item.occurredAt?.at ?? item.receivedAt];
        must(before > time || (before === time && last.number < item.number), `${item.number} stands behind ${last.number}`);
      }
      last = item;
      const name = item.externalNumbers[0] ?? '';
      if (!written.has(name)) continue;
      must(!seen.has(name), `${name} is on two pages`);
      const year = new Date(item.receivedAt).getUTCFullYear();
      must(item.number.includes(`-${year}-`), `${item.number} was received in ${year}`);
      seen.add(name);
    }
    if (!page.hasNext) break;
  }
  must(seen.size === written.size, `${written.size - seen.size} of ${written.size} reports are on no page`);
}

export const clockTrials: readonly Trial[] = [
  underClock('jumping-clock', jumping),
  underClock('standing-clock', standing),
  underClock('new-year', overNewYear),
];
