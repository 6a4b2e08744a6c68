import type { UseCase } from '../../gate/useCase.ts';
import { limits } from '../../model/paging.ts';
import type { EntityView } from '../../model/views.ts';
import { requireAtMost } from './bounds.ts';

/** Entities by id, null in place of what is unknown or out of sight. */
export const readEntities: UseCase<{ readonly ids: readonly string[] }, readonly (EntityView | null)[]> = {
  name: 'readEntities',
  kind: 'evidence read',
  permission: 'evidence:read',
  async run({ graph, scope }, { ids }) {
    requireAtMost('ids', ids, limits.entityIds);
    return ids.length === 0 ? [] : graph.entities(scope, ids);
  },
  describe: ({ ids }) => ({ ids: ids.slice(0, limits.entityIds) }),
  count: (entities) => entities.filter(Boolean).length,
};
