import { LinchpinError } from '../../../model/errors.ts';
import { LastingThread, type LastingOptions } from './lastingThread.ts';
import { ThreadLost } from './thread.ts';

/** Milliseconds that a call waits for a thread to be there again. */
const patience = 30_000;

/**
 * One thread that changes things: calls in their order, and none of them twice. Where a thread died with a call, nobody
 * knows whether it was done.
 */
export class ThreadedWrites {
  readonly #lasting: LastingThread;
  readonly #unknown: string;
  #isClosing = false;
  #coming = 0;

  /** @param unknown the sentence for a call whose outcome is not known */
  constructor(options: LastingOptions, unknown: string) {
    this.#lasting = new LastingThread(options);
    this.#unknown = unknown;
  }

  get opened(): Promise<void> {
    return this.#lasting.opened;
  }

  /** @throws LinchpinError UNAVAILABLE when there is no thread, or it died; or what the call throws */
  async call<T>(name: string, ...asked: readonly unknown[]): Promise<T> {
    if (this.#isClosing) throw new LinchpinError('UNAVAILABLE', 'The store is being closed.');
    // Those that wait for a thread go first, in their order.
    if (this.#coming > 0 || !this.#lasting.isReady) {
      this.#coming++;
      const isReady = await this.#lasting.ready(patience).finally(() => this.#coming--);
      if (!isReady) throw new LinchpinError('UNAVAILABLE', 'The store cannot write at the moment. Nothing was written.');
    }
    try {
      return await this.#lasting.thread.call<T>(name, asked);
    } catch (error) {
      if (error instanceof ThreadLost) throw new LinchpinError('UNAVAILABLE', this.#unknown, [], { cause: error });
      throw error;
    }
  }

  close(): Promise<void> {
    this.#isClosing = true;
    return this.#lasting.close();
  }
}
