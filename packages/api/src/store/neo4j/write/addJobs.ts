import type { PreparedReport } from '../../../model/prepared.ts';
import type { AddOutcome } from '../../ports/graphStore.ts';
import { cutToSize } from '../cutToSize.ts';
import { isOutOfMemory } from '../translateError.ts';

/** Sum of `sizeOfReport` in one transaction, some two hundred reports: more take too much of a small server's memory. */
export const largestWrite = 4_000;
/** Parts that cost as much as what every report costs besides its records and links. */
const sizeOfHead = 8;

type Add = (reports: readonly PreparedReport[]) => Promise<readonly AddOutcome[]>;

/**
 * Several callers' reports in one transaction, one caller's too many in several; each gets the outcomes of its own. What
 * fails leaves the transactions before it: an importer that runs again is told of their reports by their idempotency keys.
 */
export async function addJobs(add: Add, jobs: readonly (readonly PreparedReport[])[]): Promise<AddOutcome[][]> {
  const outcomes: AddOutcome[] = [];
  for (const reports of cutToSize(jobs.flat(), sizeOfReport, largestWrite)) outcomes.push(...(await addByHalves(add, reports)));
  let from = 0;
  return jobs.map((reports) => outcomes.slice(from, (from += reports.length)));
}

/** What is too much for the server's memory is tried again in halves, never the same again. */
async function addByHalves(add: Add, reports: readonly PreparedReport[]): Promise<readonly AddOutcome[]> {
  try {
    return await add(reports);
  } catch (error) {
    if (reports.length < 2 || !isOutOfMemory(error)) throw error;
    const half = Math.ceil(reports.length / 2);
    const first = await addByHalves(add, reports.slice(0, half));
    return [...first, ...(await addByHalves(add, reports.slice(half)))];
  }
}

export function sizeOfReport({ records, links }: PreparedReport): number {
  return sizeOfHead + records.length + links.length;
}
