import type { UseCase } from '../../gate/useCase.ts';
import { LinchpinError } from '../../model/errors.ts';
import type { EntityView, ReportView } from '../../model/views.ts';

export interface SubmittedAsked {
  readonly number: string;
  readonly entityIds: readonly string[];
}

export interface SubmittedView {
  readonly report: ReportView;
  /** In the order asked for; null where an entity is gone again. */
  readonly entities: readonly (EntityView | null)[];
}

/** What a submission or a retraction made of the store, as its sender sees it. */
export const readSubmitted: UseCase<SubmittedAsked, SubmittedView> = {
  name: 'readSubmitted',
  kind: 'evidence read',
  permission: 'evidence:submit',
  async run({ graph, scope }, { number, entityIds }) {
    const distinct = [...new Set(entityIds)];
    const [[report], views] = await Promise.all([graph.reportsByNumber(scope, [number]), graph.entities(scope, distinct)]);
    if (!report) throw new LinchpinError('NOT_FOUND', 'The report was taken back meanwhile');
    const byId = new Map(distinct.map((id, index) => [id, views[index] ?? null]));
    return { report, entities: entityIds.map((id) => byId.get(id) ?? null) };
  },
  describe: ({ number, entityIds }) => ({ number, entities: entityIds.length }),
  count: ({ entities }) => entities.length,
};
