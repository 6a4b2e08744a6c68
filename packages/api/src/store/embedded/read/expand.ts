import { foldWords } from '@linchpin/schema';
import { compareText } from '../../../model/entityView.ts';
import { LinchpinError } from '../../../model/errors.ts';
import { byNewest, byStrongest, listNeighbours, makeBundles, type Neighbour } from '../../../model/neighbourhood.ts';
import { limits } from '../../../model/paging.ts';
import type { ExpandAnswer, ExpandQuery } from '../../ports/graphStore.ts';
import type { SeenRow, Sight } from './sight.ts';
import { matchRows } from './matchRows.ts';

/** Neighbours of some entities: counted, ordered, one page. */
export function expand(sight: Sight, query: ExpandQuery): ExpandAnswer {
  const expanded = new Set<number>();
  for (const id of query.ids) {
    const e = sight.find(id);
    if (e !== null) expanded.add(e);
  }
  const wanted = [...expanded].flatMap((e) => sight.rows(e)).filter((row) => !expanded.has(row.other) && isWanted(row, query));
  const { matching, undated } = matchRows(sight, wanted, query.window);
  const numbers = new Map(matching.map((row) => [row.otherId, row.other]));
  const neighbours = listNeighbours(matching, new Set());
  const excluded = new Set(query.exclude.map((id) => sight.find(id)).filter((e) => e !== null));
  const left = neighbours.filter(({ id }) => !excluded.has(numbers.get(id)!));
  const page = order(sight, query, left, neighbours.length, numbers).slice(0, query.limit);
  const shown = new Set(page.map(({ id }) => id));
  return {
    entities: page.map(({ id }) => sight.view(numbers.get(id)!)),
    bundles: makeBundles(matching.filter((row) => shown.has(row.otherId))).sort((a, b) => compareText(a.id, b.id)),
    total: Math.min(neighbours.length, limits.exactTotal),
    isTotalExact: neighbours.length <= limits.exactTotal,
    remaining: left.length - page.length,
    undated,
  };
}

function isWanted(row: SeenRow, query: ExpandQuery): boolean {
  return (
    (query.linkKinds === null || query.linkKinds.includes(row.linkKind)) &&
    (query.entityKinds === null || query.entityKinds.includes(row.otherKind)) &&
    (query.direction === null || query.direction === row.direction)
  );
}

function order(
  sight: Sight,
  query: ExpandQuery,
  neighbours: readonly Neighbour[],
  matched: number,
  numbers: ReadonlyMap<string, number>,
): Neighbour[] {
  if (query.order === 'NEWEST') return [...neighbours].sort(byNewest);
  if (matched > limits.orderedNeighbours) throw tooManyToOrder(query);
  if (query.order === 'STRONGEST') return [...neighbours].sort(byStrongest);
  const keyed = neighbours.map((neighbour) => {
    const e = numbers.get(neighbour.id)!;
    return query.order === 'CAPTION'
      ? { neighbour, others: 0, caption: foldWords(sight.caption(e)).join(' ') }
      : { neighbour, others: sight.agencies(e).filter((agency) => agency !== sight.scope.agency).length, caption: '' };
  });
  return keyed
    .sort((a, b) => b.others - a.others || compareText(a.caption, b.caption) || compareText(a.neighbour.id, b.neighbour.id))
    .map(({ neighbour }) => neighbour);
}

function tooManyToOrder(query: ExpandQuery): LinchpinError {
  const help =
    query.window.since === null && query.window.until === null
      ? 'Give a time window (since, until)'
      : query.linkKinds === null
        ? 'Choose link kinds'
        : 'Choose entity kinds or a shorter time window';
  return new LinchpinError(
    'TOO_LARGE',
    `More than ${limits.orderedNeighbours.toLocaleString('en')} entities match; only the order NEWEST can be given. ${help}, or ask for NEWEST.`,
  );
}
