import { mayJoin, type Vocabulary } from '@linchpin/schema';
import { credibilities, reliabilities, reportKinds } from '../../../model/prepared.ts';
import type { Moment } from '../../../model/moment.ts';
import type { PublicIds } from '../../../model/publicIds.ts';
import { atDay, atSecond, type LinkDraft, type RecordDraft, type ReportDraft } from '../buildReport.ts';
import { draftRecord } from './draftRecord.ts';
import { agencies, base, day, groups } from './places.ts';
import type { SeededRandom } from './seededRandom.ts';

export interface DraftContext {
  readonly random: SeededRandom;
  readonly ids: PublicIds;
  readonly vocabulary: Vocabulary;
}

export function drawNumber(random: SeededRandom, agency: string): string {
  return `${agency}-2024-${String(random.int(1_000_000)).padStart(6, '0')}`;
}

export function draftReport(context: DraftContext): ReportDraft {
  const { random, ids } = context;
  const origin = draftOrigin(random);
  const number = drawNumber(random, origin.agency);
  const records = Array.from({ length: 1 + random.int(5) }, () => draftRecord(random, ids));
  const isKeyed = random.chance(0.2);
  return {
    number,
    ...origin,
    kind: random.pick(reportKinds),
    occurredAt: random.chance(0.7) ? randomMoment(random) : null,
    receivedAt: base + random.int(20) * day,
    narrative: random.chance(0.5) ? `What ${number} says` : null,
    grade: random.chance(0.7) ? { reliability: random.pick(reliabilities), credibility: random.pick(credibilities) } : null,
    contact: random.chance(0.5) ? `desk ${random.int(3)}` : null,
    externalNumbers: random.chance(0.2) ? [`X-${number}`] : [],
    cases: random.chance(0.2) ? ['C-1'] : [],
    idempotency: isKeyed ? { key: `row ${random.int(30)}`, bodyHash: `hash ${random.int(2)}` } : null,
    records,
    links: draftLinks(context, records),
  };
}

/** One entity with so many neighbours that it counts as generic for who sees enough of them. */
export function draftHub(context: DraftContext, neighbours: number): ReportDraft {
  const { random, ids } = context;
  const hub: RecordDraft = {
    kind: 'PHONE',
    key: 'PHONE +15045550100',
    caption: 'Front desk',
    values: { number: ['+15045550100'] },
  };
  const others = Array.from({ length: neighbours }, () => draftRecord(random, ids, 'PERSON'));
  const links = others.map((_, i) => ({
    kind: 'USES',
    from: i + 1,
    to: 0,
    start: random.chance(0.8) ? randomMoment(random) : null,
  }));
  const origin = draftOrigin(random);
  const number = drawNumber(random, origin.agency);
  return { number, ...origin, receivedAt: base + random.int(20) * day, records: [hub, ...others], links };
}

function draftOrigin(random: SeededRandom): Pick<ReportDraft, 'agency' | 'audience' | 'outsideAudience' | 'protectEverywhere'> {
  const agency = random.pick(agencies);
  return {
    agency,
    audience: random.chance(0.5) ? agency : random.pick(groups),
    outsideAudience: random.chance(0.65) ? 'POINTER' : 'SEALED',
    protectEverywhere: random.chance(0.4),
  };
}

function draftLinks({ random, vocabulary }: DraftContext, records: readonly RecordDraft[]): LinkDraft[] {
  const links: LinkDraft[] = [];
  const all = [...vocabulary.linkKinds.values()];
  for (let i = random.int(7); i > 0 && records.length > 1; i--) {
    const from = random.int(records.length);
    const to = random.int(records.length);
    const kinds = all.filter((kind) => mayJoin(kind, records[from]!.kind, records[to]!.kind));
    // Whether a case can be involved in a case is nowhere said.
    const isOdd = records[from]!.kind === 'CASE' && records[to]!.kind === 'CASE';
    if (from === to || kinds.length === 0 || isOdd) continue;
    const { kind } = random.pick(kinds);
    const start = random.chance(0.6) ? randomMoment(random) : null;
    links.push({
      kind,
      from,
      to,
      start,
      end: random.chance(0.3) ? atSecond((start?.at ?? base) + random.int(3) * day) : null,
      isProtecting: kind === 'INVOLVED_IN' && records[from]!.kind === 'PERSON' && random.chance(0.25),
      values: random.chance(0.3) ? { basis: ['said so'] } : {},
    });
  }
  return links;
}

function randomMoment(random: SeededRandom): Moment {
  const at = base + random.int(25) * day;
  return random.chance(0.5) ? atDay(at) : atSecond(at + random.int(3) * (day / 3));
}
