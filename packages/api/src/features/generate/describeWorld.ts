import { coreVocabulary } from '@linchpin/schema';
import type { Directory } from '../../store/ports/workStore.ts';
import { Chance } from './chance.ts';
import { homeOf } from './homes.ts';
import { circleThing, hubThing, kindOf } from './kinds.ts';
import { sayThing } from './sayThing.ts';
import type { WorldReport } from './worldReport.ts';
import { circleSize, hubCount, stream, type WorldPlan } from './worldPlan.ts';

/** What a world's file holds, so that it can be asked for things that are there. */
export interface WorldDescription {
  readonly seed: number;
  readonly entities: number;
  readonly reports: number;
  readonly records: number;
  readonly links: number;
  readonly bytes: number;
  readonly directory: Directory;
  /** All of them, most used first. */
  readonly audiences: readonly string[];
  /** Most links first. `links`: how many the file tells of. */
  readonly hubs: readonly { readonly key: string; readonly kind: string; readonly links: number }[];
  /** Entities by natural key, drawn at random; with the name of people. */
  readonly samples: readonly { readonly key: string; readonly kind: string; readonly name: string | null }[];
}

const samples = 4_000;
/** Kinds whose key follows from the record alone. */
const keyed = new Set(['PERSON', 'PHONE', 'EMAIL', 'VEHICLE', 'ONLINE_ACCOUNT', 'AD', 'PAYMENT', 'ADDRESS', 'IMAGE', 'OBJECT']);

/** Counts what was written. */
export class WorldTally {
  reports = 0;
  records = 0;
  links = 0;
  bytes = 0;
  readonly hubLinks = new Float64Array(hubCount);

  add({ input, things }: WorldReport, bytes: number): void {
    this.reports++;
    this.records += input.records.length;
    this.links += input.links.length;
    this.bytes += bytes;
    const hubs = new Map(input.records.flatMap(({ ref }, at) => (things[at]! < 0 ? [[ref, -1 - things[at]!] as const] : [])));
    for (const { from, to } of input.links)
      for (const end of [from, to]) {
        const hub = hubs.get(end);
        if (hub !== undefined) this.hubLinks[hub]!++;
      }
  }
}

export function describeWorld(plan: WorldPlan, tally: WorldTally): WorldDescription {
  const { seed, entities } = plan.size;
  const { reports, records, links, bytes } = tally;
  const chance = new Chance(seed, stream.sample, 0);
  const hubs = Array.from({ length: hubCount }, (_, hub) => ({ ...keyOf(plan, hubThing(hub)), links: tally.hubLinks[hub]! }));
  const drawn = Array.from({ length: samples * 2 }, () => circleThing(chance.below(plan.circles), chance.below(circleSize)));
  return {
    seed,
    entities,
    reports,
    records,
    links,
    bytes,
    directory: plan.directory,
    audiences: plan.audiences,
    hubs: hubs.toSorted((a, b) => b.links - a.links),
    samples: drawn
      .filter((thing) => keyed.has(kindOf(plan, thing)))
      .slice(0, samples)
      .map((thing) => ({ ...keyOf(plan, thing), name: nameOf(plan, thing) })),
  };
}

/** Its strongest key, as the importer will make it. */
function keyOf(plan: WorldPlan, thing: number): { readonly key: string; readonly kind: string } {
  const { kind, values } = cleanThing(plan, thing);
  const agency = thing < 0 ? '' : homeOf(plan, Math.floor(thing / circleSize)).agency;
  const context = { agency, audience: agency, linked: () => [], isUnverified: () => false };
  return { kind, key: `${kind} ${coreVocabulary.entityKinds.get(kind)!.keys(values, context)[0] ?? ''}` };
}

function nameOf(plan: WorldPlan, thing: number): string | null {
  return cleanThing(plan, thing).values['name']?.[0] ?? null;
}

function cleanThing(plan: WorldPlan, thing: number): { readonly kind: string; readonly values: Record<string, string[]> } {
  const said = sayThing(plan, thing, new Chance(plan.size.seed, stream.sample, thing));
  const sibling = (name: string): string | undefined => said.properties.find((property) => property.name === name)?.values[0];
  const values: Record<string, string[]> = {};
  for (const { name, values: given } of said.properties) {
    const type = coreVocabulary.entityKinds.get(said.kind)!.properties.find((property) => property.name === name)!.type;
    const cleaned = type.clean(given[0]!, { country: 'US', timeZone: 'America/Chicago', sibling });
    if (cleaned.ok) values[name] = [cleaned.value];
  }
  const derived = coreVocabulary.entityKinds.get(said.kind)!.derive?.(values) ?? {};
  for (const [name, more] of Object.entries(derived)) values[name] = [...more];
  return { kind: said.kind, values };
}
