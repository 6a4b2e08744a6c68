import { compareNewest, compareText, greatest } from '../../../model/entityView.ts';
import { makeBundles } from '../../../model/neighbourhood.ts';
import type { Scope } from '../../../model/scope.ts';
import type { CommonNeighbour } from '../../ports/graphStore.ts';
import { groupBy } from '../groupBy.ts';
import { Sight, type ReadContext } from './sight.ts';

export async function readCommonNeighbours(
  at: ReadContext,
  scope: Scope,
  query: { readonly ids: readonly string[]; readonly minimum: number; readonly first: number },
): Promise<CommonNeighbour[]> {
  const sight = new Sight(at, scope);
  const around = await sight.around(query.ids);
  const { found } = around;
  const asked = new Set(query.ids.flatMap((id) => found.get(id)?.id ?? []));
  const protectedIds = await sight.protectedAmong(found.values());
  const ids = [...asked].filter((id) => !protectedIds.has(id));
  const rows = (await sight.allRows(around)).filter(
    ({ entityId, otherId }) => !protectedIds.has(entityId) && !asked.has(otherId),
  );
  const shy = await sight.protectedAmong(rows.map(({ otherId, otherKind }) => ({ id: otherId, kind: otherKind })));
  return [...groupBy(rows, ({ otherId }) => otherId)]
    .filter(([id]) => !shy.has(id))
    .map(([entityId, around]) => {
      const linked = new Set(around.map((row) => row.entityId));
      const bundles = makeBundles(around).sort((a, b) => compareText(a.id, b.id));
      return { entityId, of: ids.filter((id) => linked.has(id)), bundles };
    })
    .filter(({ of }) => of.length >= query.minimum)
    .map((common) => ({ common, lastSeen: greatest(common.bundles.map(({ lastSeen }) => lastSeen)) }))
    .sort(
      (a, b) =>
        b.common.of.length - a.common.of.length ||
        compareNewest(a.lastSeen, b.lastSeen) ||
        compareText(a.common.entityId, b.common.entityId),
    )
    .slice(0, query.first)
    .map(({ common }) => common);
}
