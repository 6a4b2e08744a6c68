import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { LinchpinError } from '../../../../model/errors.ts';
import { threadCode } from '../../../../threads/threadCode.ts';
import type { BlockPreparer, LineBlock, PreparedBlock } from './lineBlock.ts';
import type { ImportRights } from './prepareBlock.ts';

/** What a thread needs to prepare lines as the installation does. */
export interface ThreadData {
  /** Of the installation. */
  readonly secret: Uint8Array;
  readonly rights: ImportRights;
  readonly privilegedNumbers: readonly string[];
}

/** `block`: a prepared block as JSON. */
export type ThreadAnswer = { readonly block: string } | { readonly error: string };

/** What the threads run where reports are sent as they were prepared: see `answerBlocks`. */
export const prepareThread = join(import.meta.dirname, 'prepareThread.ts');

interface Job<R> {
  readonly block: LineBlock;
  readonly resolve: (block: PreparedBlock<R>) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Prepares blocks in threads of their own. Preparing costs several times what writing does: even on two cores two
 * threads prepare, while the one that writes waits for them part of the time.
 * @param script module of the threads, which says in what form they send a report
 */
export function prepareInThreads<R>(
  data: ThreadData,
  script: string,
  count = Math.max(2, availableParallelism() - 1),
): BlockPreparer<R> {
  const waiting: Job<R>[] = [];
  const threads = Array.from({ length: count }, () => new Thread<R>(data, script, waiting));
  return {
    depth: count * 2 + 1,
    prepare: (block) =>
      new Promise((resolve, reject) => {
        waiting.push({ block, resolve, reject });
        threads.find((thread) => thread.isIdle)?.next();
      }),
    async close() {
      await Promise.all(threads.map((thread) => thread.close()));
    },
  };
}

/** One thread; it takes the next block that waits whenever it is free. */
class Thread<R> {
  readonly #worker: Worker;
  readonly #waiting: Job<R>[];
  #job: Job<R> | null = null;
  #isGone = false;

  constructor(data: ThreadData, script: string, waiting: Job<R>[]) {
    this.#waiting = waiting;
    this.#worker = new Worker(threadCode(script), { eval: true, execArgv: [], workerData: data });
    this.#worker.on('message', (answer: ThreadAnswer) => {
      const job = this.#job;
      this.#job = null;
      if ('error' in answer) job?.reject(new LinchpinError('UNAVAILABLE', answer.error));
      else job?.resolve(JSON.parse(answer.block) as PreparedBlock<R>);
      this.next();
    });
    this.#worker.on('error', (error) => this.#fail(error));
    this.#worker.on('exit', () => this.#fail(new Error('A thread that prepares lines has ended')));
  }

  get isIdle(): boolean {
    return this.#job === null;
  }

  next(): void {
    if (this.#isGone || this.#job) return;
    this.#job = this.#waiting.shift() ?? null;
    const bytes = this.#job?.block.bytes;
    if (this.#job && bytes) this.#worker.postMessage(this.#job.block, [bytes.buffer]);
  }

  async close(): Promise<void> {
    this.#isGone = true;
    await this.#worker.terminate();
  }

  #fail(error: unknown): void {
    if (this.#isGone) return;
    this.#isGone = true;
    this.#job?.reject(error);
    for (const job of this.#waiting.splice(0)) job.reject(error);
  }
}
