import { setTimeout as pause } from 'node:timers/promises';
import type { RoleOptions } from './roles/openRole.ts';
import type { Loss, Thread } from './thread.ts';
import type { Threads } from './threads.ts';

/** Milliseconds before a thread that could not open its files is followed by another; doubled each time. */
const firstPause = 100;
const longestPause = 5_000;

export interface LastingOptions {
  readonly threads: Threads;
  readonly role: RoleOptions;
  /** A thread is there: the first or the next. */
  readonly onReady?: () => void;
}

/** One role and whatever thread has it: when one dies, the next one takes over. */
export class LastingThread {
  /** When the first thread has opened. Rejects with what opening throws; then there is no other. */
  readonly opened: Promise<void>;
  readonly #with: LastingOptions;
  #thread: Thread;
  #isOpen = false;
  #isClosed = false;
  #whenOpen: (() => void)[] = [];

  constructor(options: LastingOptions) {
    this.#with = options;
    this.#thread = options.threads.take();
    this.opened = this.#begin();
    this.opened.catch(() => undefined);
  }

  /** Of which only an open one should be asked. */
  get thread(): Thread {
    return this.#thread;
  }

  get isReady(): boolean {
    return this.#isOpen && !this.#thread.isLost;
  }

  /** When there is a thread to ask; false when there was none for so many milliseconds, or will be none. */
  async ready(patience: number): Promise<boolean> {
    if (this.isReady || this.#isClosed) return this.isReady;
    const opened = new Promise<void>((resolve) => this.#whenOpen.push(resolve));
    await Promise.race([opened, pause(patience, undefined, { ref: false })]);
    return this.isReady;
  }

  /** Ends the thread, whatever it does; the next one takes over at once. */
  end(loss: Loss): void {
    this.#isOpen = false;
    void this.#thread.end(loss);
  }

  /** Lets it finish what it was asked. Waits for nothing that was given up. */
  async close(): Promise<void> {
    this.#isClosed = true;
    this.#wake();
    const thread = this.#thread;
    if (thread.isLost) return;
    try {
      await thread.close();
    } finally {
      await this.#with.threads.giveBack(thread);
    }
  }

  async #begin(): Promise<void> {
    await this.#thread.open(this.#with.role);
    void this.#goOn();
  }

  async #goOn(): Promise<void> {
    for (;;) {
      const lost = this.#thread.lost;
      this.#isOpen = true;
      this.#wake();
      this.#with.onReady?.();
      await lost;
      this.#isOpen = false;
      for (let ms = firstPause; !(await this.#follow()); ms = Math.min(ms * 2, longestPause)) {
        if (this.#isClosed) return;
        await pause(ms, undefined, { ref: false });
      }
    }
  }

  /** Whether the next thread has opened. */
  async #follow(): Promise<boolean> {
    if (this.#isClosed) return false;
    const thread = this.#with.threads.take();
    this.#thread = thread;
    try {
      await thread.open(this.#with.role);
    } catch {
      await thread.end('died');
      return false;
    }
    return true;
  }

  #wake(): void {
    for (const wake of this.#whenOpen.splice(0)) wake();
  }
}
