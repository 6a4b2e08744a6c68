import { isOpenCase, overlapReasons, overlapStrength } from '../../../model/overlapStrength.ts';
import type { Page } from '../../../model/views.ts';
import { CASE, INVOLVED_IN, ORGANIZATION, PERSON } from '../../../model/vocabularyWords.ts';
import type { OverlapQuery, OverlapView } from '../../ports/graphStore.ts';
import { pointersOf } from './meetOutside.ts';
import { least, type Sight } from './sight.ts';
import { sortedPage } from './sortedPage.ts';

const day = 86_400_000;

export function findOverlaps(sight: Sight, query: OverlapQuery): Pick<Page<OverlapView>, 'items' | 'hasNext'> {
  const all = [...sight.records.keys()]
    .filter((id) => !sight.isProtected(id) && (query.kinds?.includes(sight.kindOf(id)) ?? true))
    .map((id) => showOverlap(sight, id, query.now))
    .filter((overlap) => isWanted(overlap, query));
  const isGeneric = ({ entityId }: OverlapView): number => (sight.view(entityId).isGeneric ? 1 : 0);
  const { items, hasNext } = sortedPage(all, ['up', 'down', 'up'], {
    ...query.page,
    positionOf: (overlap) => [
      isGeneric(overlap),
      query.order === 'STRENGTH' ? overlap.strength : overlap.lastSeen,
      overlap.entityId,
    ],
  });
  return { items, hasNext };
}

/** `since`: last seen then or later. */
function isWanted({ agencies, pointerAgencies, lastSeen }: OverlapView, query: OverlapQuery): boolean {
  const holders = [...agencies, ...pointerAgencies];
  if (holders.length < query.minimumAgencies) return false;
  if (query.since !== null && (lastSeen === null || lastSeen < query.since)) return false;
  if (!(query.agencies ?? []).every((agency) => holders.includes(agency))) return false;
  return query.agencyGroups.every((group) => group.some((agency) => holders.includes(agency)));
}

function showOverlap(sight: Sight, entityId: string, now: number): OverlapView {
  const { agencies, lastSeen } = sight.view(entityId);
  const reports = [...new Set(sight.records.get(entityId)!.map(({ report }) => report))];
  // An agency that is seen is not named again for what it holds out of sight.
  const { pointers } = pointersOf(sight, entityId);
  const pointerAgencies = pointers.map(({ agency }) => agency).filter((agency) => !agencies.includes(agency));
  const firstReceived = agencies.map((agency) =>
    least(reports.filter(({ origin }) => origin.agency === agency).map(({ receivedAt }) => receivedAt))!,
  );
  const parts = {
    agencies: agencies.length,
    openCases: countOpenCases(sight, entityId),
    holders: countHolders(sight, entityId),
    ageDays: lastSeen === null ? null : (now - lastSeen) / day,
  };
  return {
    entityId,
    agencies,
    pointerAgencies,
    reports: reports.length,
    lastSeen,
    strength: overlapStrength(parts),
    reasons: overlapReasons(parts, pointerAgencies.length),
    sharedSince: firstReceived.sort((a, b) => a - b)[1] ?? null,
  };
}

function countHolders(sight: Sight, entityId: string): number {
  const others = new Set(sight.stepsOf(entityId).map(({ other }) => other));
  return [...others].filter((id) => [PERSON, ORGANIZATION].includes(sight.kindOf(id)) && !sight.isProtected(id)).length;
}

function countOpenCases(sight: Sight, entityId: string): number {
  const steps = sight.stepsOf(entityId).filter(({ bundle }) => bundle.key.kind === INVOLVED_IN);
  const cases = new Set(steps.map(({ other }) => other).filter((id) => sight.kindOf(id) === CASE));
  const statuses = (id: string): string[] =>
    sight.records
      .get(id)!
      .flatMap(({ record }) => record.properties.filter(({ name }) => name === 'status'))
      .flatMap(({ values }) => values.map(({ value }) => value));
  return [...cases].filter((id) => statuses(id).every(isOpenCase)).length;
}
