import type { UseCase } from '../../../gate/useCase.ts';
import { LinchpinError } from '../../../model/errors.ts';
import type { PackedForm } from '../../../store/ports/bulkLoading.ts';
import type { AddOutcome } from '../../../store/ports/graphStore.ts';
import { addWithNumbers } from '../drawNumber.ts';
import type { TakenReport } from './importFiles.ts';
import { describeOutcome, wouldAdd } from './importReports.ts';

export interface PreparedBatch<R extends PackedForm = PackedForm> {
  /** Of any agency of the directory, to itself or a group it belongs to. */
  readonly reports: readonly R[];
  /** Stores them, in the form they have. */
  add(reports: readonly R[]): Promise<readonly AddOutcome[]>;
  /** What they come from, for the audit log. */
  readonly source: string;
  /** Check everything, write nothing. */
  readonly isDryRun: boolean;
}

/** Takes in reports that a local import prepared elsewhere, as `importReports` does those it prepares itself. */
export const importPrepared: UseCase<PreparedBatch, readonly TakenReport[]> = {
  name: 'importPrepared',
  kind: 'evidence write',
  permission: 'evidence:import',
  async run({ directory }, { reports, add, isDryRun }) {
    const { agencies, groups } = await directory();
    const known = new Set(agencies.map(({ id }) => id));
    const members = new Map(groups.map((group) => [group.id, new Set(group.agencies)]));
    for (const { origin } of reports)
      if (!known.has(origin.agency) || (origin.audience !== origin.agency && !members.get(origin.audience)?.has(origin.agency)))
        throw new LinchpinError('NOT_PERMITTED', `${origin.agency} may not report to ${origin.audience}`);
    const outcomes = isDryRun ? reports.map(wouldAdd) : await addWithNumbers(add, reports);
    return outcomes.map((outcome, at) => describeOutcome(outcome, reports[at]!));
  },
  describe: ({ reports, source, isDryRun }) => ({ source, reports: reports.length, isDryRun }),
  count: (outcomes) => outcomes.filter(({ kind }) => kind === 'added').length,
};
