import type { PreparedReport } from '../../../model/prepared.ts';
import type { AddOutcome } from '../../ports/graphStore.ts';
import { cutToSize } from '../cutToSize.ts';
import { isOutOfMemory, isTimedOut } from '../translateError.ts';

/** Sum of `sizeOfReport` in one transaction, some two hundred reports: more take too much of a small server's memory. */
export const largestWrite = 4_000;
/** Parts that cost as much as what every report costs besides its records and links. */
const sizeOfHead = 8;

const timeAtLeast = 60_000;
const timeForEach = 1_000;

/** Milliseconds that a transaction of so many reports has: a busy server that was just started takes a tenth of it. */
export function timeFor(reports: readonly PreparedReport[]): number {
  return timeAtLeast + timeForEach * reports.length;
}

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

/**
 * What is too much for the server's memory is tried again in halves, never the same again. So is what took it too long, but
 * not further: where it is not the work that takes long, but the wait for somebody else's, smaller pieces only wait more often.
 */
async function addByHalves(add: Add, reports: readonly PreparedReport[], mayTakeLong = true): Promise<readonly AddOutcome[]> {
  try {
    return await add(reports);
  } catch (error) {
    const isLate = mayTakeLong && isTimedOut(error);
    if (reports.length < 2 || !(isLate || isOutOfMemory(error))) throw error;
    const half = Math.ceil(reports.length / 2);
    const first = await addByHalves(add, reports.slice(0, half), !isLate);
    return [...first, ...(await addByHalves(add, reports.slice(half), !isLate))];
  }
}

export function sizeOfReport({ records, links }: PreparedReport): number {
  return sizeOfHead + records.length + links.length;
}
