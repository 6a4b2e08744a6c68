import { LinchpinError } from '../../model/errors.ts';
import type { ReportInput } from '../../model/reportInput.ts';
import type { Origin } from '../../model/scope.ts';

/**
 * Who reports and who may read: an agency reports for itself, to itself or a group it belongs to.
 * A group that does not exist and one of others answer the same.
 * @throws LinchpinError NOT_PERMITTED
 */
export function decideOrigin(
  input: ReportInput,
  reporter: { readonly agency: string; readonly groups: readonly string[] },
): Origin {
  if (input.agency != null && input.agency !== reporter.agency)
    throw new LinchpinError('NOT_PERMITTED', `agency: you report for ${reporter.agency} only`);
  const audience = input.audience ?? reporter.agency;
  if (audience !== reporter.agency && !reporter.groups.includes(audience)) {
    const allowed = [reporter.agency, ...reporter.groups].join(', ');
    throw new LinchpinError('NOT_PERMITTED', `audience: name your own agency or a group it belongs to (${allowed})`);
  }
  return {
    agency: reporter.agency,
    audience,
    outsideAudience: input.outsideAudience ?? 'POINTER',
    protectEverywhere: input.protectEverywhere ?? false,
  };
}
