import type { RunContext, UseCase } from '../../gate/useCase.ts';
import type { CountedConnection } from '../../model/connection.ts';
import { limits } from '../../model/paging.ts';
import type { LinkView, Page, PageRequest, RecordView } from '../../model/views.ts';
import { requireAtMost } from './bounds.ts';
import { connect, makeCursors, type PageInput } from './cursors.ts';

export interface PartsInput {
  /** Ids of the entities or bundles, or numbers of the reports, whose parts are listed. A cursor belongs to one of them. */
  readonly of: readonly string[];
  readonly page: PageInput;
}

/** A page for each, in the order asked. */
type PartsUseCase<T> = UseCase<PartsInput, readonly CountedConnection<T>[]>;

/** Records of one entity, newest received first. */
export const listEntityRecords: PartsUseCase<RecordView> = listParts('listEntityRecords', ({ graph, scope }, of, page) =>
  graph.records(scope, of, page),
);

/** Links of one bundle, newest first. */
export const listBundleLinks: PartsUseCase<LinkView> = listParts('listBundleLinks', ({ graph, scope }, of, page) =>
  graph.evidence(scope, of, page),
);

/** Records of one report, in its order. */
export const listReportRecords: PartsUseCase<RecordView> = listParts('listReportRecords', ({ graph, scope }, of, page) =>
  graph.reportRecords(scope, of, page),
);

/** Links of one report, in its order. */
export const listReportLinks: PartsUseCase<LinkView> = listParts('listReportLinks', ({ graph, scope }, of, page) =>
  graph.reportLinks(scope, of, page),
);

function listParts<T>(
  name: string,
  ask: (context: RunContext, of: string, page: PageRequest) => Promise<Page<T>>,
): PartsUseCase<T> {
  return {
    name,
    kind: 'evidence read',
    permission: 'evidence:read',
    async run(context, { of, page }) {
      requireAtMost('of', of, limits.entityIds);
      const list = async (one: string): Promise<CountedConnection<T>> => {
        const cursors = makeCursors(context, { query: name, arguments: { of: one } });
        return connect(await ask(context, one, cursors.request(page)), cursors, page.first);
      };
      return Promise.all(of.map(list));
    },
    describe: ({ of, page }) => ({ of, first: page.first }),
    count: (lists) => lists.reduce((sum, { edges }) => sum + edges.length, 0),
  };
}
