import type { RunContext } from '../../gate/useCase.ts';
import type { PathFound, PathsFound } from '../../model/pathSearch.ts';
import type { BundleView, EntityView } from '../../model/views.ts';

export interface PathView {
  readonly entities: readonly EntityView[];
  readonly bundles: readonly BundleView[];
  readonly length: number;
}

/** What was found, read from the store inside the scope. What is not there (any more) is left out. */
export async function readPaths(
  { graph, scope }: RunContext,
  found: PathsFound,
): Promise<{ readonly paths: readonly PathView[]; readonly skippedGeneric: readonly EntityView[] }> {
  const entityIds = [...new Set([...found.paths.flatMap(({ ids }) => ids), ...found.skippedGeneric])];
  const bundleIds = [...new Set(found.paths.flatMap(bundlesOf))];
  const [entities, bundles] = await Promise.all([graph.entities(scope, entityIds), graph.bundles(scope, bundleIds)]);
  const entityById = new Map(entityIds.map((id, index) => [id, entities[index] ?? null]));
  const bundleById = new Map(bundleIds.map((id, index) => [id, bundles[index] ?? null]));
  return {
    paths: found.paths.map((path) => ({
      entities: pick(entityById, path.ids),
      bundles: pick(bundleById, bundlesOf(path)),
      length: path.ids.length - 1,
    })),
    skippedGeneric: pick(entityById, found.skippedGeneric),
  };
}

/** Whether the store says of a path what was found: the same entities, none of them generic where none may be, the same links as new. */
export function isWholePath({ ids, steps }: PathFound, { entities, bundles }: PathView, throughGeneric: boolean): boolean {
  const isThere = ids.every((id, place) => entities[place]?.id === id);
  const mayPass = throughGeneric || entities.slice(1, -1).every(({ isGeneric }) => !isGeneric);
  const seen = new Map(bundles.map((bundle) => [bundle.id, bundle.lastSeen]));
  return (
    isThere &&
    mayPass &&
    steps.every(({ bundleIds, lastSeen }) =>
      isAsNew(
        bundleIds.map((id) => seen.get(id)),
        lastSeen,
      ),
    )
  );
}

/** Undefined: the bundle is not there. */
function isAsNew(times: readonly (number | null | undefined)[], lastSeen: number | null): boolean {
  if (times.includes(undefined)) return false;
  const newest = Math.max(...times.map((time) => time ?? -Infinity));
  return newest === (lastSeen ?? -Infinity);
}

function bundlesOf({ steps }: PathFound): string[] {
  return steps.flatMap(({ bundleIds }) => bundleIds);
}

function pick<T>(views: ReadonlyMap<string, T | null>, ids: readonly string[]): T[] {
  return ids.flatMap((id) => views.get(id) ?? []);
}
