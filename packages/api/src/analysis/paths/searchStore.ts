import type { StorePathQuestion } from '../../model/analysis.ts';
import { mostSkippedGeneric, type PathsFound } from '../../model/pathSearch.ts';
import type { Scope } from '../../model/scope.ts';
import type { GraphStore } from '../../store/ports/graphStore.ts';
import { findPaths } from './findPaths.ts';

/** Exact search over the store's own steps: slower than over the adjacency, and always right. */
export async function searchStore(
  graph: Pick<GraphStore, 'neighbours'>,
  scope: Scope,
  { linkKinds, window, ...question }: StorePathQuestion,
): Promise<PathsFound> {
  const { paths, isLimitReached, skippedGeneric } = await findPaths({
    ...question,
    steps: (ids) => graph.neighbours(scope, ids, { linkKinds, window }),
  });
  return {
    paths: paths.map(({ ids, steps }) => ({ ids, steps: steps.map(({ bundleIds, lastSeen }) => ({ bundleIds, lastSeen })) })),
    isLimitReached,
    skippedGeneric: skippedGeneric.slice(0, mostSkippedGeneric),
  };
}
