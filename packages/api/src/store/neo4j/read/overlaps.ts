import { isOpenCase, overlapReasons, overlapStrength, strengthAtMost } from '../../../model/overlapStrength.ts';
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

interface Held {
  readonly brief: EntityBrief;
  readonly pointerAgencies: readonly string[];
}

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
  const positionOf = ({ view, isGeneric }: Ranked): Position => [
    Number(isGeneric),
    query.order === 'STRENGTH' ? view.strength : view.lastSeen,
    view.entityId,
  ];
  for await (const { candidates, bound } of walk(sight, query)) {
    for (const one of await rank(sight, candidates, query))
      if (!query.page.after || comparePositions(positionOf(one), query.page.after, order) > 0) ranked.push(one);
    ranked.sort((a, b) => comparePositions(positionOf(a), positionOf(b), order));
    if (cannotReach(query, bound, ranked[query.page.first])) break;
  }
  return {
    items: ranked.slice(0, query.page.first).map((one) => ({ item: one.view, position: positionOf(one) })),
    hasNext: ranked.length > query.page.first,
  };
}

const order = ['up', 'down', 'up'] as const;

interface Ranked {
  readonly view: OverlapView;
  readonly isGeneric: boolean;
}

interface Step {
  readonly candidates: readonly FoundEntity[];
  /** None of those still to come is above it; null: none is to come. */
  readonly bound: number | null;
}

const firstStep = 250;
const growth = 3;

async function* walk(sight: Sight, { minimumAgencies, kinds, order: by }: OverlapQuery): AsyncGenerator<Step> {
  if (minimumAgencies < 2) {
    yield { candidates: await sight.read<FoundEntity>(findHeld, { kinds }), bound: null };
    return;
  }
  for (let skip = 0, limit = firstStep; ; skip += limit, limit *= growth) {
    const rows = await sight.read<FoundEntity & { readonly bound: number; readonly isCandidate: boolean }>(walkShared(by), {
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

/** @param beyond what would be the first of the next page. */
function cannotReach(query: OverlapQuery, bound: number | null, beyond: Ranked | undefined): boolean {
  if (bound === null || !beyond || beyond.isGeneric) return false;
  if (query.order === 'STRENGTH') return strengthAtMost(bound / eighths, query.now) < beyond.view.strength;
  return beyond.view.lastSeen !== null && bound * day < beyond.view.lastSeen;
}

async function rank(sight: Sight, found: readonly FoundEntity[], query: OverlapQuery): Promise<Ranked[]> {
  const held = (await findHolders(sight, found)).filter((candidate) => isWanted(candidate, query));
  const views = await viewOverlaps(sight, held, query.now);
  return views.map((view, at) => ({ view, isGeneric: held[at]!.brief.isGeneric }));
}

async function findHolders(sight: Sight, found: readonly FoundEntity[]): Promise<Held[]> {
  if (found.length === 0) return [];
  const shy = await sight.protectedAmong(found);
  const candidates = found.filter(({ id }) => !shy.has(id));
  const briefs = await sight.briefs(candidates.map(({ id }) => id));
  const pointers = await pointersOf(sight, candidates);
  return [...briefs.values()].map((brief) => {
    const pointing = (pointers.get(brief.id)?.pointers ?? []).map(({ agency }) => agency);
    // An agency that is seen is not named again for what it holds out of sight.
    return { brief, pointerAgencies: pointing.filter((agency) => !brief.agencies.includes(agency)) };
  });
}

/** `since`: last seen then or later. */
function isWanted({ brief: { agencies, lastSeen }, pointerAgencies }: Held, query: OverlapQuery): boolean {
  const holders = new Set([...agencies, ...pointerAgencies]);
  if (holders.size < query.minimumAgencies) return false;
  if (query.since !== null && (lastSeen === null || lastSeen < query.since)) return false;
  if (!(query.agencies ?? []).every((agency) => holders.has(agency))) return false;
  return query.agencyGroups.every((group) => group.some((agency) => holders.has(agency)));
}

async function viewOverlaps(sight: Sight, held: readonly Held[], now: number): Promise<OverlapView[]> {
  if (held.length === 0) return [];
  const ids = held.map(({ brief }) => brief.id);
  const rows = await sight.rows(ids, { linkKinds: null, entityKinds: [PERSON, ORGANIZATION, CASE] });
  const around = groupBy(rows, ({ entityId }) => entityId);
  const shy = await sight.protectedAmong(rows.map(({ otherId, otherKind }) => ({ id: otherId, kind: otherKind })));
  const open = await openCases(sight, rows.filter(isInCase));
  const first = await sight.read<{ id: string; received: number }>(readFirstReceived, { ids });
  const received = groupBy(first, ({ id }) => id);
  return held.map(({ brief: { id, agencies, reports, lastSeen }, pointerAgencies }) => {
    const near = around.get(id) ?? [];
    const parts = {
      agencies: agencies.length,
      openCases: countOthers(near.filter((row) => isInCase(row) && open.has(row.otherId))),
      holders: countOthers(near.filter(({ otherId, otherKind }) => otherKind !== CASE && !shy.has(otherId))),
      ageDays: lastSeen === null ? null : (now - lastSeen) / day,
    };
    return {
      entityId: id,
      agencies,
      pointerAgencies,
      reports,
      lastSeen,
      strength: overlapStrength(parts),
      reasons: overlapReasons(parts, pointerAgencies.length),
      sharedSince: (received.get(id) ?? []).map((row) => row.received).sort((a, b) => a - b)[1] ?? null,
    };
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
