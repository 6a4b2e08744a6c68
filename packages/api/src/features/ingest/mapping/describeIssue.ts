import type { z } from 'zod';
import type { FieldProblem } from '../../../model/errors.ts';

type Issue = z.core.$ZodIssue;

const guide = 'see docs/guide/mappings.md';

/** What is wrong with a mapping at one place, and what would be right there. Of a union, the branch that came nearest tells most. */
export function describeIssue(issue: Issue, mapping: unknown, above: readonly PropertyKey[] = []): FieldProblem[] {
  const path = [...above, ...issue.path];
  if (issue.code === 'invalid_union' && issue.errors.length > 0) {
    const nearest = [...issue.errors].sort((a, b) => depthOf(b) - depthOf(a) || a.length - b.length)[0]!;
    return nearest.flatMap((inner) => describeIssue(inner, mapping, path));
  }
  return [{ path: writePath(path), ...describe(issue, valueAt(mapping, path) === undefined) }];
}

function describe(issue: Issue, isMissing: boolean): Pick<FieldProblem, 'message' | 'expected'> {
  if (issue.code === 'invalid_type') {
    const expected = words[issue.expected] ?? guide;
    return { message: isMissing ? 'This is missing' : `This is not ${expected}`, expected: `${expected}; ${guide}` };
  }
  if (issue.code === 'invalid_value') {
    const message = isMissing ? 'This is missing' : 'There is no such value here';
    return { message, expected: `one of ${issue.values.map(String).join(', ')}` };
  }
  if (issue.code === 'unrecognized_keys') {
    const names = issue.keys.slice(0, 5).map((key) => cut(key));
    return { message: `A mapping has no ${names.join(', ')} here`, expected: guide };
  }
  return { message: cut(issue.message), expected: guide };
}

const words: Readonly<Record<string, string>> = {
  string: 'a text in quotes',
  array: 'a list in [ ]',
  object: 'an object in { }',
  record: 'an object in { }',
  boolean: 'true or false',
};

function cut(text: string): string {
  return text.length <= 100 ? text : `${text.slice(0, 100)}...`;
}

function depthOf(issues: readonly Issue[]): number {
  return Math.max(0, ...issues.map((issue) => issue.path.length));
}

function valueAt(mapping: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce((value: unknown, step) => (value as Record<PropertyKey, unknown> | null | undefined)?.[step], mapping);
}

function writePath(path: readonly PropertyKey[]): string {
  const text = path.map((step) => (typeof step === 'number' ? `[${step}]` : `.${cut(String(step))}`)).join('');
  return text.replace(/^\./, '') || 'mapping';
}
