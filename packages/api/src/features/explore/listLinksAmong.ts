import type { UseCase } from '../../gate/useCase.ts';
import { limits } from '../../model/paging.ts';
import type { BundleView } from '../../model/views.ts';
import { requireAtMost } from './bounds.ts';

/** Every bundle between any two of some entities: what completes a chart. */
export const listLinksAmong: UseCase<{ readonly ids: readonly string[] }, readonly BundleView[]> = {
  name: 'listLinksAmong',
  kind: 'evidence read',
  permission: 'evidence:read',
  async run({ graph, scope }, { ids }) {
    requireAtMost('ids', ids, limits.amongIds);
    return graph.linksAmong(scope, ids);
  },
  describe: ({ ids }) => ({ ids }),
  count: (bundles) => bundles.length,
};
