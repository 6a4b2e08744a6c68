import type { z } from 'zod';
import { invalid, type FieldProblem } from '../../../model/errors.ts';
import { mapping, type Mapping } from './mappingShape.ts';

/**
 * Reads a mapping file.
 * @throws LinchpinError INVALID, each problem with its JSON path (`reports[0].records[2].kind`)
 */
export function readMapping(text: string): Mapping {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch (error) {
    const reason = error instanceof Error ? error.message : 'unreadable';
    throw invalid([
      { path: 'mapping', message: `This is not JSON: ${reason}`, expected: 'a mapping as docs/guide/mappings.md describes it' },
    ]);
  }
  const result = mapping.safeParse(parsed);
  if (result.success) return result.data;
  throw invalid(result.error.issues.flatMap((issue) => describeIssue(issue)).slice(0, 20));
}

/** Of a union, the branch that came nearest tells most. */
function describeIssue(issue: z.core.$ZodIssue, above: readonly PropertyKey[] = []): FieldProblem[] {
  const path = [...above, ...issue.path];
  if (issue.code === 'invalid_union' && issue.errors.length > 0) {
    const nearest = [...issue.errors].sort((a, b) => depthOf(b) - depthOf(a) || a.length - b.length)[0]!;
    return nearest.flatMap((inner) => describeIssue(inner, path));
  }
  const expected =
    issue.code === 'invalid_value' ? `one of ${issue.values.map(String).join(', ')}` : 'see docs/guide/mappings.md';
  return [{ path: writePath(path), message: issue.message, expected }];
}

function depthOf(issues: readonly z.core.$ZodIssue[]): number {
  return Math.max(0, ...issues.map((issue) => issue.path.length));
}

function writePath(path: readonly PropertyKey[]): string {
  const text = path.map((step) => (typeof step === 'number' ? `[${step}]` : `.${String(step)}`)).join('');
  return text.replace(/^\./, '') || 'mapping';
}
