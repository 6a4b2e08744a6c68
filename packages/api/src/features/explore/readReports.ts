import type { UseCase } from '../../gate/useCase.ts';
import { limits } from '../../model/paging.ts';
import type { ReportView } from '../../model/views.ts';
import { requireAtMost } from './bounds.ts';

/** Reports by number, null in place of what is unknown or out of sight. */
export const readReports: UseCase<{ readonly ids: readonly string[] }, readonly (ReportView | null)[]> = {
  name: 'readReports',
  kind: 'evidence read',
  permission: 'evidence:read',
  async run({ graph, scope }, { ids }) {
    requireAtMost('numbers', ids, limits.entityIds);
    return graph.reportsByNumber(scope, ids);
  },
  describe: ({ ids }) => ({ numbers: ids }),
  count: (reports) => reports.filter(Boolean).length,
};
