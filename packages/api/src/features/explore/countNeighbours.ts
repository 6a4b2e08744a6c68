import type { UseCase } from '../../gate/useCase.ts';
import { limits } from '../../model/paging.ts';
import { requireAtMost } from './bounds.ts';

/** Distinct entities linked to each: the number on the badge. */
export const countNeighbours: UseCase<{ readonly ids: readonly string[] }, readonly number[]> = {
  name: 'countNeighbours',
  kind: 'evidence read',
  permission: 'evidence:read',
  async run({ graph, scope }, { ids }) {
    requireAtMost('ids', ids, limits.entityIds);
    return graph.neighbourTotals(scope, ids);
  },
  describe: ({ ids }) => ({ ids }),
  count: (totals) => totals.length,
};
