import type { LinkInput } from '../../model/reportInput.ts';
import { Chance } from './chance.ts';
import { byDay, fallback, joins } from './joins.ts';
import { localTime } from './sayThing.ts';

/** A record of a report while it is made. */
export interface Teller {
  readonly ref: string;
  readonly thing: number;
  readonly kind: string;
  readonly isHub: boolean;
  /** The other of whom its key is made stands at this place; null for most. */
  readonly companion: number | null;
}

interface Pair {
  readonly from: Teller;
  readonly to: Teller;
  readonly kinds: readonly string[] | null;
  /** 0 to 1, the same in every report: what two have to do with each other lasts. */
  readonly bond: number;
}

export interface LinkPlan {
  readonly seed: number;
  /** How many links among the others, and of the hub. */
  readonly wanted: { readonly among: number; readonly hub: number };
  /** Day of the report. */
  readonly day: number;
}

const rolesInCase = ['SUSPECT', 'FACILITATOR', 'BUYER', 'WITNESS', 'UNKNOWN', 'VICTIM', 'PROSPECTIVE_VICTIM', 'REPORTING_PARTY'];

/** The links of one report: what keys need first, then pairs that a kind of link is made for, then others. */
export function tellLinks(records: readonly Teller[], plan: LinkPlan, chance: Chance): LinkInput[] {
  const needed = records.flatMap((record): LinkInput[] => {
    const other = record.companion === null ? undefined : records[record.companion];
    if (!other) return [];
    const [from, to] = record.kind === 'STAY' ? [record, other] : [other, record];
    return [oneLink({ from, to, kinds: null, bond: 0 }, record.kind === 'STAY' ? 'AT' : 'PRESENT_AT', plan.day, chance)];
  });
  const pairs = pairsOf(records, plan.seed);
  const among = pairs.filter(({ from, to }) => !from.isHub && !to.isHub);
  const ofHub = pairs.filter(({ from, to }) => from.isHub || to.isHub);
  return [
    ...needed,
    ...pick(among, plan.wanted.among - needed.length, plan.day, chance),
    ...pick(ofHub, plan.wanted.hub, plan.day, chance),
  ];
}

/** The firmest first, those that no kind of link is made for last; what is told by the day several times. */
function pick(pairs: readonly Pair[], wanted: number, day: number, chance: Chance): LinkInput[] {
  const links: LinkInput[] = [];
  const told = new Map<Teller, number>();
  const ranked = pairs.map((pair) => ({ pair, rank: pair.bond + (pair.kinds ? 0 : 0.7) + chance.next() * 0.08 }));
  ranked.sort((a, b) => a.rank - b.rank);
  for (let round = 0; links.length < wanted && ranked.length > 0; round++)
    for (const { pair } of ranked) {
      if (links.length >= wanted) break;
      if (isFull(pair.from, told, round) || isFull(pair.to, told, round)) continue;
      const usual = pair.kinds ? pair.kinds[Math.floor(pair.bond * 7_919) % pair.kinds.length]! : fallback;
      const kind = pair.kinds && chance.happens(0.12) ? chance.pick(pair.kinds) : usual;
      const times = byDay.has(kind) ? chance.between(1, 3) : 1;
      for (let time = 0; time < times && links.length < wanted; time++) {
        links.push(oneLink(pair, kind, day, chance));
        for (const end of [pair.from, pair.to]) told.set(end, (told.get(end) ?? 0) + 1);
      }
    }
  return links;
}

/** Links are spread over the records of a report, but for its hub. */
function isFull(end: Teller, told: ReadonlyMap<Teller, number>, round: number): boolean {
  return !end.isHub && (told.get(end) ?? 0) >= 3 + round;
}

function pairsOf(records: readonly Teller[], seed: number): Pair[] {
  const pairs: Pair[] = [];
  for (const [at, one] of records.entries())
    for (const other of records.slice(at + 1)) {
      if (changesKey(one, other) || changesKey(other, one)) continue;
      const there = joins.get(`${one.kind} ${other.kind}`);
      const back = joins.get(`${other.kind} ${one.kind}`);
      const [least, most] = one.thing < other.thing ? [one.thing, other.thing] : [other.thing, one.thing];
      const bond = new Chance(seed, most, least).next();
      const isForward = there !== undefined || back === undefined;
      const [from, to] = isForward ? [one, other] : [other, one];
      pairs.push({ from, to, kinds: there ?? back ?? null, bond });
    }
  return pairs;
}

/** A second lodging for a stay, a second vehicle for a sighting: they would be other entities. */
function changesKey(one: Teller, other: Teller): boolean {
  return (one.kind === 'STAY' && other.kind === 'LODGING') || (one.kind === 'SIGHTING' && other.kind === 'VEHICLE');
}

function oneLink({ from, to }: Pair, kind: string, reportDay: number, chance: Chance): LinkInput {
  const day = reportDay - chance.below(30);
  const isUndated = chance.happens(0.03);
  const start = isUndated ? null : chance.happens(0.4) ? localTime(day) : localTime(day, chance.below(1_440));
  const end = !isUndated && chance.happens(0.12) ? localTime(day + chance.between(1, 20)) : null;
  const properties = propertiesOf(kind, from.kind, chance);
  return { kind, from: from.ref, to: to.ref, ...(start && { start }), ...(end && { end }), ...(properties && { properties }) };
}

function propertiesOf(kind: string, from: string, chance: Chance): LinkInput['properties'] {
  if (kind === 'INVOLVED_IN' && from === 'PERSON') return [{ name: 'role', values: [chance.pick(rolesInCase)] }];
  if (kind === 'CALLED')
    return [
      { name: 'calls', values: [String(chance.between(1, 12))] },
      { name: 'seconds', values: [String(chance.between(5, 3_000))] },
    ];
  if (kind === 'MESSAGED') return [{ name: 'messages', values: [String(chance.between(1, 40))] }];
  if (kind === fallback && chance.happens(0.5))
    return [{ name: 'basis', values: [chance.pick(['seen together', 'named by a witness', 'in a ledger'])] }];
  return null;
}
