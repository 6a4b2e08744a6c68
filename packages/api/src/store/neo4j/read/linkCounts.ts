import { countLinks, type AdjacencyRow } from '../../../model/neighbourhood.ts';
import type { Scope } from '../../../model/scope.ts';
import type { LinkCountView } from '../../../model/views.ts';
import { groupBy } from '../groupBy.ts';
import { Sight, type ReadContext } from './sight.ts';

export async function readLinkCounts(at: ReadContext, scope: Scope, ids: readonly string[]): Promise<LinkCountView[][]> {
  return (await rowsOf(at, scope, ids)).map(countLinks);
}

/** Distinct entities linked to each. */
export async function readNeighbourTotals(at: ReadContext, scope: Scope, ids: readonly string[]): Promise<number[]> {
  return (await rowsOf(at, scope, ids)).map((rows) => new Set(rows.map(({ otherId }) => otherId)).size);
}

/** Adjacency in scope of each, in the order of the ids. */
async function rowsOf(at: ReadContext, scope: Scope, ids: readonly string[]): Promise<(readonly AdjacencyRow[])[]> {
  const sight = new Sight(at, scope);
  const found = await sight.find(ids);
  const rows = await sight.rows([...new Set([...found.values()].map(({ id }) => id))]);
  const byEntity = groupBy(rows, ({ entityId }) => entityId);
  return ids.map((id) => byEntity.get(found.get(id)?.id ?? '') ?? []);
}
