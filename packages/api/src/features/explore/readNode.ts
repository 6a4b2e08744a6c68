import type { UseCase } from '../../gate/useCase.ts';
import { readBundleId } from '../../model/bundleId.ts';
import type { BundleView, EntityView } from '../../model/views.ts';
import type { PartView } from '../../store/ports/graphStore.ts';

export type AnyPart =
  | PartView
  | { readonly part: 'entity'; readonly entity: EntityView }
  | { readonly part: 'bundle'; readonly bundle: BundleView };

/** Whatever has this id; null for what is unknown or out of sight. */
export const readNode: UseCase<{ readonly id: string }, AnyPart | null> = {
  name: 'readNode',
  kind: 'evidence read',
  permission: 'evidence:read',
  async run({ graph, scope }, { id }) {
    if (readBundleId(id)) {
      const [bundle] = await graph.bundles(scope, [id]);
      return bundle ? { part: 'bundle', bundle } : null;
    }
    const [entity] = await graph.entities(scope, [id]);
    return entity ? { part: 'entity', entity } : graph.part(scope, id);
  },
  describe: ({ id }) => ({ id }),
  count: (part) => Number(part !== null),
};
