import { LinchpinError } from '../model/errors.ts';

/** The last line of standard output with --json. */
export function printJson(value: unknown): void {
  process.stdout.write(`${JSON.stringify(value)}\n`);
}

export function printLines(lines: readonly string[]): void {
  process.stdout.write(`${lines.join('\n')}\n`);
}

/** What is wrong in one line, without a stack; further problems of an input below it. */
export function explainError(error: unknown): string {
  if (!(error instanceof LinchpinError))
    return `Something went wrong that should not: ${error instanceof Error ? error.message : String(error)}`;
  if (error.fields.length === 0) return error.message;
  const lines = error.fields.map(
    ({ path, message, expected }) => `${path}: ${message}${expected === '' ? '' : `. What would be right: ${expected}`}`,
  );
  return lines.join('\n');
}

export function countOf(n: number, one: string, many: string): string {
  return `${n.toLocaleString('en-US')} ${n === 1 ? one : many}`;
}
