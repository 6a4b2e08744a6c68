import { compareText } from '../../../model/entityView.ts';
import type { Page, PageRequest, RecordView } from '../../../model/views.ts';
import { recordViews } from './linkViews.ts';
import { numberAt, pageOf, textAt } from './page.ts';
import type { Sight } from './sight.ts';

/** Records of one entity, newest received report first, then id. */
export function records(sight: Sight, entityId: string, request: PageRequest): Page<RecordView> {
  const e = sight.find(entityId);
  const all = e === null ? [] : recordViews(sight, 'record.e = ?2', [e]);
  all.sort((a, b) => b.receivedAt - a.receivedAt || compareText(a.record.id, b.record.id));
  const page = pageOf(
    all,
    request,
    ({ receivedAt, record }) => [receivedAt, record.id],
    (a, b) => numberAt(b, 0) - numberAt(a, 0) || compareText(textAt(a, 1), textAt(b, 1)),
  );
  return { ...page, items: page.items.map(({ item, position }) => ({ item: item.record, position })) };
}
