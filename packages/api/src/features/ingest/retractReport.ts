import type { UseCase } from '../../gate/useCase.ts';
import { LinchpinError } from '../../model/errors.ts';
import { Problems } from './problems.ts';
import { refuseCardNumbers } from './refuseCardNumbers.ts';

export interface RetractReportRequest {
  readonly number: string;
  readonly reason: string;
}

const longestReason = 2_000;

/** Takes a report of the viewer's own agency back: its records and links go, a tombstone stays. */
export const retractReport: UseCase<RetractReportRequest, { readonly number: string }> = {
  name: 'retractReport',
  kind: 'evidence write',
  permission: 'evidence:retract',
  async run({ viewer, graph, now }, input) {
    const problems = new Problems();
    checkReason(input.reason, problems);
    refuseCardNumbers(input, problems);
    problems.throwIfAny();
    const retraction = { number: input.number, agency: viewer.agency.id, reason: input.reason.trim(), by: viewer.id, at: now() };
    if (!(await graph.retractReport(retraction)))
      throw new LinchpinError('NOT_FOUND', 'number: your agency has no report of this number');
    return { number: input.number };
  },
  describe: (input) => ({ number: input.number.slice(0, 60) }),
  count: () => 1,
};

function checkReason(reason: string, problems: Problems): void {
  if (reason.trim() === '')
    problems.add('reason', 'A retraction needs its reason', 'a sentence, such as: entered under the wrong person');
  if (reason.length > longestReason) problems.add('reason', 'This is too long', `at most ${longestReason} characters`);
}
