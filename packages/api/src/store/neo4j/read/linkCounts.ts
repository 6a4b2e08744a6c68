import { countLinks } from '../../../model/neighbourhood.ts';
import type { Scope } from '../../../model/scope.ts';
import type { LinkCountView } from '../../../model/views.ts';
import { groupBy } from '../groupBy.ts';
import { Sight, type ReadContext } from './sight.ts';

export async function readLinkCounts(at: ReadContext, scope: Scope, ids: readonly string[]): Promise<LinkCountView[][]> {
  const sight = new Sight(at, scope);
  const found = await sight.find(ids);
  const rows = await sight.rows([...new Set([...found.values()].map(({ id }) => id))]);
  const byEntity = groupBy(rows, ({ entityId }) => entityId);
  return ids.map((id) => countLinks(byEntity.get(found.get(id)?.id ?? '') ?? []));
}
