import { DistinctTally } from '../distinctTally.ts';
import type { TakenReport } from '../importFiles.ts';
import type { ImportBalance } from '../importRun.ts';
import type { Rejection } from '../rejection.ts';
import type { BlockPreparer, PreparedBlock, RejectedLine } from './lineBlock.ts';
import { readBlocks } from './readBlocks.ts';

export interface LineImport<R> {
  readonly files: readonly { readonly path: string; readonly name: string }[];
  readonly preparer: BlockPreparer<R>;
  /** Stores reports; one outcome for each, in order. Called again before it has answered, `batchesAhead` times at most. */
  take(reports: readonly R[]): Promise<readonly TakenReport[]>;
  /** A line that was refused, for whoever keeps them. Resolves when it is kept. */
  onReject(file: string, line: RejectedLine): Promise<void>;
  onProgress(done: { readonly bytes: number; readonly reports: number }): void;
}

const rejectionsKept = 1_000;
/** Batches handed over and not yet stored: the next one is there when the store is ready for it. */
const batchesAhead = 2;

/**
 * Imports files of reports, one a line. Lines are read here, prepared by the preparer, stored in the order of the file.
 * Run again it adds nothing, and goes on where it stopped: every report has a key, or is known by what it says.
 * Memory stays flat: so many blocks are on their way, and no more are read until one is stored.
 * @throws LinchpinError INVALID for a file that cannot be read
 */
export async function importLines<R>(options: LineImport<R>): Promise<ImportBalance> {
  const run = new LineRun(options);
  const preparing: { readonly name: string; readonly block: Promise<PreparedBlock<R>> }[] = [];
  const next = async (): Promise<void> => {
    const { name, block } = preparing.shift()!;
    await run.handOver(name, await block);
  };
  try {
    for (const { path, name } of options.files)
      for await (const block of readBlocks(path, name)) {
        if (preparing.length >= options.preparer.depth) await next();
        const prepared = options.preparer.prepare(block);
        // Whoever waits for it hears of its failure; until then nobody does.
        prepared.catch(() => {});
        preparing.push({ name, block: prepared });
      }
    while (preparing.length > 0) await next();
  } finally {
    await run.settle();
  }
  return run.balance();
}

class LineRun<R> {
  readonly #options: LineImport<R>;
  readonly #storing: Promise<void>[] = [];
  readonly #entities = new DistinctTally();
  readonly #rejections: Rejection[] = [];
  readonly #rows = { read: 0, imported: 0, skipped: 0, rejected: 0 };
  readonly #added = { reports: 0, records: 0, links: 0 };
  #dropped = 0;
  #bytes = 0;
  #done = 0;

  constructor(options: LineImport<R>) {
    this.#options = options;
  }

  async handOver(file: string, block: PreparedBlock<R>): Promise<void> {
    this.#rows.read += block.lines;
    this.#rows.skipped += block.skipped;
    this.#dropped += block.privilegedNumbersDropped;
    for (const line of block.rejected) await this.#reject(file, line);
    if (this.#storing.length >= batchesAhead) await this.#storing.shift();
    const storing = this.#store(file, block);
    storing.catch(() => {});
    this.#storing.push(storing);
  }

  /** Waits for what was handed over; the first failure is the import's. */
  async settle(): Promise<void> {
    const settled = await Promise.allSettled(this.#storing);
    this.#storing.length = 0;
    for (const outcome of settled) if (outcome.status === 'rejected') throw outcome.reason;
  }

  balance(): ImportBalance {
    return {
      rows: this.#rows,
      ...this.#added,
      entitiesByKind: this.#entities.byKind(),
      privilegedNumbersDropped: this.#dropped,
      rejections: this.#rejections,
      areRejectionsCut: this.#rows.rejected > this.#rejections.length && this.#rejections.length >= rejectionsKept,
    };
  }

  async #store(file: string, block: PreparedBlock<R>): Promise<void> {
    const outcomes = block.reports.length > 0 ? await this.#options.take(block.reports) : [];
    for (const [at, outcome] of outcomes.entries()) {
      if (outcome.kind === 'refused') {
        const { message, expected, fields } = outcome;
        const problems = fields.length > 0 ? fields : [{ path: 'report', message, expected }];
        await this.#reject(file, { line: block.lineOf[at]!, problems, text: null });
        continue;
      }
      for (const { id, kind } of outcome.entities) this.#entities.add(id, kind);
      if (outcome.kind === 'known') this.#rows.skipped++;
      else {
        this.#rows.imported++;
        this.#added.reports++;
        this.#added.records += outcome.records;
        this.#added.links += outcome.links;
      }
    }
    this.#bytes += block.bytes;
    this.#done += block.reports.length;
    this.#options.onProgress({ bytes: this.#bytes, reports: this.#done });
  }

  async #reject(file: string, rejected: RejectedLine): Promise<void> {
    this.#rows.rejected++;
    for (const { path, message, expected } of rejected.problems)
      if (this.#rejections.length < rejectionsKept)
        this.#rejections.push({ file, row: rejected.line, column: path, value: null, message, expected });
    await this.#options.onReject(file, rejected);
  }
}
