import type { UseCase } from '../../gate/useCase.ts';
import { limits } from '../../model/paging.ts';
import type { BundleView } from '../../model/views.ts';
import { requireAtMost } from './bounds.ts';

/** Bundles by id, null in place of what is unknown or out of sight. */
export const readBundles: UseCase<{ readonly ids: readonly string[] }, readonly (BundleView | null)[]> = {
  name: 'readBundles',
  kind: 'evidence read',
  permission: 'evidence:read',
  async run({ graph, scope }, { ids }) {
    requireAtMost('ids', ids, limits.entityIds);
    return graph.bundles(scope, ids);
  },
  describe: ({ ids }) => ({ ids }),
  count: (bundles) => bundles.filter(Boolean).length,
};
