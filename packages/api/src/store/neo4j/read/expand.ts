import { compareText } from '../../../model/entityView.ts';
import { LinchpinError } from '../../../model/errors.ts';
import { foldWords } from '@linchpin/schema';
import { byNewest, byStrongest, listNeighbours, makeBundles, type Neighbour } from '../../../model/neighbourhood.ts';
import { limits } from '../../../model/paging.ts';
import type { Scope } from '../../../model/scope.ts';
import type { ExpandAnswer, ExpandQuery } from '../../ports/graphStore.ts';
import { viewEntities } from './entities.ts';
import { Sight, type ReadContext } from './sight.ts';

export async function expandEntities(at: ReadContext, scope: Scope, query: ExpandQuery): Promise<ExpandAnswer> {
  const sight = new Sight(at, scope);
  const found = await sight.find([...query.ids, ...query.exclude]);
  const idsOf = (ids: readonly string[]): Set<string> => new Set(ids.flatMap((id) => found.get(id)?.id ?? []));
  const expanded = idsOf(query.ids);
  const rows = await sight.rows([...expanded], query);
  const around = rows.filter(
    ({ direction, otherId }) => (query.direction === null || direction === query.direction) && !expanded.has(otherId),
  );
  const matching = await sight.inWindow(around, query.window);
  const neighbours = listNeighbours(matching, expanded);
  if (query.order !== 'NEWEST' && neighbours.length > limits.orderedNeighbours)
    throw new LinchpinError('TOO_LARGE', 'Too many neighbours for this order: narrow linkKinds, entityKinds or the time window.');
  const excluded = idsOf(query.exclude);
  const rest = neighbours.filter(({ id }) => !excluded.has(id));
  const page = (await inOrder(sight, query.order, rest)).slice(0, query.limit).map(({ id }) => id);
  const views = await viewEntities(sight, page);
  const onPage = new Set(page);
  const isOpen = query.window.since === null && query.window.until === null;
  return {
    entities: page.flatMap((id) => views.get(id) ?? []),
    bundles: makeBundles(matching.filter(({ otherId }) => onPage.has(otherId))).sort((a, b) => compareText(a.id, b.id)),
    total: Math.min(neighbours.length, limits.exactTotal),
    isTotalExact: neighbours.length <= limits.exactTotal,
    remaining: rest.length - page.length,
    undated: isOpen ? 0 : around.reduce((sum, { undated }) => sum + undated, 0),
  };
}

async function inOrder(sight: Sight, order: ExpandQuery['order'], neighbours: Neighbour[]): Promise<Neighbour[]> {
  if (order === 'NEWEST') return neighbours.sort(byNewest);
  if (order === 'STRONGEST') return neighbours.sort(byStrongest);
  const ids = neighbours.map(({ id }) => id);
  if (order === 'OTHER_AGENCIES') {
    const briefs = await sight.briefs(ids);
    const others = (id: string): number => briefs.get(id)?.agencies.filter((agency) => agency !== sight.scope.agency).length ?? 0;
    return neighbours.sort((a, b) => others(b.id) - others(a.id) || compareText(a.id, b.id));
  }
  const views = await viewEntities(sight, ids);
  const captions = new Map(ids.map((id) => [id, foldWords(views.get(id)?.caption ?? '').join(' ')]));
  return neighbours.sort((a, b) => compareText(captions.get(a.id)!, captions.get(b.id)!) || compareText(a.id, b.id));
}
