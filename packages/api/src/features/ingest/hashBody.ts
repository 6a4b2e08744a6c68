import { createHash } from 'node:crypto';
import type { ReportInput } from '../../model/reportInput.ts';

/** SHA-256, hex, of a report as it was sent: the order of fields and absent fields written as null make no difference. */
export function hashBody(input: ReportInput): string {
  const { idempotencyKey: _, ...body } = input;
  return createHash('sha256').update(writeSorted(body)).digest('hex');
}

function writeSorted(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(writeSorted).join()}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value) ?? 'null';
  const fields = Object.entries(value).filter(([, field]) => field !== null && field !== undefined);
  fields.sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${fields.map(([name, field]) => `${JSON.stringify(name)}:${writeSorted(field)}`).join()}}`;
}
