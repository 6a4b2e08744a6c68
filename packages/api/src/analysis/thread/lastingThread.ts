import { setTimeout as pause } from 'node:timers/promises';
import type { Worker } from 'node:worker_threads';
import type { Asked, QuestionName, Questions, Told } from './messages.ts';

/** A thread that was started, and how it is ended whatever it does. */
export interface StartedThread {
  readonly worker: Worker;
  end(): Promise<void>;
}

export interface LastingThreadOptions {
  start(): Promise<StartedThread>;
  onTold(told: Told): void;
  /** It ended by itself; the next one is being started. */
  onLost(error: unknown): void;
}

const firstPause = 100;
const longestPause = 30_000;
/** A thread that lived so long, in milliseconds, is followed at once. */
const longLife = 60_000;
/** Milliseconds in which a closing thread may let go of its files. */
const closing = 2_000;

/** One task and whatever thread has it: one that ends, or says nothing for too long, is replaced. */
export class LastingThread {
  readonly #with: LastingThreadOptions;
  readonly #asked = new Map<number, (answer: unknown) => void>();
  #thread: StartedThread | null = null;
  #lastId = 0;
  #heardAt = 0;
  #pause = firstPause;
  #isClosed = false;
  #starting: Promise<void> | null = null;

  constructor(options: LastingThreadOptions) {
    this.#with = options;
  }

  /** Starts the thread if there is none. */
  async start(): Promise<void> {
    if (this.#thread || this.#isClosed) return;
    this.#starting ??= this.#begin().finally(() => (this.#starting = null));
    await this.#starting;
  }

  /** Null: the thread was lost, failed, or did not answer within so many milliseconds. */
  ask<N extends QuestionName>(name: N, asked: Questions[N]['asked'], patience: number): Promise<Questions[N]['answer'] | null> {
    const thread = this.#thread;
    if (!thread) return Promise.resolve(null);
    const id = ++this.#lastId;
    const askedAt = performance.now();
    return new Promise((resolve) => {
      const late = setTimeout(() => {
        this.#settle(id, null);
        // One that answers others is busy; one that answers nobody hangs.
        if (this.#heardAt < askedAt && this.#thread === thread) void thread.end();
      }, patience);
      this.#asked.set(id, (answer) => {
        clearTimeout(late);
        resolve(answer as Questions[N]['answer'] | null);
      });
      thread.worker.postMessage({ id, name, asked } satisfies Asked);
    });
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    // What could not start has nothing to close; whoever started it hears of it.
    await this.#starting?.catch(() => undefined);
    const thread = this.#thread;
    if (!thread) return;
    await this.ask('close', [], closing);
    this.#thread = null;
    await thread.end();
  }

  async #begin(): Promise<void> {
    const thread = await this.#with.start();
    const begunAt = performance.now();
    this.#thread = thread;
    let failure: unknown = null;
    thread.worker.unref();
    thread.worker.on('error', (error) => (failure = error));
    thread.worker.on('message', (told: Told) => {
      this.#heardAt = performance.now();
      if (told.about === 'answer') return this.#settle(told.id, told.answer);
      if (told.about === 'failure') this.#settle(told.id, null);
      return this.#with.onTold(told);
    });
    thread.worker.on('exit', () => {
      if (this.#thread === thread) this.#thread = null;
      for (const id of this.#asked.keys()) this.#settle(id, null);
      if (this.#isClosed) return;
      this.#with.onLost(failure);
      if (performance.now() - begunAt > longLife) this.#pause = firstPause;
      void this.#follow();
    });
  }

  async #follow(): Promise<void> {
    while (!this.#isClosed) {
      await pause(this.#pause, undefined, { ref: false });
      this.#pause = Math.min(this.#pause * 2, longestPause);
      try {
        return await this.start();
      } catch (error) {
        // Nobody waits for this: unheard it would end the process.
        this.#with.onLost(error);
      }
    }
  }

  #settle(id: number, answer: unknown): void {
    const settle = this.#asked.get(id);
    this.#asked.delete(id);
    settle?.(answer);
  }
}
