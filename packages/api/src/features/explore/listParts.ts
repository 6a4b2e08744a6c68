import type { RunContext, UseCase } from '../../gate/useCase.ts';
import type { CountedConnection } from '../../model/connection.ts';
import type { LinkView, Page, PageRequest, RecordView } from '../../model/views.ts';
import { connect, makeCursors, type PageInput } from './cursors.ts';

export interface PartsInput {
  /** Id of the entity or bundle, or number of the report, whose parts are listed. */
  readonly of: string;
  readonly page: PageInput;
}

type PartsUseCase<T> = UseCase<PartsInput, CountedConnection<T>>;

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
      const cursors = makeCursors(context, { query: name, arguments: { of } });
      return connect(await ask(context, of, cursors.request(page)), cursors, page.first);
    },
    describe: ({ of, page }) => ({ of, first: page.first }),
    count: ({ edges }) => edges.length,
  };
}
