import { compareText, greatest } from '../../../model/entityView.ts';
import { bundleIdOf } from '../../../model/neighbourhood.ts';
import type { Scope } from '../../../model/scope.ts';
import type { NeighbourFilter, NeighbourRow } from '../../ports/graphStore.ts';
import { groupBy } from '../groupBy.ts';
import { matchWindow } from './matchWindow.ts';
import { Sight, type ReadContext } from './sight.ts';

/** In the order of the ids, then by neighbour. */
export async function readNeighbours(
  at: ReadContext,
  scope: Scope,
  ids: readonly string[],
  { linkKinds, window }: NeighbourFilter,
): Promise<NeighbourRow[]> {
  const sight = new Sight(at, scope);
  const filter = { linkKinds, entityKinds: null };
  const around = await sight.around(ids, filter);
  const froms = [...new Set(ids.flatMap((id) => around.found.get(id)?.id ?? []))];
  const rows = await matchWindow(sight, await sight.allRows(around, filter), window);
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
