import type { Vocabulary } from '@linchpin/schema';
import type { Window } from '../../model/moment.ts';
import { reportKinds } from '../../model/prepared.ts';
import type { Scope } from '../../model/scope.ts';
import type { SearchPlan } from '../../model/searchPlan.ts';
import type { PageRequest } from '../../model/views.ts';
import type { ExpandOrder, NeighbourFilter } from '../ports/graphStore.ts';
import type { Askers, Question, ReadName } from './reads.ts';
import { draftedKinds } from './worlds/draftRecord.ts';
import type { KnownNames } from './worlds/knownNames.ts';
import { agencies, base, day } from './worlds/places.ts';
import type { SeededRandom } from './worlds/seededRandom.ts';

interface Context {
  readonly random: SeededRandom;
  readonly names: KnownNames;
  readonly vocabulary: Vocabulary;
}

const orders: readonly ExpandOrder[] = ['NEWEST', 'STRONGEST', 'CAPTION', 'OTHER_AGENCIES'];

const askers: Askers<Context> = {
  entities: (context) => [entityIds(context, 8)],
  records: (context) => [entityId(context), page(context)],
  linkCounts: (context) => [entityIds(context, 6)],
  neighbourTotals: (context) => [entityIds(context, 6)],
  pointers: (context) => [entityIds(context, 12)],
  lookup: ({ random, names }) => [random.some(names.keys, 3)],
  search: (context) => [
    {
      plan: searchPlan(context),
      kinds: maybe(context, draftedKinds),
      agencies: maybe(context, agencies),
      page: longPage(context),
    },
  ],
  expand: (context) => [
    {
      ...neighbourFilter(context),
      ids: entityIds(context, 4),
      entityKinds: maybe(context, draftedKinds),
      direction: context.random.chance(0.25) ? context.random.pick(['OUT', 'IN', 'NONE']) : null,
      exclude: context.random.chance(0.4) ? entityIds(context, 20) : [],
      order: context.random.pick(orders),
      limit: context.random.pick([1, 2, 3, 10, 500]),
    },
  ],
  linksAmong: (context) => [entityIds(context, 40)],
  neighbours: (context) => [entityIds(context, 4), neighbourFilter(context)],
  bundles: ({ random, names }) => [random.some(names.bundleIds, 8)],
  evidence: (context) => [context.random.pick(context.names.bundleIds), page(context)],
  commonNeighbours: (context) => [
    { ids: entityIds(context, 15), minimum: 1 + context.random.int(3), first: context.random.pick([1, 3, 50]) },
  ],
  reports: (context) => [
    {
      agency: context.random.chance(0.3) ? context.random.pick(agencies) : null,
      kind: context.random.chance(0.2) ? context.random.pick(reportKinds) : null,
      window: window(context),
    },
    longPage(context),
  ],
  reportsByNumber: ({ random, names }) => [random.some(names.reportNumbers, 6)],
  reportRecords: (context) => [context.random.pick(context.names.reportNumbers), page(context)],
  reportLinks: (context) => [context.random.pick(context.names.reportNumbers), page(context)],
  overlaps: (context) => [
    {
      agencies: context.random.chance(0.25) ? [context.random.pick(agencies)] : null,
      agencyGroups: context.random.chance(0.2) ? [context.random.some(agencies, 3)] : [],
      kinds: maybe(context, draftedKinds),
      since: context.random.chance(0.3) ? base + context.random.int(25) * day : null,
      minimumAgencies: context.random.pick([1, 2, 2, 2, 3]),
      order: context.random.pick(['STRENGTH', 'NEWEST']),
      now: base + (20 + context.random.int(200)) * day,
      page: longPage(context),
    },
  ],
  part: ({ random, names }) => [random.pick(names.partIds)],
};

export const reads = Object.keys(askers) as ReadName[];

export function askRandomly(context: Context, read: ReadName, scope: Scope): Question {
  return { read, scope, args: askers[read](context) };
}

function entityId({ random, names }: Context): string {
  // The first and the latest are asked for most: hubs are among the first, what was just written among the latest.
  const among = random.pick([names.entityIds, names.entityIds.slice(0, 25), names.entityIds.slice(-40)]);
  return random.pick(among);
}

function entityIds(context: Context, most: number): string[] {
  return Array.from({ length: 1 + context.random.int(most) }, () => entityId(context));
}

function page({ random }: Context): PageRequest {
  return { first: random.pick([1, 2, 5, 500]), after: null };
}

/** Of lists that may be long. */
function longPage({ random }: Context): PageRequest {
  return { first: random.pick([7, 40, 500, 500]), after: null };
}

function window({ random }: Context): Window {
  if (random.chance(0.5)) return { since: null, until: null };
  const since = random.chance(0.7) ? base + random.int(26) * day : null;
  return { since, until: random.chance(0.7) ? (since ?? base) + random.int(9) * (day / 2) : null };
}

function neighbourFilter(context: Context): NeighbourFilter {
  const { random, vocabulary } = context;
  const linkKinds = random.chance(0.25) ? random.some([...vocabulary.linkKinds.keys()], 12) : null;
  return { linkKinds, window: window(context) };
}

function maybe({ random }: Context, items: readonly string[]): string[] | null {
  return random.chance(0.25) ? random.some(items, 3) : null;
}

function searchPlan({ random, names }: Context): SearchPlan {
  const keys = random.chance(0.2) ? random.some(names.keys, 2) : [];
  if (random.chance(0.15)) {
    const word = random.pick(names.words);
    const pattern = random.pick([`*${word.slice(1, 4)}*`, `${word.slice(0, 3)}*`, `${word.slice(0, -1)}?`, `?${word.slice(1)}`]);
    return { keys, alternatives: [], pattern };
  }
  const alternatives = Array.from({ length: 1 + random.int(2) }, () =>
    Array.from({ length: 1 + random.int(2) }, () => spoil(random, random.pick(names.words))),
  );
  return { keys, alternatives, pattern: null };
}

/** A word as somebody might type it: whole, begun, or with a slip. */
function spoil(random: SeededRandom, word: string): string {
  const at = random.int(word.length);
  const letter = random.pick([...'abcdeinorst015']);
  const slips = [
    word,
    word,
    word.slice(0, Math.max(2, at)),
    word.slice(0, at) + word.slice(at + 1),
    word.slice(0, at) + letter + word.slice(at),
    word.slice(0, at) + letter + word.slice(at + 1),
    word.slice(0, at) + (word[at + 1] ?? '') + word[at] + word.slice(at + 2),
  ];
  return random.pick(slips) || word;
}
