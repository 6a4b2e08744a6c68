import { cutPage } from '../../../model/positions.ts';
import type { Page, PageRequest, Position, RecordView } from '../../../model/views.ts';
import { hubRecords } from './hubRecords.ts';
import { recordViews } from './linkViews.ts';
import type { Sight } from './sight.ts';

type Placed = { readonly record: RecordView; readonly receivedAt: number };

/** Records of one entity, newest received report first, then id. */
export function records(sight: Sight, entityId: string, request: PageRequest): Page<RecordView> {
  const e = sight.find(entityId);
  if (e === null) return { items: [], hasNext: false, total: 0 };
  const state = sight.hub(e);
  if (!state) return page(recordViews(sight, 'record.e = ?2', [e]), request);
  const { count, rec, o, received } = hubRecords(sight.at, e, state);
  const seen: number[] = [];
  for (let i = 0; i < count; i++) if (sight.bytes[o[i]!] === 1) seen.push(i);
  const near = nearPage(seen, received, request);
  const some = recordViews(sight, 'record.rec IN (SELECT value FROM json_each(?2))', [JSON.stringify(near.map((i) => rec[i]!))]);
  return { ...page(some, request), total: seen.length };
}

function page(found: readonly Placed[], request: PageRequest): Page<RecordView> {
  const cut = cutPage(found, order, { ...request, positionOf: ({ receivedAt, record }): Position => [receivedAt, record.id] });
  return { ...cut, items: cut.items.map(({ item, position }) => ({ item: item.record, position })) };
}

const order = ['down', 'up'] as const;

/** Those that can be on the page, or be the one that says there is a next: all that share a time with them among them. */
function nearPage(seen: readonly number[], received: ArrayLike<number>, { first, after }: PageRequest): number[] {
  const from = after === null ? Infinity : (after[0] as number);
  const later = seen.filter((i) => received[i]! <= from).sort((a, b) => received[b]! - received[a]!);
  const atCursor = later.filter((i) => received[i] === from).length;
  const last = later[atCursor + first];
  return last === undefined ? later : later.filter((i) => received[i]! >= received[last]!);
}
