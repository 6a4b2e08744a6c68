import { setTimeout as wait } from 'node:timers/promises';
import type { ReportInput } from '@linchpin/api/src/model/reportInput.ts';
import { ask } from './graphqlClient.ts';

/** What the service said of a report. */
export interface Acknowledged {
  readonly number: string;
  readonly entityIds: readonly string[];
}

/** What callers know after the service went away under them. */
export interface Memory {
  readonly acknowledged: Map<number, Acknowledged>;
  /** Sent, never answered: there or not, but whole. */
  readonly unanswered: Set<number>;
  /** Retractions that were answered, and those that were not, by report. */
  readonly retracted: Set<number>;
  readonly maybeRetracted: Set<number>;
  /** What the audit log had remembered of submissions when it was last looked at, and how many were acknowledged then. */
  readonly looked: { answered: number; acknowledged: number };
  /** Codes of errors that were answered, with how often. */
  readonly errors: Map<string, number>;
}

export function newMemory(): Memory {
  return {
    acknowledged: new Map(),
    unanswered: new Set(),
    retracted: new Set(),
    maybeRetracted: new Set(),
    looked: { answered: 0, acknowledged: 0 },
    errors: new Map(),
  };
}

const submitting =
  'mutation Fire($input: SubmitReportInput!) { submitReport(input: $input) { isNew report { number } entities { entity { id } } } }';
const retracting = 'mutation Fire($input: RetractReportInput!) { retractReport(input: $input) { report { number } } }';

interface Submitted {
  readonly submitReport: {
    readonly isNew: boolean;
    readonly report: { readonly number: string };
    readonly entities: readonly { readonly entity: { readonly id: string } | null }[];
  };
}

/** Milliseconds. */
const later = 250;

/** Sends one report and remembers what became of it; false where the service is gone. */
export async function submit(to: { address: string; memory: Memory }, nth: number, input: ReportInput): Promise<boolean> {
  const { address, memory } = to;
  if (!memory.acknowledged.has(nth)) memory.unanswered.add(nth);
  try {
    const { data, code, message } = await ask<Submitted>(address, { query: submitting, variables: { input } });
    if (data?.submitReport) {
      const { report, entities } = data.submitReport;
      memory.acknowledged.set(nth, { number: report.number, entityIds: entities.map(({ entity }) => entity?.id ?? '') });
      memory.unanswered.delete(nth);
    } else {
      countError(memory, `${code}: ${message}`);
      // Told to come back later, callers do.
      if (code === 'UNAVAILABLE') await wait(later);
    }
    return true;
  } catch {
    return false;
  }
}

/** Takes an acknowledged report back; false where the service is gone. */
export async function retract(to: { address: string; memory: Memory }, nth: number): Promise<boolean> {
  const { address, memory } = to;
  const { number } = memory.acknowledged.get(nth)!;
  memory.maybeRetracted.add(nth);
  try {
    const { data, code, message } = await ask(address, {
      query: retracting,
      variables: { input: { number, reason: 'entered under the wrong person' } },
    });
    if (data) memory.retracted.add(nth);
    else countError(memory, `${code}: ${message}`);
    return true;
  } catch {
    return false;
  }
}

/** Several callers, each doing the next thing as soon as the last one is answered, until the service is gone. */
export async function keepBusy(callers: number, act: () => Promise<boolean>): Promise<void> {
  await Promise.all(
    Array.from({ length: callers }, async () => {
      while (await act());
    }),
  );
}

function countError(memory: Memory, error: string): void {
  const text = error.replace(/\(request [^)]*\)/, '');
  memory.errors.set(text, (memory.errors.get(text) ?? 0) + 1);
}
