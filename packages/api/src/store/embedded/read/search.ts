import { compareText } from '../../../model/entityView.ts';
import { limits } from '../../../model/paging.ts';
import type { MatchClass } from '../../../model/searchPlan.ts';
import type { SearchAnswer, SearchQuery } from '../../ports/graphStore.ts';
import { kindBits } from '../interning.ts';
import { findMatches } from './searchMatches.ts';
import { searchPage } from './searchPage.ts';
import { findTypos } from './searchTypos.ts';
import type { Sight } from './sight.ts';

/** Ranks what the full-text index proposes; the order is ours, not the engine's. */
export function search(sight: Sight, query: SearchQuery): SearchAnswer {
  const origins = allowedOrigins(sight, query.agencies);
  const found = leaveProtectedOut(sight, findMatches(sight, query.plan, origins));
  const typos = found.size === 0 ? findTypos(sight, query.plan, origins) : null;
  const classes = typos?.classes ?? found;
  const wanted = ofKinds(sight, classes, query.kinds);
  const total = [...wanted.values()].reduce((sum, list) => sum + list.length, 0);
  return {
    ...searchPage(sight, wanted, query.page),
    total: Math.min(total, limits.exactTotal),
    isTotalExact: total <= limits.exactTotal,
    facets: countKinds(sight, classes.keys()),
    correction: typos?.correction ?? null,
  };
}

function allowedOrigins(sight: Sight, agencies: readonly string[] | null): Buffer {
  if (agencies === null) return sight.bytes;
  return Buffer.from(
    sight.bytes.map((byte, o) => (byte === 1 && agencies.includes(sight.at.interning.origin(o).agency) ? 1 : 0)),
  );
}

function leaveProtectedOut(sight: Sight, found: Map<number, MatchClass>): Map<number, MatchClass> {
  for (const e of sight.protectedAmong(found.keys())) found.delete(e);
  return found;
}

function ofKinds(
  sight: Sight,
  classes: ReadonlyMap<number, MatchClass>,
  kinds: readonly string[] | null,
): Map<MatchClass, number[]> {
  const numbers = kinds && new Set(kinds.map((kind) => sight.at.interning.findKind(kind)));
  const wanted = new Map<MatchClass, number[]>();
  for (const [e, match] of classes) {
    if (numbers && !numbers.has(e % kindBits)) continue;
    const list = wanted.get(match);
    if (list) list.push(e);
    else wanted.set(match, [e]);
  }
  return wanted;
}

function countKinds(sight: Sight, entities: Iterable<number>): { kind: string; count: number }[] {
  const counts = new Map<number, number>();
  for (const e of entities) counts.set(e % kindBits, (counts.get(e % kindBits) ?? 0) + 1);
  return [...counts]
    .map(([kind, count]) => ({ kind: sight.at.interning.kindOf(kind), count }))
    .sort((a, b) => b.count - a.count || compareText(a.kind, b.kind));
}
