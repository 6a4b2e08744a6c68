import { randomInt } from 'node:crypto';
import type { AddOutcome } from '../../store/ports/graphStore.ts';

/** The last part of a report's number: drawn without order, so that numbers tell no volume. */
export function drawNumber(digits = 6): string {
  return randomInt(10 ** digits)
    .toString()
    .padStart(digits, '0');
}

type Stored = Exclude<AddOutcome, { readonly kind: 'numberTaken' }>;

/** A year that is nearly full of six-digit numbers goes on with longer ones. */
const patience = 8;

/** Adds reports, drawing again for each whose number another report has. Outcomes in the order given. */
export async function addWithNumbers<R extends { readonly number: string }>(
  add: (reports: readonly R[]) => Promise<readonly AddOutcome[]>,
  reports: readonly R[],
): Promise<Stored[]> {
  const stored = new Map<number, Stored>();
  let waiting = reports.map((report, index) => ({ report, index }));
  for (let attempt = 1; waiting.length > 0; attempt++) {
    const outcomes = await add(waiting.map(({ report }) => report));
    const taken: typeof waiting = [];
    for (const [at, { report, index }] of waiting.entries()) {
      const outcome = outcomes[at]!;
      if (outcome.kind === 'numberTaken') taken.push({ report: renumber(report, attempt), index });
      else stored.set(index, outcome);
    }
    waiting = taken;
  }
  return reports.map((_, index) => stored.get(index)!);
}

function renumber<R extends { readonly number: string }>(report: R, attempt: number): R {
  const stem = report.number.slice(0, report.number.lastIndexOf('-'));
  return { ...report, number: `${stem}-${drawNumber(6 + Math.floor(attempt / patience))}` };
}
