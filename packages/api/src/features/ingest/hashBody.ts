import { createHash } from 'node:crypto';
import type { ReportInput } from '../../model/reportInput.ts';

/** SHA-256, hex, of a report as it was sent: the order of fields and absent fields written as null make no difference. */
export function hashBody(input: ReportInput): string {
  const { idempotencyKey: _, ...body } = input;
  return createHash('sha256').update(writeSorted(body)).digest('hex');
}

/** Printable ASCII that JSON writes as it is. */
const isPlain = /^[ !#-[\]-~]*$/;

function writeSorted(value: unknown): string {
  if (typeof value === 'string') return isPlain.test(value) ? `"${value}"` : JSON.stringify(value);
  if (value === null || typeof value !== 'object') return JSON.stringify(value) ?? 'null';
  if (Array.isArray(value)) {
    let text = '';
    for (const item of value) text += text === '' ? writeSorted(item) : `,${writeSorted(item)}`;
    return `[${text}]`;
  }
  const fields = value as Record<string, unknown>;
  let text = '';
  for (const name of sortedNames(fields)) {
    const field = fields[name];
    if (field === null || field === undefined) continue;
    text += `${text === '' ? '' : ','}${writeSorted(name)}:${writeSorted(field)}`;
  }
  return `{${text}}`;
}

function sortedNames(fields: object): string[] {
  const names = Object.keys(fields);
  for (let at = 1; at < names.length; at++) if (names[at - 1]! > names[at]!) return names.sort();
  return names;
}
