import type { FieldProblem } from '../../../../model/errors.ts';

/** Some lines of a file as they stand there. */
export interface LineBlock {
  /** Number of the first line, from 1. */
  readonly first: number;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

export interface RejectedLine {
  readonly line: number;
  readonly problems: readonly FieldProblem[];
  /** The line as it stood; null where it may not be kept (it holds a card number) or is no text. */
  readonly text: string | null;
}

/** What became of a block: reports ready to be handed over, and lines that were refused. Plain data, sent between threads. */
export interface PreparedBlock<R> {
  /** Lines that hold something. */
  readonly lines: number;
  readonly bytes: number;
  readonly reports: readonly R[];
  /** Line of each report. */
  readonly lineOf: readonly number[];
  /** Lines that say nothing without the privileged numbers in them. */
  readonly skipped: number;
  readonly privilegedNumbersDropped: number;
  readonly rejected: readonly RejectedLine[];
}

/** Prepares blocks, perhaps elsewhere and several at once; answers each by itself. */
export interface BlockPreparer<R> {
  /** Blocks that may be on their way at once. */
  readonly depth: number;
  prepare(block: LineBlock): Promise<PreparedBlock<R>>;
  close(): Promise<void>;
}
