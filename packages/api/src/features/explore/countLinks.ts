import type { UseCase } from '../../gate/useCase.ts';
import { limits } from '../../model/paging.ts';
import type { LinkCountView } from '../../model/views.ts';
import { requireAtMost } from './bounds.ts';

/** What expanding each entity would give, by link kind, other kind and direction. */
export const countLinks: UseCase<{ readonly ids: readonly string[] }, readonly (readonly LinkCountView[])[]> = {
  name: 'countLinks',
  kind: 'evidence read',
  permission: 'evidence:read',
  async run({ graph, scope }, { ids }) {
    requireAtMost('ids', ids, limits.entityIds);
    return graph.linkCounts(scope, ids);
  },
  describe: ({ ids }) => ({ ids }),
  count: (rows) => rows.length,
};
