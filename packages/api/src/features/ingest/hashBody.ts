import { createHash } from 'node:crypto';
import type { ReportInput } from '../../model/reportInput.ts';

/** SHA-256, hex, of a report as it was sent: the order of fields and absent fields written as null make no difference. */
export function hashBody(input: ReportInput): string {
  const { idempotencyKey: _, ...body } = input;
  return createHash('sha256').update(JSON.stringify(body, sortFields)).digest('hex');
}

function sortFields(_name: string, value: unknown): unknown {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return value;
  const fields = Object.entries(value).filter(([, field]) => field !== null && field !== undefined);
  return Object.fromEntries(fields.sort(([a], [b]) => (a < b ? -1 : 1)));
}
