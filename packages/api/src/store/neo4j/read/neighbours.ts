import { compareText, greatest } from '../../../model/entityView.ts';
import { bundleIdOf } from '../../../model/neighbourhood.ts';
import type { Scope } from '../../../model/scope.ts';
import type { NeighbourFilter, NeighbourRow } from '../../ports/graphStore.ts';
import { groupBy } from '../groupBy.ts';
import { Sight, type ReadContext } from './sight.ts';

/** In the order of the ids, then by neighbour. */
export async function readNeighbours(
  at: ReadContext,
  scope: Scope,
  ids: readonly string[],
  { linkKinds, window }: NeighbourFilter,
): Promise<NeighbourRow[]> {
  const sight = new Sight(at, scope);
  const froms = await sight.findAll(ids);
  const rows = await sight.inWindow(await sight.rows(froms, { linkKinds, entityKinds: null }), window);
  const briefs = await sight.briefs(rows.map(({ otherId }) => otherId));
  const byFrom = groupBy(rows, ({ entityId }) => entityId);
  return froms.flatMap((from) =>
    [...groupBy(byFrom.get(from) ?? [], ({ otherId }) => otherId)]
      .sort(([a], [b]) => compareText(a, b))
      .map(([to, between]) => ({
        from,
        to,
        toKind: between[0]!.otherKind,
        toIsGeneric: briefs.get(to)?.isGeneric ?? false,
        lastSeen: greatest(between.map(({ last }) => last)),
        bundleIds: [...new Set(between.map(bundleIdOf))].sort(),
      })),
  );
}
