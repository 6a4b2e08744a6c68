import { compareNewest, compareText } from '../../../model/entityView.ts';
import type { MatchClass } from '../../../model/searchPlan.ts';
import type { PageRequest, Position } from '../../../model/views.ts';
import type { SearchAnswer } from '../../ports/graphStore.ts';
import { readLastSeen } from './lastSeen.ts';
import type { Sight } from './sight.ts';

interface Hit {
  readonly e: number;
  readonly lastSeen: number | null;
}

/**
 * Hits by class, then last seen, then id. When something was last seen is read only of the classes that reach the page,
 * ids only of those on it and those that share a moment with its last.
 */
export function searchPage(
  sight: Sight,
  classes: ReadonlyMap<MatchClass, readonly number[]>,
  { first, after }: PageRequest,
): Pick<SearchAnswer, 'hits' | 'hasNext'> {
  const hits: { entityId: string; position: Position }[] = [];
  const [fromClass, ...cursor] = after ?? [null];
  for (const match of [...classes.keys()].sort((a, b) => a - b)) {
    if (fromClass !== null && match < (fromClass as number)) continue;
    if (hits.length > first) break;
    const lastSeen = readLastSeen(sight, classes.get(match)!);
    const all = [...lastSeen].map(([e, at]) => ({ e, lastSeen: at }));
    const left = match === fromClass ? behind(sight, all, cursor as [number | null, string]) : all;
    for (const hit of firstOf(sight, left, first + 1 - hits.length)) {
      const entityId = sight.idOf(hit.e);
      hits.push({ entityId, position: [match, hit.lastSeen, entityId] });
    }
  }
  return { hits: hits.slice(0, first), hasNext: hits.length > first };
}

function behind(sight: Sight, hits: readonly Hit[], [lastSeen, id]: [number | null, string]): Hit[] {
  const compare = (hit: Hit): number => compareNewest(hit.lastSeen, lastSeen);
  sight.know(hits.filter((hit) => compare(hit) === 0).map(({ e }) => e));
  return hits.filter((hit) => compare(hit) > 0 || (compare(hit) === 0 && compareText(sight.idOf(hit.e), id) > 0));
}

function firstOf(sight: Sight, hits: readonly Hit[], count: number): Hit[] {
  const sorted = [...hits].sort((a, b) => compareNewest(a.lastSeen, b.lastSeen));
  const last = sorted[count - 1];
  const near = last ? sorted.filter((hit) => compareNewest(hit.lastSeen, last.lastSeen) <= 0) : sorted;
  sight.know(near.map(({ e }) => e));
  return near
    .sort((a, b) => compareNewest(a.lastSeen, b.lastSeen) || compareText(sight.idOf(a.e), sight.idOf(b.e)))
    .slice(0, count);
}
