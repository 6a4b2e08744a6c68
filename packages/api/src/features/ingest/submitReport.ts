import type { UseCase } from '../../gate/useCase.ts';
import { LinchpinError } from '../../model/errors.ts';
import type { ReportInput } from '../../model/reportInput.ts';
import { addWithNumbers, drawNumber } from './drawNumber.ts';
import { prepareReport } from './prepareReport.ts';

export interface SubmittedReport {
  readonly number: string;
  /** False where the idempotency key was known: this is the first answer again. */
  readonly isNew: boolean;
  readonly entities: readonly { readonly ref: string; readonly entityId: string }[];
}

/** Takes in one report of the viewer's own agency. The same key and body again gives the first answer. */
export const submitReport: UseCase<ReportInput, SubmittedReport> = {
  name: 'submitReport',
  kind: 'evidence write',
  permission: 'evidence:submit',
  async run({ viewer, graph, vocabulary, ids, now }, input) {
    const reporter = { agency: viewer.agency.id, groups: viewer.groups.map((group) => group.id) };
    const report = prepareReport(input, { vocabulary, ids, now: now(), ...reporter, drawNumber: () => drawNumber() });
    const [outcome] = await addWithNumbers((reports) => graph.addReports(reports), [report]);
    if (!outcome || outcome.kind === 'conflict')
      throw new LinchpinError('CONFLICT', 'idempotencyKey: your agency used this key for another report');
    const entities = input.records.map(({ ref }, ordinal) => ({ ref, entityId: outcome.entityIds[ordinal]! }));
    return { number: outcome.number, isNew: outcome.kind === 'added', entities };
  },
  describe: (input) => ({
    kind: input.kind,
    audience: input.audience ?? null,
    records: input.records.length,
    links: input.links.length,
  }),
  count: (result) => result.entities.length,
};
