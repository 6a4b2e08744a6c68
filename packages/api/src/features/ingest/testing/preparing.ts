import { LinchpinError, type FieldProblem } from '../../../model/errors.ts';
import { publicIds } from '../../../model/publicIds.ts';
import type { LinkInput, RecordInput, ReportInput } from '../../../model/reportInput.ts';
import { smallVocabulary } from '../fixtures/smallVocabulary.ts';
import { prepareReport } from '../prepareReport.ts';

export const now = Date.UTC(2024, 4, 20, 12);
export const context = {
  vocabulary: smallVocabulary,
  ids: publicIds(Buffer.alloc(32, 7)),
  now,
  agency: 'BAYOU-SO',
  groups: ['GULF-TF'],
  drawNumber: () => '482913',
};
export const prepare = (input: Partial<ReportInput>) => prepareReport({ kind: 'TIP', records: [], links: [], ...input }, context);

export function record(kind: string, values: Record<string, string | string[]> = {}, ref = kind.toLowerCase()): RecordInput {
  return { ref, kind, properties: Object.entries(values).map(([name, value]) => ({ name, values: [value].flat() })) };
}
export const person = (values: Record<string, string> = {}, ref = 'person') => record('PERSON', values, ref);
export const phone = (number = '504 555 0142') => record('PHONE', { number });
export const uses = (more: Partial<LinkInput> = {}): LinkInput => ({ kind: 'USES', from: 'person', to: 'phone', ...more });
export const call = (more: Partial<LinkInput>) =>
  prepare({ records: [person(), phone()], links: [uses(more)], timeZone: 'America/Chicago' }).links[0]!;

export function refusal(input: Partial<ReportInput>): LinchpinError {
  try {
    prepare(input);
  } catch (error) {
    if (error instanceof LinchpinError) return error;
    throw error;
  }
  throw new Error('It was not refused');
}
export const problems = (input: Partial<ReportInput>): readonly FieldProblem[] => refusal(input).fields;
