import type { UseCase } from '../../gate/useCase.ts';
import { limits } from '../../model/paging.ts';
import type { BundleView, EntityView } from '../../model/views.ts';
import { requireAtMost, requireBetween } from './bounds.ts';

export interface CommonInput {
  readonly ids: readonly string[];
  readonly minimum: number;
  readonly first: number;
}

export interface CommonEntity {
  readonly entity: EntityView;
  readonly of: readonly string[];
  readonly bundles: readonly BundleView[];
}

/** What several entities are all linked to. */
export const listCommonNeighbours: UseCase<CommonInput, readonly CommonEntity[]> = {
  name: 'listCommonNeighbours',
  kind: 'evidence read',
  permission: 'evidence:read',
  async run({ graph, scope }, input) {
    requireAtMost('ids', input.ids, limits.expandIds);
    requireBetween('minimum', input.minimum, 1, limits.expandIds);
    requireBetween('first', input.first, 1, limits.page);
    const found = await graph.commonNeighbours(scope, input);
    const views = await graph.entities(
      scope,
      found.map(({ entityId }) => entityId),
    );
    return found.flatMap(({ of, bundles }, index) => {
      const entity = views[index];
      return entity ? [{ entity, of, bundles }] : [];
    });
  },
  describe: ({ ids, minimum, first }) => ({ ids, minimum, first }),
  count: (found) => found.length,
};
