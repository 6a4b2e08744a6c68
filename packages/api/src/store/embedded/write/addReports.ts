import { INVOLVED_IN } from '../../../model/vocabularyWords.ts';
import type { AddOutcome } from '../../ports/graphStore.ts';
import type { Joined } from './adjacency.ts';
import { holdingKey, type HoldingAddition } from './holdings.ts';
import type { PackedReport } from './packReport.ts';
import type { PlacedReport } from './reports.ts';
import type { Writers } from './writers.ts';

/**
 * Stores reports with everything derived from them, all in one go: looked up, inserted and counted for the whole batch.
 * What comes of it is what would come of adding them one by one. Call inside a transaction.
 */
export function addReports(writers: Writers, reports: readonly PackedReport[]): AddOutcome[] {
  const decisions = writers.reports.decide(reports);
  const added = addNew(
    writers,
    reports.filter((_, index) => decisions[index]!.kind === 'new'),
  );
  return decisions.map((decision, index) => {
    if (decision.kind === 'new') return added.get(reports[index]!)!;
    if (decision.kind === 'repeated') return { ...added.get(decision.first)!, kind: 'known' };
    return decision;
  });
}

type Added = Extract<AddOutcome, { readonly kind: 'added' | 'known' }>;

function addNew(writers: Writers, reports: readonly PackedReport[]): Map<PackedReport, Added> {
  if (reports.length === 0) return new Map();
  const { interning, hubs } = writers;
  const version = hubs.version();
  const { entities, made } = writers.entities.resolve(reports.flatMap(({ records }) => records));
  const outcomes = new Map<PackedReport, Added>();
  const placed: PlacedReport[] = [];
  const firstNumber = writers.reports.nextNumber();
  let from = 0;
  for (const [index, report] of reports.entries()) {
    const own = entities.slice(from, (from += report.records.length));
    placed.push({ report, r: firstNumber + index, o: interning.originNumber(report.origin), ends: own.map(({ e }) => e) });
    outcomes.set(report, {
      kind: 'added',
      number: report.number,
      reportId: report.id,
      entityIds: own.map(({ id }) => id),
    });
  }
  const isLoading = writers.load.isOn;
  writers.reports.insert(placed, { kindNumber: (kind) => interning.linkKindNumber(kind), isKeyed: !isLoading });
  const joined = placed.flatMap((one) => joinEnds(writers, one));
  const additions = gatherHoldings(placed, joined, interning.findLinkKind(INVOLVED_IN) ?? -1);
  writers.holdings.add(additions, made, !isLoading);
  if (!isLoading) {
    const touched = writers.adjacency.add(joined, version);
    for (const { ends } of placed) for (const e of ends) touched.set(e, (touched.get(e) ?? 0) + 1);
    hubs.grew(touched, { version, made });
    writers.shared.add(additions, made);
    writers.protection.add(placed, made);
  }
  writers.changes.note(
    placed.map(({ report, ends }) => ({ kind: 'ADDED', reportNumber: report.number, entities: [...new Set(ends)] })),
  );
  return outcomes;
}

function joinEnds({ interning }: Writers, { report, r, o, ends }: PlacedReport): Joined[] {
  return report.links.map(({ kind, from, to, start, time }) => ({
    src: ends[from]!,
    dst: ends[to]!,
    k: interning.linkKindNumber(kind),
    o,
    report: r,
    weak: report.weak,
    first: start ?? time,
    last: time,
  }));
}

/** What each origin says about each entity, over all reports. */
function gatherHoldings(placed: readonly PlacedReport[], joined: readonly Joined[], involvedIn: number): HoldingAddition[] {
  const additions = new Map<number, HoldingAddition>();
  for (const { report, o, ends } of placed) {
    const met = new Set<HoldingAddition>();
    for (const [ordinal, e] of ends.entries()) {
      const addition = additions.get(holdingKey({ e, o })) ?? {
        e,
        o,
        records: 0,
        reports: 0,
        received: report.received,
        first: null,
        last: null,
        texts: [],
        cases: 0,
        isNew: false,
      };
      additions.set(holdingKey({ e, o }), addition);
      addition.records++;
      addition.texts.push(report.records[ordinal]!.words);
      if (met.has(addition)) continue;
      met.add(addition);
      addition.reports++;
      addition.received = Math.min(addition.received, report.received);
      widen(addition, report.occurred, report.occurred);
    }
  }
  for (const { src, dst, k, o, first, last } of joined) {
    const from = additions.get(holdingKey({ e: src, o }))!;
    if (k === involvedIn) from.cases++;
    if (src === dst) continue;
    widen(from, first, last);
    widen(additions.get(holdingKey({ e: dst, o }))!, first, last);
  }
  return [...additions.values()];
}

function widen(addition: HoldingAddition, first: number | null, last: number | null): void {
  if (first !== null && (addition.first === null || first < addition.first)) addition.first = first;
  if (last !== null && (addition.last === null || last > addition.last)) addition.last = last;
}
