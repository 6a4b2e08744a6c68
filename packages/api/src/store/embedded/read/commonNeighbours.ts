import { compareNewest, compareText, greatest } from '../../../model/entityView.ts';
import { makeBundles } from '../../../model/neighbourhood.ts';
import type { CommonNeighbour } from '../../ports/graphStore.ts';
import type { MatchedRows } from './matchRows.ts';
import { presentRows, timeOf, type ChosenRows } from './presentRows.ts';
import type { Sight } from './sight.ts';

interface Meeting {
  readonly other: number;
  readonly of: readonly number[];
  readonly chosen: readonly ChosenRows[];
  readonly lastSeen: number | null;
}

/** Entities linked to at least `minimum` of the ids; protected people are left out on both sides. */
export function commonNeighbours(
  sight: Sight,
  query: { readonly ids: readonly string[]; readonly minimum: number; readonly first: number },
): CommonNeighbour[] {
  const found = sight.findEach(query.ids);
  sight.learnProtection(found);
  const asked = found.filter((e) => !sight.isProtected(e));
  sight.learnRows(asked);
  const matched = asked.map((e) => sight.match(e, { linkKinds: null, except: asked }));
  const candidates = findCandidates(matched, query.minimum);
  sight.know(candidates);
  sight.learnProtection(candidates);
  const meetings = candidates
    .filter((other) => !sight.isProtected(other))
    .map((other) => meet(matched, other))
    .filter(({ of }) => of.length >= query.minimum)
    .sort(
      (a, b) =>
        b.of.length - a.of.length ||
        compareNewest(a.lastSeen, b.lastSeen) ||
        compareText(sight.idOf(a.other), sight.idOf(b.other)),
    )
    .slice(0, query.first);
  return meetings.map(({ other, of, chosen }) => ({
    entityId: sight.idOf(other),
    of: of.map((e) => sight.idOf(e)),
    bundles: makeBundles(presentRows(sight, chosen)).sort((a, b) => compareText(a.id, b.id)),
  }));
}

/**
 * Whoever is linked to `minimum` of n entities is linked to one of any n - minimum + 1 of them: the smallest are looked
 * through, and hubs are only asked whether they have what was found there.
 */
function findCandidates(matched: readonly MatchedRows[], minimum: number): number[] {
  const smallest = [...matched].sort((a, b) => a.rows.count - b.rows.count);
  const candidates = new Set<number>();
  for (const { rows, counts } of smallest.slice(0, Math.max(0, matched.length - Math.max(1, minimum) + 1)))
    for (let i = 0; i < rows.count; i++) if (counts[i] === 1) candidates.add(rows.other[i]!);
  return [...candidates];
}

function meet(matched: readonly MatchedRows[], other: number): Meeting {
  const chosen = matched
    .map(({ rows, counts }) => {
      const which: number[] = [];
      for (let i = rows.lower(other); i < rows.count && rows.other[i] === other; i++) if (counts[i] === 1) which.push(i);
      return { rows, which };
    })
    .filter(({ which }) => which.length > 0);
  const times = chosen.flatMap(({ rows, which }) => which.map((i) => timeOf(rows.last[i]!)));
  return { other, of: chosen.map(({ rows }) => rows.e), chosen, lastSeen: greatest(times) };
}
