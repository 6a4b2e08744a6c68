import { LinchpinError } from '../../model/errors.ts';
import { limits } from '../../model/paging.ts';
import type { ReportInput } from '../../model/reportInput.ts';

/** @throws LinchpinError TOO_LARGE, naming the bound. */
export function checkSize(input: ReportInput): void {
  const narrativeBytes = Buffer.byteLength(input.narrative ?? '');
  if (input.records.length > limits.reportRecords) refuse('records', input.records.length, limits.reportRecords);
  if (input.links.length > limits.reportLinks) refuse('links', input.links.length, limits.reportLinks);
  if (narrativeBytes > limits.narrativeBytes) refuse('narrative bytes', narrativeBytes, limits.narrativeBytes);
}

function refuse(what: string, given: number, most: number): never {
  throw new LinchpinError('TOO_LARGE', `A report holds at most ${most} ${what}, this one has ${given}: split it`);
}
