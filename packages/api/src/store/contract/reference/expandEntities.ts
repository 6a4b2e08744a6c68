import { foldWords } from '@linchpin/schema';
import { LinchpinError } from '../../../model/errors.ts';
import { linkTimes, matchesWindow, type Window } from '../../../model/moment.ts';
import { limits } from '../../../model/paging.ts';
import type { BundleView, Position } from '../../../model/views.ts';
import type { ExpandAnswer, ExpandQuery, NeighbourFilter } from '../../ports/graphStore.ts';
import { greatest, type HeldBundle, type Sight, type Step } from './sight.ts';
import { sortedBy, type Order } from './sortedPage.ts';

/** A bundle is in a window when one of its links is. */
export function matchesFilter(bundle: HeldBundle, { linkKinds, window }: NeighbourFilter): boolean {
  if (linkKinds !== null && !linkKinds.includes(bundle.key.kind)) return false;
  return isOpen(window) || bundle.links.some(({ link }) => matchesWindow(linkTimes(link), window));
}

export function expandEntities(sight: Sight, query: ExpandQuery): ExpandAnswer {
  const ids = sight.findAll(query.ids);
  const excluded = sight.findAll(query.exclude);
  const around = ids
    .flatMap((id) => sight.stepsOf(id))
    .filter((step) => !ids.includes(step.other) && isWanted(sight, step, query));
  const matching = around.filter(({ bundle }) => matchesFilter(bundle, query));
  const neighbours = [...new Set(matching.map(({ other }) => other))];
  if (query.order !== 'NEWEST' && neighbours.length > limits.orderedNeighbours)
    throw new LinchpinError('TOO_LARGE', 'Too many neighbours for this order: narrow linkKinds, entityKinds or the time window');
  const byNeighbour = new Map(neighbours.map((id): [string, BundleView[]] => [id, []]));
  for (const { other, bundle } of matching) byNeighbour.get(other)!.push(sight.bundleView(bundle));
  const rest = neighbours.filter((id) => !excluded.includes(id));
  const directions: Order[] =
    query.order === 'CAPTION' ? ['up', 'up'] : query.order === 'STRONGEST' ? ['down', 'down', 'up'] : ['down', 'up'];
  const page = sortedBy(rest, directions, (id) => place(sight, query.order, id, byNeighbour.get(id)!)).slice(0, query.limit);
  const undated = isOpen(query.window) ? [] : around.filter(({ bundle }) => query.linkKinds?.includes(bundle.key.kind) ?? true);
  return {
    entities: page.map((id) => sight.view(id)),
    bundles: sortedBy(
      page.flatMap((id) => byNeighbour.get(id)!),
      ['up'],
      ({ id }) => [id],
    ),
    total: Math.min(neighbours.length, limits.exactTotal),
    isTotalExact: neighbours.length <= limits.exactTotal,
    remaining: rest.length - page.length,
    undated: undated.flatMap(({ bundle }) => bundle.links).filter(({ link }) => linkTimes(link).start === null).length,
  };
}

function place(sight: Sight, order: ExpandQuery['order'], id: string, bundles: readonly BundleView[]): Position {
  if (order === 'CAPTION') return [foldWords(sight.view(id).caption).join(' '), id];
  if (order === 'STRONGEST') return [sum(bundles.map(({ links }) => links)), sum(bundles.map(({ reports }) => reports)), id];
  if (order === 'OTHER_AGENCIES') return [sight.view(id).agencies.filter((agency) => agency !== sight.scope.agency).length, id];
  return [greatest(bundles.map(({ lastSeen }) => lastSeen)), id];
}

function isWanted(sight: Sight, step: Step, { entityKinds, direction }: ExpandQuery): boolean {
  if (direction !== null && step.direction !== direction) return false;
  return entityKinds === null || entityKinds.includes(sight.kindOf(step.other));
}

function isOpen({ since, until }: Window): boolean {
  return since === null && until === null;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((a, b) => a + b, 0);
}
