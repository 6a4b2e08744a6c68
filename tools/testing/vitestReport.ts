import { readFileSync } from 'node:fs';
import { addTallies, nothing, oneFailed, oneSkipped, onePassed, type Tally } from './tally.ts';

/** What is read of the report that vitest's JSON reporter writes. */
export interface VitestReport {
  readonly testResults: readonly {
    /** Path of the test file. */
    readonly name: string;
    readonly status: string;
    readonly assertionResults: readonly { readonly status: string }[];
  }[];
}

/** Null when vitest ended before it wrote one. */
export function readVitestReport(path: string): VitestReport | null {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as VitestReport;
  } catch {
    return null;
  }
}

/**
 * Counts the tests of the files chosen. A file that failed before its first test counts as one failure;
 * so does a run that ended badly though no test failed (an error outside of tests).
 */
export function tallyVitest(
  report: VitestReport | null,
  isWell: boolean,
  chooses: (file: string) => boolean = () => true,
): Tally {
  if (!report) return oneFailed;
  const files = report.testResults.filter(({ name }) => chooses(name));
  const sum = addTallies(files.map(tallyFile));
  return sum.failed === 0 && !isWell ? addTallies([sum, oneFailed]) : sum;
}

function tallyFile({ status, assertionResults }: VitestReport['testResults'][number]): Tally {
  const sum = addTallies(assertionResults.map((test) => tallyOf(test.status)));
  return status === 'failed' && sum.failed === 0 ? addTallies([sum, oneFailed]) : sum;
}

function tallyOf(status: string): Tally {
  if (status === 'passed') return onePassed;
  if (status === 'failed') return oneFailed;
  return ['skipped', 'pending', 'todo', 'disabled'].includes(status) ? oneSkipped : nothing;
}
