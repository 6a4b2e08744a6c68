import {
  isOpenCase,
  overlapReasons,
  overlapStrength,
  strengthAtMost,
  type OverlapParts,
} from '../../../model/overlapStrength.ts';
import { comparePositions } from '../../../model/positions.ts';
import type { Scope } from '../../../model/scope.ts';
import type { Page, Position } from '../../../model/views.ts';
import { CASE, INVOLVED_IN, ORGANIZATION, PERSON } from '../../../model/vocabularyWords.ts';
import type { OverlapQuery, OverlapView } from '../../ports/graphStore.ts';
import { groupBy } from '../groupBy.ts';
import type { SeenRow } from '../mappers/adjacency.ts';
import { findHeld, readFirstReceived, walkShared } from '../queries/readOverlaps.ts';
import { eighths } from '../queries/settleEntities.ts';
import { pointersOf } from './pointers.ts';
import { Sight, type EntityBrief, type FoundEntity, type ReadContext } from './sight.ts';

const day = 86_400_000;

/**
 * Entities that several agencies hold, within the scope. They are looked at from the highest bound down, ever more at
 * once, until none below can reach the page.
 */
export async function readOverlaps(
  at: ReadContext,
  scope: Scope,
  query: OverlapQuery,
): Promise<Pick<Page<OverlapView>, 'items' | 'hasNext'>> {
  const sight = new Sight(at, scope);
  const ranked: Ranked[] = [];
  const positionOf = ({ brief, strength }: Ranked): Position => [
    Number(brief.isGeneric),
    query.order === 'STRENGTH' ? strength : brief.lastSeen,
    brief.id,
  ];
  const isEnough = (bound: number | null): boolean => cannotReach(query, bound, ranked[query.page.first]);
  for await (const { candidates, bound } of walk(sight, query)) {
    // What the scope sees of each bounds it better than what is kept for all scopes.
    for (const some of slicesOf(await findMost(sight, candidates, query))) {
      if (isEnough(some[0]!.most)) break;
      for (const one of await rank(sight, some, query))
        if (!query.page.after || comparePositions(positionOf(one), query.page.after, order) > 0) ranked.push(one);
      ranked.sort((a, b) => comparePositions(positionOf(a), positionOf(b), order));
    }
    if (bound === null || isEnough(boundOf(query, bound))) break;
  }
  const page = ranked.slice(0, query.page.first);
  const views = await viewOverlaps(sight, page);
  return {
    items: page.map((one, at) => ({ item: views[at]!, position: positionOf(one) })),
    hasNext: ranked.length > query.page.first,
  };
}

const order = ['up', 'down', 'up'] as const;

interface Ranked {
  readonly brief: EntityBrief;
  readonly parts: OverlapParts;
  readonly strength: number;
}

interface Candidate extends FoundEntity {
  /** At most so many cases are open. */
  readonly cases: number;
}

/** A candidate with what is visible of it, and what no closer look can raise: its strength or last seen. */
interface Bounded {
  readonly brief: EntityBrief;
  readonly most: number | null;
}

interface Step {
  readonly candidates: readonly Candidate[];
  /** None of those still to come is above it; null: none is to come. */
  readonly bound: number | null;
}

const firstStep = 250;
const growth = 3;

async function* walk(sight: Sight, { minimumAgencies, kinds, order: by }: OverlapQuery): AsyncGenerator<Step> {
  if (minimumAgencies < 2) {
    yield { candidates: await sight.read<Candidate>(findHeld, { kinds }), bound: null };
    return;
  }
  for (let skip = 0, limit = firstStep; ; skip += limit, limit *= growth) {
    const rows = await sight.read<Candidate & { readonly bound: number; readonly isCandidate: boolean }>(walkShared(by), {
      minimum: minimumAgencies,
      kinds,
      skip,
      limit,
    });
    const isLast = rows.length < limit;
    yield { candidates: rows.filter(({ isCandidate }) => isCandidate), bound: isLast ? null : rows.at(-1)!.bound };
    if (isLast) return;
  }
}

function boundOf({ order: by, now }: OverlapQuery, bound: number): number {
  return by === 'STRENGTH' ? strengthAtMost(bound / eighths, now) : bound * day;
}

/** @param beyond what would be the first of the next page. */
function cannotReach({ order: by }: OverlapQuery, most: number | null, beyond: Ranked | undefined): boolean {
  if (!beyond || beyond.brief.isGeneric) return false;
  const reached = by === 'STRENGTH' ? beyond.strength : beyond.brief.lastSeen;
  return reached !== null && (most ?? -Infinity) < reached;
}

/** The highest first. Protected people are left out. */
async function findMost(sight: Sight, candidates: readonly Candidate[], { order: by, now }: OverlapQuery): Promise<Bounded[]> {
  const shy = await sight.protectedAmong(candidates);
  const briefs = await sight.briefs(candidates.flatMap(({ id }) => (shy.has(id) ? [] : [id])));
  const mostOf = ({ agencies, lastSeen }: EntityBrief, openCases: number): number | null => {
    const ageDays = lastSeen === null ? null : (now - lastSeen) / day;
    return by === 'STRENGTH' ? overlapStrength({ agencies: agencies.length, openCases, holders: 0, ageDays }) : lastSeen;
  };
  const bounded = candidates.flatMap(({ id, cases }): Bounded[] => {
    const brief = briefs.get(id);
    return brief ? [{ brief, most: mostOf(brief, cases) }] : [];
  });
  return bounded.sort((a, b) => (b.most ?? -Infinity) - (a.most ?? -Infinity));
}

const atOnce = 150;

function slicesOf<T>(items: readonly T[]): T[][] {
  return Array.from({ length: Math.ceil(items.length / atOnce) }, (_, at) => items.slice(at * atOnce, (at + 1) * atOnce));
}

async function rank(sight: Sight, bounded: readonly Bounded[], query: OverlapQuery): Promise<Ranked[]> {
  const briefs = bounded.map(({ brief }) => brief);
  // Agencies out of sight are asked only of those whom what is seen does not settle.
  const unsettled = briefs.filter((brief) => !isWanted(brief, brief.agencies, query));
  const pointing = await pointingAt(sight, unsettled);
  const wanted = briefs.filter((brief) => isWanted(brief, [...brief.agencies, ...(pointing.get(brief.id) ?? [])], query));
  const parts = await partsOfStrength(sight, wanted, query.now);
  return wanted.map((brief, at) => ({ brief, parts: parts[at]!, strength: overlapStrength(parts[at]!) }));
}

/** Agencies that point at each for what they hold out of sight; one that is seen is not named again. */
async function pointingAt(sight: Sight, briefs: readonly EntityBrief[]): Promise<ReadonlyMap<string, readonly string[]>> {
  const answers = await pointersOf(sight, briefs);
  return new Map(
    briefs.map(({ id, agencies }) => {
      const pointing = (answers.get(id)?.pointers ?? []).map(({ agency }) => agency);
      return [id, pointing.filter((agency) => !agencies.includes(agency))];
    }),
  );
}

/** `since`: last seen then or later. */
function isWanted({ lastSeen }: EntityBrief, holding: readonly string[], query: OverlapQuery): boolean {
  const holders = new Set(holding);
  if (holders.size < query.minimumAgencies) return false;
  if (query.since !== null && (lastSeen === null || lastSeen < query.since)) return false;
  if (!(query.agencies ?? []).every((agency) => holders.has(agency))) return false;
  return query.agencyGroups.every((group) => group.some((agency) => holders.has(agency)));
}

async function partsOfStrength(sight: Sight, briefs: readonly EntityBrief[], now: number): Promise<OverlapParts[]> {
  const rows = await sight.rows(
    briefs.map(({ id }) => id),
    { linkKinds: null, entityKinds: [PERSON, ORGANIZATION, CASE] },
  );
  const around = groupBy(rows, ({ entityId }) => entityId);
  const shy = await sight.protectedAmong(rows.map(({ otherId, otherKind }) => ({ id: otherId, kind: otherKind })));
  const open = await openCases(sight, rows.filter(isInCase));
  return briefs.map(({ id, agencies, lastSeen }) => {
    const near = around.get(id) ?? [];
    return {
      agencies: agencies.length,
      openCases: countOthers(near.filter((row) => isInCase(row) && open.has(row.otherId))),
      holders: countOthers(near.filter(({ otherId, otherKind }) => otherKind !== CASE && !shy.has(otherId))),
      ageDays: lastSeen === null ? null : (now - lastSeen) / day,
    };
  });
}

async function viewOverlaps(sight: Sight, page: readonly Ranked[]): Promise<OverlapView[]> {
  if (page.length === 0) return [];
  const briefs = page.map(({ brief }) => brief);
  const pointing = await pointingAt(sight, briefs);
  const first = await sight.read<{ id: string; received: number }>(readFirstReceived, { ids: briefs.map(({ id }) => id) });
  const received = groupBy(first, ({ id }) => id);
  return page.map(({ brief: { id, agencies, reports, lastSeen }, parts, strength }) => {
    const pointerAgencies = pointing.get(id) ?? [];
    const sharedSince = (received.get(id) ?? []).map((row) => row.received).sort((a, b) => a - b)[1] ?? null;
    const reasons = overlapReasons(parts, pointerAgencies.length);
    return { entityId: id, agencies, pointerAgencies, reports, lastSeen, strength, reasons, sharedSince };
  });
}

/** Open unless some visible record gives a status that says it is over. */
async function openCases(sight: Sight, rows: readonly SeenRow[]): Promise<ReadonlySet<string>> {
  const records = await sight.records(rows.map(({ otherId }) => otherId));
  const statuses = (id: string): string[] =>
    (records.get(id) ?? [])
      .flatMap(({ properties }) => properties.filter(({ name }) => name === 'status'))
      .flatMap(({ values }) => values.map(({ value }) => value));
  return new Set([...records.keys()].filter((id) => statuses(id).every(isOpenCase)));
}

function isInCase({ linkKind, otherKind }: SeenRow): boolean {
  return linkKind === INVOLVED_IN && otherKind === CASE;
}

function countOthers(rows: readonly SeenRow[]): number {
  return new Set(rows.map(({ otherId }) => otherId)).size;
}
