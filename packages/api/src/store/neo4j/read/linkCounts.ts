import { countLinks } from '../../../model/neighbourhood.ts';
import type { Scope } from '../../../model/scope.ts';
import type { LinkCountView } from '../../../model/views.ts';
import { groupBy } from '../groupBy.ts';
import type { SeenRow } from '../mappers/adjacency.ts';
import type { SeenHub } from './seenHub.ts';
import { Sight, type ReadContext } from './sight.ts';

export function readLinkCounts(at: ReadContext, scope: Scope, ids: readonly string[]): Promise<LinkCountView[][]> {
  return countEach(at, scope, ids, { ofRows: countLinks, ofHub: (hub) => hub.counts() });
}

/** Distinct entities linked to each. */
export function readNeighbourTotals(at: ReadContext, scope: Scope, ids: readonly string[]): Promise<number[]> {
  return countEach(at, scope, ids, {
    ofRows: (rows) => new Set(rows.map(({ otherId }) => otherId)).size,
    ofHub: (hub) => hub.summary().neighbours,
  });
}

/** In the order of the ids. */
async function countEach<T>(
  at: ReadContext,
  scope: Scope,
  ids: readonly string[],
  count: { readonly ofRows: (rows: readonly SeenRow[]) => T; readonly ofHub: (hub: SeenHub) => T },
): Promise<T[]> {
  const sight = new Sight(at, scope);
  const { found, rows, hubs } = await sight.around(ids);
  const ofHubs = new Map<string, T>();
  for (const hub of hubs) ofHubs.set(hub.id, count.ofHub(await sight.hub(hub)));
  const byEntity = groupBy(rows, ({ entityId }) => entityId);
  return ids.map((asked) => {
    const id = found.get(asked)?.id ?? '';
    return ofHubs.get(id) ?? count.ofRows(byEntity.get(id) ?? []);
  });
}
