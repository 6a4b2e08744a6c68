import type { Vocabulary } from '@linchpin/schema';
import { mentionsCardNumber } from '../../../../model/cardNumbers.ts';
import { LinchpinError, type FieldProblem } from '../../../../model/errors.ts';
import type { PreparedReport } from '../../../../model/prepared.ts';
import type { PublicIds } from '../../../../model/publicIds.ts';
import type { ReportInput } from '../../../../model/reportInput.ts';
import { drawNumber } from '../../drawNumber.ts';
import { hashBody } from '../../hashBody.ts';
import type { Dropped, PrivilegedNumbers } from '../../mapping/dropPrivileged.ts';
import { prepareReport } from '../../prepareReport.ts';
import { checkShape } from './checkShape.ts';
import type { LineBlock, PreparedBlock, RejectedLine } from './lineBlock.ts';

/** For whom lines may be taken in. */
export interface ImportRights {
  /** Groups of each agency there is; null where the server knows them. */
  readonly groupsOf: ReadonlyMap<string, readonly string[]> | null;
  /** The one agency that may be named; null: any of them. */
  readonly agency: string | null;
  /** Of lines that name none; null: the agency itself. */
  readonly audience: string | null;
}

export interface LineContext {
  readonly vocabulary: Vocabulary;
  readonly ids: PublicIds;
  readonly rights: ImportRights;
  readonly privileged: PrivilegedNumbers;
  now(): number;
}

/** Reads, checks and prepares the reports of some lines, each for itself. */
export function prepareBlock(block: LineBlock, context: LineContext): PreparedBlock<PreparedReport> {
  return readBlock(block, (text) => prepareLine(text, context));
}

/** The same without preparing: reports as a server takes them, which checks them itself. */
export function shapeBlock(block: LineBlock, context: Pick<LineContext, 'rights' | 'privileged'>): PreparedBlock<ReportInput> {
  return readBlock(block, (text) => {
    const shaped = shapeLine(text, context);
    if ('problems' in shaped) return shaped;
    const { input, dropped, agency } = shaped;
    return { report: dropped > 0 && input.records.length === 0 ? null : address(input, agency, context.rights), dropped };
  });
}

function readBlock<R>({ first, bytes }: LineBlock, take: (text: string) => Taken<R>): PreparedBlock<R> {
  const reports: R[] = [];
  const lineOf: number[] = [];
  const rejected: RejectedLine[] = [];
  const counts = { lines: 0, skipped: 0, dropped: 0 };
  for (const { line, text } of linesOf(bytes, first)) {
    counts.lines++;
    const taken = text === null ? refuse('This line is not UTF-8 text') : take(text);
    if ('problems' in taken) rejected.push({ line, problems: taken.problems, text: keepable(text) });
    else {
      counts.dropped += taken.dropped;
      if (taken.report === null) counts.skipped++;
      else {
        reports.push(taken.report);
        lineOf.push(line);
      }
    }
  }
  const { lines, skipped, dropped } = counts;
  return { lines, bytes: bytes.length, reports, lineOf, skipped, privilegedNumbersDropped: dropped, rejected };
}

interface Refused {
  readonly problems: readonly FieldProblem[];
}
type Taken<R> = { readonly report: R | null; readonly dropped: number } | Refused;

function prepareLine(text: string, context: LineContext): Taken<PreparedReport> {
  const shaped = shapeLine(text, context);
  if ('problems' in shaped) return shaped;
  const { input, dropped, agency, keptRecords, keptLinks } = shaped;
  if (dropped > 0 && input.records.length === 0) return { report: null, dropped };
  try {
    return { report: prepareReport(address(input, agency, context.rights), reporting(agency, context)), dropped };
  } catch (error) {
    if (!(error instanceof LinchpinError)) throw error;
    const fields = error.fields.length > 0 ? error.fields : [{ path: 'report', message: error.message, expected: '' }];
    return { problems: fields.map((field) => asGiven(field, { records: keptRecords, links: keptLinks })) };
  }
}

function shapeLine(
  text: string,
  { rights, privileged }: Pick<LineContext, 'rights' | 'privileged'>,
): (Dropped & { readonly agency: string }) | Refused {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    return refuse('This line is not JSON');
  }
  const shaped = checkShape(parsed);
  if ('problems' in shaped) return shaped;
  const agency = shaped.input.agency ?? rights.agency;
  const problem = checkAgency(agency, rights);
  return agency === null || problem ? { problems: [problem!] } : { ...privileged.dropFrom(shaped.input), agency };
}

function checkAgency(agency: string | null, rights: ImportRights): FieldProblem | null {
  const path = 'agency';
  if (agency === null) return { path, message: 'This line names no agency', expected: 'the agency that reports, or --agency' };
  if (rights.groupsOf && !rights.groupsOf.has(agency))
    return { path, message: 'There is no such agency', expected: 'an agency of the directory' };
  if (rights.agency !== null && agency !== rights.agency)
    return { path, message: 'This is another agency than --agency names', expected: rights.agency };
  return null;
}

/** Without a key of its own, a report is known again by what it says. */
function address(input: ReportInput, agency: string, rights: ImportRights): ReportInput {
  const addressed = { ...input, agency, audience: input.audience ?? rights.audience };
  return input.idempotencyKey == null ? { ...addressed, idempotencyKey: `line/${hashBody(addressed)}` } : addressed;
}

function reporting(agency: string, { vocabulary, ids, now, rights }: LineContext): Parameters<typeof prepareReport>[1] {
  return { vocabulary, ids, now: now(), agency, groups: rights.groupsOf?.get(agency) ?? [], drawNumber: () => drawNumber() };
}

/** Counted as in the line, where records were left out. */
function asGiven(
  problem: FieldProblem,
  kept: { readonly records: readonly number[] | null; readonly links: readonly number[] | null },
): FieldProblem {
  const path = problem.path.replace(/^(records|links)\[(\d+)\]/, (whole, list: 'records' | 'links', at: string) => {
    const given = kept[list]?.[Number(at)];
    return given === undefined ? whole : `${list}[${given}]`;
  });
  return { ...problem, path };
}

function refuse(message: string): Refused {
  return { problems: [{ path: 'report', message, expected: 'one report as a JSON object on one line, in UTF-8' }] };
}

function keepable(text: string | null): string | null {
  return text === null || mentionsCardNumber(text) ? null : text;
}

const decoder = new TextDecoder('utf-8', { fatal: true });

/** Lines that hold something; null for bytes that are no UTF-8. */
function* linesOf(bytes: Uint8Array, first: number): Generator<{ readonly line: number; readonly text: string | null }> {
  let from = 0;
  for (let line = first; from < bytes.length; line++) {
    const end = bytes.indexOf(10, from);
    const to = end < 0 ? bytes.length : end;
    const text = decode(bytes.subarray(from, to));
    if (text === null || text.trim() !== '') yield { line, text };
    from = to + 1;
  }
}

function decode(bytes: Uint8Array): string | null {
  try {
    return decoder.decode(bytes);
  } catch {
    return null;
  }
}
