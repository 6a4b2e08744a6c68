import type { UseCase } from '../../gate/useCase.ts';
import type { CountedConnection } from '../../model/connection.ts';
import type { ReportView } from '../../model/views.ts';
import type { ReportFilter } from '../../store/ports/graphStore.ts';
import { requireWindow } from './bounds.ts';
import { connect, makeCursors, type PageInput } from './cursors.ts';

export interface ReportsInput {
  readonly filter: ReportFilter;
  readonly page: PageInput;
}

/** Visible reports, newest first. */
export const listReports: UseCase<ReportsInput, CountedConnection<ReportView>> = {
  name: 'listReports',
  kind: 'evidence read',
  permission: 'evidence:read',
  async run(context, { filter, page }) {
    requireWindow(filter.window);
    const cursors = makeCursors(context, { query: 'reports', arguments: { ...filter } });
    return connect(await context.graph.reports(context.scope, filter, cursors.request(page)), cursors, page.first);
  },
  describe: ({ filter, page }) => ({ agency: filter.agency, kind: filter.kind, ...filter.window, first: page.first }),
  count: ({ edges }) => edges.length,
};
