import type { RecordInput, ReportInput } from '../../model/reportInput.ts';
import { reliabilities, credibilities, type ReportKind } from '../../model/prepared.ts';
import { Chance, Weighted } from './chance.ts';
import { drawOrigin, homeOf } from './homes.ts';
import { circleThing, companionOf, hubThing, kindOf } from './kinds.ts';
import { inventWord } from './names.ts';
import { dayOfCircle, localTime, sayThing } from './sayThing.ts';
import { tellLinks, type Teller } from './tellLinks.ts';
import { circleSize, stream, type WorldPlan } from './worldPlan.ts';

export interface WorldReport {
  readonly input: ReportInput;
  /** Which things its records are of, by ordinal; negative ones are hubs. */
  readonly things: readonly number[];
}

const kinds: readonly ReportKind[] = [
  'TIP',
  'FIELD_INTERVIEW',
  'ARREST',
  'HOTLINE',
  'PHONE_RECORDS',
  'AD_CAPTURE',
  'HOTEL_REGISTRY',
  'PAYMENT_RECORDS',
  'PLATE_READS',
  'CASE_FILE',
];
const hubShare = 0.45;
const foreignShare = 0.12;
const otherAudienceShare = 0.3;

/** The n-th report of a world, whatever was asked before. Neighbouring numbers are of far circles, as reports come in. */
export function worldReport(plan: WorldPlan, number: number): WorldReport {
  const chance = new Chance(plan.size.seed, stream.report, number);
  const round = Math.floor(number / plan.circles);
  const circle = circleOf(plan, number);
  const home = homeOf(plan, circle);
  const isForeign = chance.happens(foreignShare);
  const origin = isForeign
    ? drawOrigin(plan, chance)
    : { agency: home.agency, audience: chance.happens(otherAudienceShare) ? home.other : home.audience };
  const things = drawThings(plan, { circle, round, isForeign }, chance);
  const hub = chance.happens(hubShare) ? hubThing(plan.hubs.draw(chance)) : null;
  const all = hub === null ? things : [...things, hub];
  const day = dayOfCircle(plan, circle) + chance.below(400);
  const said = all.map((thing, at): RecordInput => ({ ref: String.fromCharCode(97 + at), ...sayThing(plan, thing, chance) }));
  const tellers = said.map(({ ref, kind }, at): Teller => {
    const companion = all[at]! < 0 ? null : companionOf(plan, all[at]!);
    return { ref, kind, thing: all[at]!, isHub: all[at]! < 0, companion: companion === null ? null : all.indexOf(companion) };
  });
  const wanted = { among: chance.between(7, 13), hub: hub === null ? 0 : chance.between(3, 8) };
  const links = tellLinks(tellers, { seed: plan.size.seed, wanted, day }, chance);
  return { input: { ...head(plan, number, day, chance), ...origin, records: said, links }, things: all };
}

/** Every circle once a round, in an order that jumps about. */
function circleOf(plan: WorldPlan, number: number): number {
  const stride = strideOf(plan.circles);
  return ((number % plan.circles) * stride) % plan.circles;
}

function strideOf(circles: number): number {
  let stride = Math.max(1, Math.floor(circles * 0.618));
  while (greatestCommonDivisor(stride, circles) !== 1) stride++;
  return stride;
}

function greatestCommonDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestCommonDivisor(b, a % b);
}

/** Four things in their turn, so that each is told of, and some more by how much there is to tell of them. */
function drawThings(
  plan: WorldPlan,
  of: { readonly circle: number; readonly round: number; readonly isForeign: boolean },
  chance: Chance,
): number[] {
  const weight = new Chance(plan.size.seed, stream.weight, of.circle);
  const order = weight.shuffle(Array.from({ length: circleSize }, (_, place) => place));
  const byWeight = new Weighted(order.map(() => Math.exp(0.4 * (weight.next() + weight.next() + weight.next() - 1.5))));
  const drawn = new Set<number>();
  const add = (place: number): void => {
    const thing = circleThing(of.circle, place);
    if (of.isForeign && kindOf(plan, thing) === 'PERSON' && chance.happens(0.5)) return;
    drawn.add(thing);
    const companion = companionOf(plan, thing);
    if (companion !== null) drawn.add(companion);
  };
  for (let turn = 0; turn < 4; turn++) add(order[(of.round * 4 + turn) % circleSize]!);
  const count = chance.between(5, 8);
  for (let attempt = 0; drawn.size < count && attempt < 20; attempt++) add(byWeight.draw(chance));
  return [...drawn];
}

function head(plan: WorldPlan, number: number, day: number, chance: Chance): Omit<ReportInput, 'records' | 'links'> {
  const isSealed = chance.happens(0.15);
  const isWeak = chance.happens(0.2);
  return {
    kind: chance.pick(kinds),
    idempotencyKey: `world/${plan.size.seed}/${number}`,
    occurredAt: localTime(day, chance.below(1_440)),
    receivedAt: localTime(day + chance.between(1, 20), chance.below(1_440)),
    timeZone: 'America/Chicago',
    country: 'US',
    ...(chance.happens(0.7) && {
      reliability: reliabilities[isWeak ? chance.between(3, 5) : chance.between(0, 2)]!,
      credibility: credibilities[isWeak ? chance.between(3, 5) : chance.between(0, 2)]!,
    }),
    ...(chance.happens(0.4) && {
      narrative: Array.from({ length: chance.between(8, 30) }, () => inventWord(chance).toLowerCase()).join(' '),
    }),
    ...(isSealed && { outsideAudience: 'SEALED', protectEverywhere: chance.happens(0.2) }),
    ...(chance.happens(0.1) && { externalNumbers: [`EXT-${number.toString(36).toUpperCase()}`] }),
  };
}
