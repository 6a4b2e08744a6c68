import type { BundleView, Direction, LinkCountView } from '../../../model/views.ts';
import type { CommonNeighbour, NeighbourFilter, NeighbourRow } from '../../ports/graphStore.ts';
import { matchesFilter } from './expandEntities.ts';
import { greatest, type Sight } from './sight.ts';
import { sortedBy } from './sortedPage.ts';

export function countLinks(sight: Sight, entityId: string): LinkCountView[] {
  const rows = new Map<string, { links: number; others: Set<string>; of: [string, string, Direction] }>();
  for (const { bundle, other, direction } of sight.stepsOf(entityId)) {
    const of: [string, string, Direction] = [bundle.key.kind, sight.kindOf(other), direction];
    const row = rows.get(of.join()) ?? { links: 0, others: new Set(), of };
    rows.set(of.join(), row);
    row.links += bundle.links.length;
    row.others.add(other);
  }
  return sortedBy(rows.values(), ['up', 'up', 'up'], ({ of }) => of).map(({ links, others, of }) => ({
    linkKind: of[0],
    entityKind: of[1],
    direction: of[2],
    links,
    neighbours: others.size,
  }));
}

/** In the order of the ids, then by neighbour. */
export function listNeighbours(sight: Sight, ids: readonly string[], filter: NeighbourFilter): NeighbourRow[] {
  return sight.findAll(ids).flatMap((from) => {
    const steps = sight.stepsOf(from).filter(({ bundle }) => matchesFilter(bundle, filter));
    return [...new Set(steps.map(({ other }) => other))].sort().map((to) => {
      const bundles = steps.filter(({ other }) => other === to).map(({ bundle }) => sight.bundleView(bundle));
      return {
        from,
        to,
        toKind: sight.kindOf(to),
        toIsGeneric: sight.view(to).isGeneric,
        lastSeen: greatest(bundles.map(({ lastSeen }) => lastSeen)),
        bundleIds: bundles.map(({ id }) => id).sort(),
      };
    });
  });
}

/** `of` in the order of the ids; bundles by id. */
export function findCommon(
  sight: Sight,
  query: { readonly ids: readonly string[]; readonly minimum: number; readonly first: number },
): CommonNeighbour[] {
  const ids = sight.findAll(query.ids).filter((id) => !sight.isProtected(id));
  const others = new Set(ids.flatMap((id) => sight.stepsOf(id).map(({ other }) => other)));
  const asked = new Set(sight.findAll(query.ids));
  const common = [...others]
    .filter((id) => !asked.has(id) && !sight.isProtected(id))
    .map((entityId) => {
      const steps = sight.stepsOf(entityId).filter(({ other }) => ids.includes(other));
      const bundles: BundleView[] = sortedBy(
        steps.map(({ bundle }) => sight.bundleView(bundle)),
        ['up'],
        ({ id }) => [id],
      );
      return { entityId, of: ids.filter((id) => steps.some(({ other }) => other === id)), bundles };
    })
    .filter(({ of }) => of.length >= query.minimum);
  return sortedBy(common, ['down', 'down', 'up'], ({ entityId, of, bundles }) => [
    of.length,
    greatest(bundles.map(({ lastSeen }) => lastSeen)),
    entityId,
  ]).slice(0, query.first);
}
