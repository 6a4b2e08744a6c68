import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { LinchpinError } from '../../../../model/errors.ts';
import { threadCode } from '../../../../threads/threadCode.ts';
import type { BlockPreparer, LineBlock, PreparedBlock } from './lineBlock.ts';
import type { PreparedReport } from '../../../../model/prepared.ts';
import type { ImportRights } from './prepareBlock.ts';

/** What a thread needs to prepare lines as the installation does. */
export interface ThreadData {
  /** Of the installation. */
  readonly secret: Uint8Array;
  readonly rights: ImportRights;
  readonly privilegedNumbers: readonly string[];
}

export type ThreadAnswer = { readonly block: PreparedBlock<PreparedReport> } | { readonly error: string };

const prepareThread = join(import.meta.dirname, 'prepareThread.ts');

interface Job {
  readonly block: LineBlock;
  readonly resolve: (block: PreparedBlock<PreparedReport>) => void;
  readonly reject: (error: unknown) => void;
}

/** Prepares blocks in threads of their own, so many at once as there are cores beside the one that writes. */
export function prepareInThreads(
  data: ThreadData,
  count = Math.max(1, availableParallelism() - 1),
): BlockPreparer<PreparedReport> {
  const waiting: Job[] = [];
  const threads = Array.from({ length: count }, () => new Thread(data, waiting));
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
class Thread {
  readonly #worker: Worker;
  readonly #waiting: Job[];
  #job: Job | null = null;
  #isGone = false;

  constructor(data: ThreadData, waiting: Job[]) {
    this.#waiting = waiting;
    this.#worker = new Worker(threadCode(prepareThread), { eval: true, execArgv: [], workerData: data });
    this.#worker.on('message', (answer: ThreadAnswer) => {
      const job = this.#job;
      this.#job = null;
      if ('error' in answer) job?.reject(new LinchpinError('UNAVAILABLE', answer.error));
      else job?.resolve(answer.block);
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
