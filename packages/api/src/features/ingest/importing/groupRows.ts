import type { StagingArea } from '../../../store/ports/staging.ts';
import type { CompiledReport } from '../mapping/compileMapping.ts';
import type { CellProblem } from '../mapping/compileValue.ts';
import { joinRows } from './joinRows.ts';
import type { Rejection } from './rejection.ts';
import { rejectCell } from './rejection.ts';
import { fate, type RowTally } from './rowTally.ts';

const rowsAtOnce = 500;

/** Says which report each root row belongs to, by its key, and leaves out rows to be skipped. Gives how many rows are left. */
export async function groupRows(
  report: CompiledReport,
  to: { readonly staging: StagingArea; readonly tally: RowTally; reject(rejection: Rejection): void },
): Promise<number> {
  const { staging, tally } = to;
  let last = 0;
  let left = 0;
  for (;;) {
    const rows = await staging.rowsAfter(report.rows, last, rowsAtOnce);
    if (rows.length === 0) break;
    last = rows[rows.length - 1]!.row;
    const members: { readonly key: string; readonly row: number }[] = [];
    for await (const { roots, crowded } of joinRows(report, rows, staging)) {
      for (const problem of crowded) to.reject(rejectCell(problem));
      for (const place of roots) {
        const problems: CellProblem[] = [];
        const { row } = place.row;
        const key = report.key.read(place, problems);
        if (report.skipIf.some((test) => test(place, problems))) tally.mark(report.rows, row, fate.skipped);
        else if (key !== '' && problems.length === 0) members.push({ key, row });
        else for (const problem of problems.length > 0 ? problems : [blankKey(report, place)]) to.reject(rejectCell(problem));
      }
    }
    await staging.addMembers(report.name, members);
    left += members.length;
  }
  await staging.sealGroups(report.name);
  return left;
}

function blankKey(report: CompiledReport, place: CellProblem['place']): CellProblem {
  return {
    place,
    column: report.key.column,
    value: null,
    message: 'The key of its report is blank',
    expected: 'a value by which this row is known',
  };
}
