import { cutPage } from '../../../model/positions.ts';
import type { Page, PageRequest, RecordView } from '../../../model/views.ts';
import { recordViews } from './linkViews.ts';
import type { Sight } from './sight.ts';

/** Records of one entity, newest received report first, then id. */
export function records(sight: Sight, entityId: string, request: PageRequest): Page<RecordView> {
  const e = sight.find(entityId);
  const all = e === null ? [] : recordViews(sight, 'record.e = ?2', [e]);
  const page = cutPage(all, ['down', 'up'], { ...request, positionOf: ({ receivedAt, record }) => [receivedAt, record.id] });
  return { ...page, items: page.items.map(({ item, position }) => ({ item: item.record, position })) };
}
