import { compareText } from '../../../model/entityView.ts';
import { LinchpinError } from '../../../model/errors.ts';
import { foldWords } from '@linchpin/schema';
import { byNewest, byStrongest, listNeighbours, makeBundles, type Neighbour } from '../../../model/neighbourhood.ts';
import { limits } from '../../../model/paging.ts';
import type { Scope } from '../../../model/scope.ts';
import type { ExpandAnswer, ExpandQuery } from '../../ports/graphStore.ts';
import { timeOf } from '../hub/hubLinks.ts';
import type { SeenRow } from '../mappers/adjacency.ts';
import { viewEntities, viewParts } from './entities.ts';
import type { EntityParts } from './entityParts.ts';
import { matchWindow } from './matchWindow.ts';
import { Sight, type Around, type FoundHub, type ReadContext } from './sight.ts';

/** Neighbours that match, before they are ordered. */
interface Matching {
  readonly neighbours: Neighbour[];
  readonly undated: number;
  readonly rowsOf: (page: ReadonlySet<string>) => SeenRow[];
}

export async function expandEntities(at: ReadContext, scope: Scope, query: ExpandQuery): Promise<ExpandAnswer> {
  const sight = new Sight(at, scope);
  const around = await sight.around(query.ids, query, query.limit);
  const expanded = new Set([...around.found.values()].map(({ id }) => id));
  const [hub] = around.hubs;
  const matching =
    hub && expanded.size === 1 ? await findAtHub(sight, hub, query) : await findAround(sight, around, expanded, query);
  const { neighbours, undated } = matching;
  if (query.order !== 'NEWEST' && neighbours.length > limits.orderedNeighbours)
    throw new LinchpinError('TOO_LARGE', 'Too many neighbours for this order: narrow linkKinds, entityKinds or the time window.');
  const excluded = await findExcluded(sight, query.exclude, neighbours);
  const rest = excluded.size === 0 ? neighbours : neighbours.filter(({ id }) => !excluded.has(id));
  const page = (await inOrder(sight, query, rest)).map(({ id }) => id);
  const views = await viewPage(sight, page, around.parts);
  const isOpen = query.window.since === null && query.window.until === null;
  return {
    entities: page.flatMap((id) => views.get(id) ?? []),
    bundles: makeBundles(matching.rowsOf(new Set(page))).sort((a, b) => compareText(a.id, b.id)),
    total: Math.min(neighbours.length, limits.exactTotal),
    isTotalExact: neighbours.length <= limits.exactTotal,
    remaining: rest.length - page.length,
    undated: isOpen ? 0 : undated,
  };
}

async function findAround(sight: Sight, around: Around, expanded: ReadonlySet<string>, query: ExpandQuery): Promise<Matching> {
  const rows = (await sight.allRows(around, query)).filter(
    ({ direction, otherId }) => (query.direction === null || direction === query.direction) && !expanded.has(otherId),
  );
  const matching = await matchWindow(sight, rows, query.window);
  return {
    neighbours: listNeighbours(matching, expanded),
    undated: rows.reduce((sum, { undated }) => sum + undated, 0),
    rowsOf: (page) => matching.filter(({ otherId }) => page.has(otherId)),
  };
}

/** The same at one hub, whose neighbours are told apart by number. */
async function findAtHub(sight: Sight, found: FoundHub, query: ExpandQuery): Promise<Matching> {
  const hub = await sight.hub(found);
  const { found: columns, rowsOf } = await hub.neighbours(query, query.window);
  const { ids } = hub.links;
  return {
    neighbours: columns.neighbours.map((neighbour, at) => ({
      id: ids[neighbour]!,
      links: columns.links[at]!,
      reports: columns.reports[at]!,
      lastSeen: timeOf(columns.last[at]!),
    })),
    undated: columns.undated,
    rowsOf: (page) => [...page].flatMap((id) => rowsOf(hub.links.neighbour(id)!)),
  };
}

/** Most ids to leave out are neighbours; the others may name entities that went into one. */
async function findExcluded(
  sight: Sight,
  exclude: readonly string[],
  neighbours: readonly Neighbour[],
): Promise<ReadonlySet<string>> {
  const asked = new Set(exclude);
  if (asked.size === 0) return asked;
  const near = new Set(neighbours.flatMap(({ id }) => (asked.has(id) ? [id] : [])));
  if (near.size === neighbours.length) return near;
  for (const { id } of (await sight.find([...asked].filter((id) => !near.has(id)))).values()) near.add(id);
  return near;
}

async function viewPage(sight: Sight, page: readonly string[], parts: readonly EntityParts[]): ReturnType<typeof viewParts> {
  const known = new Map(parts.map((part) => [part.id, part]));
  if (page.some((id) => !known.has(id))) return viewEntities(sight, page);
  return viewParts(
    sight,
    page.map((id) => known.get(id)!),
  );
}

async function inOrder(sight: Sight, { order, limit }: ExpandQuery, neighbours: Neighbour[]): Promise<Neighbour[]> {
  if (order === 'NEWEST') return firstOf(neighbours, limit, byNewest);
  if (order === 'STRONGEST') return firstOf(neighbours, limit, byStrongest);
  const ids = neighbours.map(({ id }) => id);
  if (order === 'OTHER_AGENCIES') {
    const briefs = await sight.briefs(ids);
    const others = (id: string): number => briefs.get(id)?.agencies.filter((agency) => agency !== sight.scope.agency).length ?? 0;
    return neighbours.sort((a, b) => others(b.id) - others(a.id) || compareText(a.id, b.id)).slice(0, limit);
  }
  const views = await viewEntities(sight, ids);
  const captions = new Map(ids.map((id) => [id, foldWords(views.get(id)?.caption ?? '').join(' ')]));
  return neighbours
    .sort((a, b) => compareText(captions.get(a.id)!, captions.get(b.id)!) || compareText(a.id, b.id))
    .slice(0, limit);
}

/** The first of many without sorting all: a sorted list of so many, into which few of the rest must go. */
function firstOf<T>(items: readonly T[], count: number, compare: (a: T, b: T) => number): T[] {
  const first = items.slice(0, count).sort(compare);
  for (let at = count; at < items.length; at++) {
    const item = items[at]!;
    if (count === 0 || compare(item, first[count - 1]!) >= 0) continue;
    let place = count - 1;
    while (place > 0 && compare(item, first[place - 1]!) < 0) place--;
    first.splice(place, 0, item);
    first.pop();
  }
  return first;
}
