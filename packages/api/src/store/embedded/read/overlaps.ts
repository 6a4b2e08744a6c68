import { overlapReasons, overlapStrength, strengthAtMost } from '../../../model/overlapStrength.ts';
import { comparePositions, type Order } from '../../../model/positions.ts';
import type { Page, Position } from '../../../model/views.ts';
import type { OverlapQuery, OverlapView } from '../../ports/graphStore.ts';
import { candidatePortions, type Candidate } from './overlapCandidates.ts';
import { rankOverlaps, type Ranked } from './overlapRank.ts';
import { pointingAgencies } from './pointingAgencies.ts';
import type { Sight } from './sight.ts';

const order: readonly Order[] = ['up', 'down', 'up'];

interface Placed {
  readonly ranked: Ranked;
  readonly position: Position;
}

/**
 * Entities that several agencies hold, within the scope. What is kept for all scopes is an upper bound of the strength
 * (or of last seen); candidates are looked at from the highest bound down, until no later one can reach the page.
 */
export function overlaps(sight: Sight, query: OverlapQuery): Pick<Page<OverlapView>, 'items' | 'hasNext'> {
  const { first } = query.page;
  let plain: Placed[] = [];
  let generic: Placed[] = [];
  for (const portion of candidatePortions(sight, query)) {
    const last = plain[first];
    const near = last ? portion.filter((candidate) => canReach(query, candidate, last)) : portion;
    const placed = placeRanked(
      sight,
      query,
      rankOverlaps(sight, near, (ranked) => mayBelong(query, ranked, last)),
    );
    plain = firstOf([...plain, ...placed.filter(({ ranked }) => !ranked.isGeneric)], first + 1);
    generic = firstOf([...generic, ...placed.filter(({ ranked }) => ranked.isGeneric)], first + 1);
    const least = portion.at(-1);
    if (plain[first] && least && !canReach(query, least, plain[first])) break;
  }
  const all = [...plain, ...generic];
  const page = all.slice(0, first);
  const pointing = pointingAgencies(
    sight,
    page.map(({ ranked }) => ranked.e),
  );
  return {
    items: page.map(({ ranked, position }) => ({ item: show(sight, query, ranked, pointing.get(ranked.e)!), position })),
    hasNext: all.length > first,
  };
}

function firstOf(placed: readonly Placed[], count: number): Placed[] {
  return [...placed].sort((a, b) => comparePositions(a.position, b.position, order)).slice(0, count);
}

/** Those that belong in the list and come behind the page before, in no order. */
function placeRanked(sight: Sight, query: OverlapQuery, ranked: readonly Ranked[]): Placed[] {
  const unsure = ranked.filter((one) => !holdsEnough(query, one.agencies));
  const pointing = pointingAgencies(
    sight,
    unsure.map(({ e }) => e),
  );
  const { after } = query.page;
  return ranked
    .filter((one) => holdsEnough(query, [...new Set([...one.agencies, ...(pointing.get(one.e) ?? [])])]))
    .map((one): Placed => ({ ranked: one, position: positionIn(sight, query, one) }))
    .filter(({ position }) => !after || comparePositions(position, after, order) > 0);
}

function positionIn(sight: Sight, query: OverlapQuery, ranked: Ranked): Position {
  return [
    Number(ranked.isGeneric),
    query.order === 'STRENGTH' ? strengthOf(query, ranked) : ranked.lastSeen,
    sight.idOf(ranked.e),
  ];
}

function strengthOf({ now }: OverlapQuery, ranked: Ranked): number {
  return overlapStrength(partsAt(now, ranked));
}

function partsAt(now: number, ranked: Ranked): Parameters<typeof overlapStrength>[0] {
  const { agencies, openCases, holders, lastSeen } = ranked;
  return { agencies: agencies.length, openCases, holders, ageDays: lastSeen === null ? null : (now - lastSeen) / 86_400_000 };
}

function show(sight: Sight, query: OverlapQuery, ranked: Ranked, pointing: readonly string[]): OverlapView {
  const parts = partsAt(query.now, ranked);
  const pointerAgencies = pointing.filter((agency) => !ranked.agencies.includes(agency));
  return {
    entityId: sight.idOf(ranked.e),
    agencies: ranked.agencies,
    pointerAgencies,
    reports: ranked.reports,
    lastSeen: ranked.lastSeen,
    strength: overlapStrength(parts),
    reasons: overlapReasons(parts, pointerAgencies.length),
    sharedSince: ranked.sharedSince,
  };
}

function canReach(query: OverlapQuery, { bound }: Pick<Candidate, 'bound'>, { ranked, position }: Placed): boolean {
  if (query.order === 'NEWEST') return ranked.lastSeen === null || (bound !== null && bound >= ranked.lastSeen);
  return bound === null || strengthAtMost(bound, query.now) >= (position[1] as number);
}

/** Whether it is worth a closer look: `bound` and `lastSeen` are at least what they will turn out to be. */
function mayBelong(
  query: OverlapQuery,
  { bound, lastSeen }: { readonly bound: number; readonly lastSeen: number | null },
  last: Placed | undefined,
): boolean {
  if (query.since !== null && (lastSeen === null || lastSeen < query.since)) return false;
  return !last || canReach(query, { bound: query.order === 'NEWEST' ? lastSeen : bound }, last);
}

function holdsEnough(query: OverlapQuery, holders: readonly string[]): boolean {
  if (holders.length < query.minimumAgencies) return false;
  if (query.agencies && !query.agencies.every((agency) => holders.includes(agency))) return false;
  return query.agencyGroups.every((group) => group.some((agency) => holders.includes(agency)));
}
