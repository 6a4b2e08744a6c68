import type { UseCase } from '../../../gate/useCase.ts';
import { LinchpinError } from '../../../model/errors.ts';
import type { PreparedReport } from '../../../model/prepared.ts';
import type { ReportInput } from '../../../model/reportInput.ts';
import type { PackedForm } from '../../../store/ports/bulkLoading.ts';
import { decideOrigin } from '../decideOrigin.ts';
import { addWithNumbers, drawNumber } from '../drawNumber.ts';
import { prepareReport } from '../prepareReport.ts';
import type { TakenReport } from './importFiles.ts';

export interface ImportBatch {
  /** For whom; the directory must know it. */
  readonly agency: string;
  /** Null: the agency itself. */
  readonly audience: string | null;
  readonly mapping: string;
  readonly reports: readonly ReportInput[];
  /** Check everything, write nothing. */
  readonly isDryRun: boolean;
}

type Refused = Extract<TakenReport, { kind: 'refused' }>;

/** Takes in a batch of reports that a local import made. Each is added, known already, or refused for itself. */
export const importReports: UseCase<ImportBatch, readonly TakenReport[]> = {
  name: 'importReports',
  kind: 'evidence write',
  permission: 'evidence:import',
  async run({ graph, vocabulary, ids, now, directory }, batch) {
    const { agencies, groups } = await directory();
    if (!agencies.some(({ id }) => id === batch.agency)) {
      const known = agencies.map(({ id }) => id).join(', ') || 'none yet';
      throw new LinchpinError('INVALID', `There is no agency ${batch.agency} (known: ${known})`);
    }
    const reporter = {
      agency: batch.agency,
      groups: groups.filter((group) => group.agencies.includes(batch.agency)).map(({ id }) => id),
    };
    decideOrigin({ kind: 'OTHER', agency: batch.agency, audience: batch.audience, records: [], links: [] }, reporter);
    const context = { vocabulary, ids, now: now(), ...reporter, drawNumber: () => drawNumber() };
    const prepared = batch.reports.map((report) => attempt(() => prepareReport(report, context)));
    const good = prepared.filter((report): report is PreparedReport => !isRefused(report));
    const outcomes = batch.isDryRun ? good.map(wouldAdd) : await addWithNumbers((reports) => graph.addReports(reports), good);
    let next = 0;
    return prepared.map((report): TakenReport => {
      if (isRefused(report)) return report;
      return describeOutcome(outcomes[next++]!, report);
    });
  },
  describe: ({ agency, audience, mapping, reports, isDryRun }) => ({
    agency,
    audience,
    mapping,
    reports: reports.length,
    isDryRun,
  }),
  count: (outcomes) => outcomes.filter(({ kind }) => kind === 'added').length,
};

type Outcome =
  | { readonly kind: 'added' | 'known'; readonly entityIds: readonly string[] }
  | { readonly kind: 'conflict'; readonly number: string };

/** What is told of a report that was taken in, of it in whatever form. */
export function describeOutcome(outcome: Outcome, report: Pick<PackedForm, 'records' | 'links'>): TakenReport {
  if (outcome.kind === 'conflict') return conflict(outcome.number);
  const entities = outcome.entityIds.map((id, ordinal) => ({ id, kind: report.records[ordinal]!.kind }));
  return { kind: outcome.kind, entities, records: report.records.length, links: report.links.length };
}

export function wouldAdd(report: Pick<PackedForm, 'records'>): { readonly kind: 'added'; readonly entityIds: readonly string[] } {
  return { kind: 'added', entityIds: report.records.map(({ proposedEntityId }) => proposedEntityId) };
}

function isRefused(report: PreparedReport | Refused): report is Refused {
  return 'fields' in report;
}

function attempt(prepare: () => PreparedReport): PreparedReport | Refused {
  try {
    return prepare();
  } catch (error) {
    // A wrong agency or audience is wrong for every row: the import as a whole is refused.
    if (!(error instanceof LinchpinError) || error.code === 'NOT_PERMITTED') throw error;
    return { kind: 'refused', message: error.message, expected: '', fields: error.fields };
  }
}

/** The key of these rows belongs to another report than they make now. */
export function conflict(number: string | null): Refused {
  const known = number === null ? 'a report' : `report ${number}`;
  return {
    kind: 'refused',
    message: `These rows were imported before, as ${known}, and are different now`,
    expected: `the rows, mapping and audience as they were; or retract ${known} and give the changed rows a key of their own`,
    fields: [],
  };
}
