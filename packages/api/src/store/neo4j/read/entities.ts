import { entityView } from '../../../model/entityView.ts';
import type { Scope } from '../../../model/scope.ts';
import type { EntityView } from '../../../model/views.ts';
import { Sight, type ReadContext } from './sight.ts';

export async function readEntities(at: ReadContext, scope: Scope, ids: readonly string[]): Promise<(EntityView | null)[]> {
  const sight = new Sight(at, scope);
  const found = await sight.find(ids);
  const views = await viewEntities(
    sight,
    [...found.values()].map(({ id }) => id),
  );
  return ids.map((id) => views.get(found.get(id)?.id ?? '') ?? null);
}

/** Views of visible entities, by id. */
export async function viewEntities(sight: Sight, ids: readonly string[]): Promise<ReadonlyMap<string, EntityView>> {
  const briefs = await sight.briefs(ids);
  const records = await sight.records([...briefs.keys()]);
  const protectedIds = await sight.protectedAmong(briefs.values());
  const views = new Map<string, EntityView>();
  for (const { id, kind, neighbours, firstLink, lastLink } of briefs.values()) {
    const facts = { id, isProtected: protectedIds.has(id), neighbours, firstLink, lastLink, records: records.get(id) ?? [] };
    // A retraction between two statements may have taken the last record away.
    if (facts.records.length > 0) views.set(id, entityView(sight.kindOf(kind), facts));
  }
  return views;
}
