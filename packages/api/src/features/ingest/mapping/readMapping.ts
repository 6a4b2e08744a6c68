import { invalid } from '../../../model/errors.ts';
import { describeIssue } from './describeIssue.ts';
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
  throw invalid(result.error.issues.flatMap((issue) => describeIssue(issue, parsed)).slice(0, 20));
}
