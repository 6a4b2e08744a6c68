import { isOpenCase, overlapReasons, overlapStrength } from '../../../model/overlapStrength.ts';
import { cutPage } from '../../../model/positions.ts';
import type { Scope } from '../../../model/scope.ts';
import type { Page } from '../../../model/views.ts';
import { CASE, INVOLVED_IN, ORGANIZATION, PERSON } from '../../../model/vocabularyWords.ts';
import type { OverlapQuery, OverlapView } from '../../ports/graphStore.ts';
import { groupBy } from '../groupBy.ts';
import type { SeenRow } from '../mappers/adjacency.ts';
import { findHeld, findShared, readFirstReceived } from '../queries/readOverlaps.ts';
import { pointersOf } from './pointers.ts';
import { Sight, type EntityBrief, type FoundEntity, type ReadContext } from './sight.ts';

const day = 86_400_000;

interface Held {
  readonly brief: EntityBrief;
  readonly pointerAgencies: readonly string[];
}

/** Entities that several agencies hold, within the scope. */
export async function readOverlaps(
  at: ReadContext,
  scope: Scope,
  query: OverlapQuery,
): Promise<Pick<Page<OverlapView>, 'items' | 'hasNext'>> {
  const sight = new Sight(at, scope);
  const held = (await findCandidates(sight, query)).filter((candidate) => isWanted(candidate, query));
  const views = await viewOverlaps(sight, held, query.now);
  const isGeneric = new Map(held.map(({ brief }) => [brief.id, brief.isGeneric]));
  const { items, hasNext } = cutPage(views, ['up', 'down', 'up'], {
    ...query.page,
    positionOf: ({ entityId, strength, lastSeen }) => [
      Number(isGeneric.get(entityId)),
      query.order === 'STRENGTH' ? strength : lastSeen,
      entityId,
    ],
  });
  return { items, hasNext };
}

async function findCandidates(sight: Sight, { minimumAgencies, kinds }: OverlapQuery): Promise<Held[]> {
  const found =
    minimumAgencies > 1
      ? await sight.read<FoundEntity>(findShared, { minimum: minimumAgencies, kinds })
      : await sight.read<FoundEntity>(findHeld, { kinds });
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
