import type { Scope } from '../../../model/scope.ts';
import type { Page, PageRequest, RecordView } from '../../../model/views.ts';
import { recordView, type RecordRow } from '../mappers/recordFacts.ts';
import { countRecords, pageRecords } from '../queries/readEntities.ts';
import { emptyPage, pageOf } from './pageOf.ts';
import { Sight, type ReadContext } from './sight.ts';

export async function readRecords(at: ReadContext, scope: Scope, entityId: string, page: PageRequest): Promise<Page<RecordView>> {
  const sight = new Sight(at, scope);
  const entity = (await sight.find([entityId])).get(entityId);
  if (!entity) return emptyPage();
  const [received = null, after = null] = page.after ?? [];
  const [rows, [count]] = await Promise.all([
    sight.read<RecordRow>(pageRecords, { id: entity.id, received, after, limit: page.first + 1 }),
    sight.read<{ total: number }>(countRecords, { id: entity.id }),
  ]);
  const isProtected = (await sight.protectedAmong([entity])).has(entity.id);
  return pageOf(rows, {
    first: page.first,
    total: count?.total ?? 0,
    positionOf: ({ receivedAt, id }) => [receivedAt, id],
    viewOf: (row) => recordView(row, isProtected),
  });
}
