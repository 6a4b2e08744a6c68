import { entityView, finishView } from '../../../model/entityView.ts';
import type { Scope } from '../../../model/scope.ts';
import type { EntityView } from '../../../model/views.ts';
import { PERSON } from '../../../model/vocabularyWords.ts';
import { groupBy } from '../groupBy.ts';
import { readParts } from '../queries/readAround.ts';
import { partsOf, type EntityParts, type PartColumns } from './entityParts.ts';
import { linkSpan, Sight, type ReadContext } from './sight.ts';

export async function readEntities(at: ReadContext, scope: Scope, ids: readonly string[]): Promise<(EntityView | null)[]> {
  const sight = new Sight(at, scope);
  const views = await viewEntities(sight, ids);
  // Few ids name entities that went into others: those alone are followed.
  const moved = await sight.find(ids.filter((id) => !views.has(id)));
  const targets = await viewEntities(
    sight,
    [...moved.values()].map(({ id }) => id),
  );
  return ids.map((id) => views.get(id) ?? targets.get(moved.get(id)?.id ?? '') ?? null);
}

/** Views of visible entities, by id. */
export async function viewEntities(sight: Sight, ids: readonly string[]): Promise<ReadonlyMap<string, EntityView>> {
  if (ids.length === 0) return new Map();
  const rows = await sight.read<{ readonly parts: PartColumns }>(readParts, { ids: [...new Set(ids)] });
  return viewParts(
    sight,
    rows.map(({ parts }) => partsOf(parts)),
  );
}

/** Views of those that have a visible record, by id. */
export async function viewParts(sight: Sight, parts: readonly EntityParts[]): Promise<ReadonlyMap<string, EntityView>> {
  for (const part of parts) if (part.kind === PERSON) sight.noteProtection(part.id, part);
  const guarded = parts.filter((part) => part.isGuarded && part.version === null && part.records.length > 0);
  const rows = guarded.length > 0 ? await sight.rows(guarded.map(({ id }) => id)) : [];
  const byEntity = groupBy(rows, ({ entityId }) => entityId);
  const views = new Map<string, EntityView>();
  for (const part of parts) {
    const spans = part.isGuarded ? linkSpan(byEntity.get(part.id) ?? []) : part;
    const view = await (part.version === null ? viewOf(sight, part, spans) : viewHub(sight, part, part.version));
    if (view) views.set(part.id, view);
  }
  return views;
}

async function viewOf(
  sight: Sight,
  { id, kind, records }: EntityParts,
  { firstLink, lastLink }: Pick<EntityParts, 'firstLink' | 'lastLink'>,
): Promise<EntityView | null> {
  if (records.length === 0) return null;
  const isProtected = (await sight.protectedAmong([{ id, kind }])).has(id);
  // What is generic for its neighbours is a hub long before.
  return entityView(sight.kindOf(kind), { id, isProtected, neighbours: 0, firstLink, lastLink, records });
}

async function viewHub(sight: Sight, { id, kind, isGuarded }: EntityParts, version: number): Promise<EntityView | null> {
  const hub = await sight.hub({ id, kind, version, isGuarded });
  const fold = await hub.records();
  if (fold.records === 0) return null;
  const isProtected = (await sight.protectedAmong([{ id, kind }])).has(id);
  return finishView(sight.kindOf(kind), fold, { id, isProtected, ...hub.summary() });
}
