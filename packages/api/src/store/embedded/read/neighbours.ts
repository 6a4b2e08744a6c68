import { compareText, greatest } from '../../../model/entityView.ts';
import { bundleIdOf, type AdjacencyRow } from '../../../model/neighbourhood.ts';
import type { NeighbourFilter, NeighbourRow } from '../../ports/graphStore.ts';
import { chooseAll, presentRows } from './presentRows.ts';
import type { Sight } from './sight.ts';
import { findGeneric } from './viewEntities.ts';

/** Distinct neighbours of each, in the order of the ids, then by neighbour: one step of a path search. */
export function neighbours(sight: Sight, ids: readonly string[], filter: NeighbourFilter): NeighbourRow[] {
  const asked = sight.findEach(ids);
  sight.learnRows(asked);
  const matched = asked.map((e) => sight.match(e, filter));
  const chosen = matched.map(chooseAll);
  const generic = findGeneric(
    sight,
    chosen.flatMap(({ rows, which }) => which.map((i) => rows.other[i]!)),
  );
  return chosen.flatMap(({ rows, which }) => {
    const byOther = new Map<number, AdjacencyRow[]>();
    for (const [at, row] of presentRows(sight, [{ rows, which }]).entries()) {
      const other = rows.other[which[at]!]!;
      const known = byOther.get(other);
      if (known) known.push(row);
      else byOther.set(other, [row]);
    }
    return [...byOther]
      .sort(([, [a]], [, [b]]) => compareText(a!.otherId, b!.otherId))
      .map(([other, some]) => ({
        from: some[0]!.entityId,
        to: some[0]!.otherId,
        toKind: some[0]!.otherKind,
        toIsGeneric: generic.has(other),
        lastSeen: greatest(some.map((row) => row.last)),
        bundleIds: [...new Set(some.map(bundleIdOf))].sort(),
      }));
  });
}
