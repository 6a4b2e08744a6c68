import { submitReport } from '@linchpin/api/src/features/ingest/submitReport.ts';
import { fireReport, phoneNumber, type Plan } from '../clients/fireReports.ts';
import type { Memory } from '../clients/submitters.ts';
import { must } from '../rounds.ts';
import { eachOf } from './eachOf.ts';
import { withStores, type Judged, type StorePlace } from './openForJudge.ts';
import { investigator, readPresent, type PresentReport } from './readPresent.ts';

/**
 * Opens a store after whatever happened to it and holds it against what its callers were told: nothing acknowledged is
 * lost, nothing is half there or there twice, the same key gives the same answer, and `doctor` finds nothing.
 * Gives a line of counts. @throws Error saying what is wrong
 */
export async function judgeReports(place: StorePlace, plan: Plan, memory: Memory): Promise<string> {
  return withStores(place, async (judged) => {
    await mustBeSound(judged, 'after it was opened again');
    const present = await readPresent(judged.stores.graph, plan.seed);
    mustHoldWhatWasTold(present, plan, memory);
    await mustRemember(judged, memory);
    await mustCountNeighbours(judged, plan, present);
    await mustAnswerAgain(judged, plan, memory, present);
    await mustBeSound(judged, 'after everything was sent again');
    const stored = [...memory.unanswered].filter((nth) => present.has(nth)).length;
    for (const nth of memory.unanswered) memory.unanswered.delete(nth);
    memory.looked.answered = await countAnswered(judged);
    memory.looked.acknowledged = memory.acknowledged.size;
    const errors = [...memory.errors].map(([error, count]) => `${count} x ${error}`).join('; ');
    return `${memory.acknowledged.size} acknowledged, ${stored} stored without an answer, ${memory.retracted.size} retracted${errors && `, ${errors}`}`;
  });
}

export async function mustBeSound({ stores }: Judged, when: string): Promise<void> {
  const { problems } = await stores.graph.verify();
  must(problems.length === 0, `${when}: ${problems.slice(0, 5).join(' | ')}`);
  const { brokenAt } = await stores.audit.verify();
  must(brokenAt === null, `${when}: the audit log is broken at ${brokenAt}`);
}

function mustHoldWhatWasTold(present: ReadonlyMap<number, PresentReport>, plan: Plan, memory: Memory): void {
  for (const [nth, { number }] of memory.acknowledged) {
    if (memory.retracted.has(nth)) must(!present.has(nth), `report ${nth} was retracted and is there`);
    if (memory.maybeRetracted.has(nth)) continue;
    must(present.get(nth)?.number === number, `report ${nth} was acknowledged as ${number} and is ${present.get(nth)?.number}`);
  }
  for (const [nth, { records, links }] of present) {
    must(memory.acknowledged.has(nth) || memory.unanswered.has(nth), `report ${nth} is there and was never sent`);
    const input = fireReport(plan, nth);
    must(records === input.records.length, `report ${nth} has ${records} records of ${input.records.length}`);
    must(links === input.links.length, `report ${nth} has ${links} links of ${input.links.length}`);
  }
}

/** Every person is an entity of their own, so a phone has as many neighbours as people that use it in reports that are there. */
async function mustCountNeighbours(
  { stores: { graph } }: Judged,
  plan: Plan,
  present: ReadonlyMap<number, unknown>,
): Promise<void> {
  const expected = new Map<string, number>();
  for (const nth of present.keys())
    for (const { to } of fireReport(plan, nth).links) expected.set(to, (expected.get(to) ?? 0) + 1);
  for (const [ref, count] of expected) {
    const digits = phoneNumber(plan.seed, Number(ref.slice(1))).replaceAll(/\D/g, '');
    const { entityIds } = await graph.lookup(investigator, [`PHONE +1${digits}`]);
    const [total] = await graph.neighbourTotals(investigator, entityIds);
    must(total === count, `phone ${digits} has ${total} neighbours, not ${count}`);
  }
}

async function mustAnswerAgain(
  { ask }: Judged,
  plan: Plan,
  memory: Memory,
  present: ReadonlyMap<number, PresentReport>,
): Promise<void> {
  const known = [...memory.acknowledged.keys(), ...memory.unanswered].filter((nth) => !memory.maybeRetracted.has(nth));
  await eachOf(known, async (nth) => {
    const told = memory.acknowledged.get(nth);
    const again = await ask(submitReport, fireReport(plan, nth));
    must(again.isNew === !present.has(nth), `report ${nth} sent again is ${again.isNew ? 'new' : 'known'}`);
    must(told === undefined || told.number === again.number, `report ${nth} was ${told?.number} and is now ${again.number}`);
    const entityIds = again.entities.map(({ entityId }) => entityId);
    must(told === undefined || told.entityIds.join() === entityIds.join(), `report ${nth} sent again names other entities`);
    memory.acknowledged.set(nth, { number: again.number, entityIds });
  });
}

/** An answer is given only when it is remembered. */
async function mustRemember(judged: Judged, { acknowledged, looked }: Memory): Promise<void> {
  const remembered = (await countAnswered(judged)) - looked.answered;
  const told = acknowledged.size - looked.acknowledged;
  must(remembered >= told, `the audit log remembers ${remembered} submissions of ${told} acknowledged`);
}

async function countAnswered({ stores }: Judged): Promise<number> {
  let answered = 0;
  for (let before: number | null = null; ;) {
    const entries = await stores.audit.entries({ before, limit: 1_000 });
    for (const { useCase, outcome } of entries) if (useCase === 'submitReport' && outcome === 'ANSWERED') answered++;
    if (entries.length < 1_000) return answered;
    before = entries.at(-1)!.seq;
  }
}
