import { overlapReasons, overlapStrength, type OverlapParts } from '../../../model/overlapStrength.ts';
import { comparePositions, type Order } from '../../../model/positions.ts';
import type { Position } from '../../../model/views.ts';
import type { OverlapQuery, OverlapView } from '../../ports/graphStore.ts';
import type { Ranked } from './overlapRank.ts';
import { pointingAgencies } from './pointingAgencies.ts';
import type { Sight } from './sight.ts';

/** Generic ones last, then strength or last seen, then id. */
export const order: readonly Order[] = ['up', 'down', 'up'];

export interface Placed {
  readonly ranked: Ranked;
  readonly position: Position;
  /** Agencies that it points at, where that had to be asked. */
  readonly pointing: readonly string[] | null;
}

/** Those that enough agencies hold and that come behind the page before, in no order. */
export function placeRanked(sight: Sight, query: OverlapQuery, ranked: readonly Ranked[]): Placed[] {
  const unsure = ranked.filter((one) => !holdsEnough(query, one.agencies));
  const pointing = pointingAgencies(
    sight,
    unsure.map(({ e }) => e),
  );
  const { after } = query.page;
  sight.know(ranked.map(({ e }) => e));
  return ranked
    .filter((one) => holdsEnough(query, [...new Set([...one.agencies, ...(pointing.get(one.e) ?? [])])]))
    .map((one): Placed => ({ ranked: one, position: positionIn(sight, query, one), pointing: pointing.get(one.e) ?? null }))
    .filter(({ position }) => !after || comparePositions(position, after, order) > 0);
}

function holdsEnough(query: OverlapQuery, holders: readonly string[]): boolean {
  if (holders.length < query.minimumAgencies) return false;
  if (query.agencies && !query.agencies.every((agency) => holders.includes(agency))) return false;
  return query.agencyGroups.every((group) => group.some((agency) => holders.includes(agency)));
}

function positionIn(sight: Sight, query: OverlapQuery, ranked: Ranked): Position {
  return [Number(ranked.isGeneric), orderedBy(query, ranked), sight.idOf(ranked.e)];
}

/** Strength or last seen. */
export function orderedBy({ order: asked, now }: OverlapQuery, ranked: Ranked): number | null {
  return asked === 'STRENGTH' ? overlapStrength(partsAt(now, ranked)) : ranked.lastSeen;
}

function partsAt(now: number, { agencies, openCases, holders, lastSeen }: Ranked): OverlapParts {
  return { agencies: agencies.length, openCases, holders, ageDays: lastSeen === null ? null : (now - lastSeen) / 86_400_000 };
}

export function showOverlap(sight: Sight, query: OverlapQuery, ranked: Ranked, pointing: readonly string[]): OverlapView {
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
