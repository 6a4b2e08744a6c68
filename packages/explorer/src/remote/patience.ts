import { createStore } from 'zustand/vanilla';
import { RemoteError } from './remoteError.ts';

/** What waits because the service is busy, for a message: how many questions, and when the next is asked again. */
export interface Patience {
  readonly waiting: number;
  /** Seconds that the service asked for, of the last question that began to wait. */
  readonly seconds: number;
}

export const patience = createStore<Patience>(() => ({ waiting: 0, seconds: 0 }));

const attempts = 4;

/**
 * Asks, and asks again by itself as often as the service says that it is busy and when to come back, a few times.
 * @throws what asking throws; an abort ends the waiting.
 */
export async function askPatiently<T>(ask: () => Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  for (let attempt = 1; ; attempt++)
    try {
      return await ask();
    } catch (error) {
      const seconds = error instanceof RemoteError ? error.retryAfter : null;
      if (seconds === null || attempt === attempts) throw error;
      await waitFor(seconds, signal);
    }
}

async function waitFor(seconds: number, signal: AbortSignal | undefined): Promise<void> {
  patience.setState(({ waiting }) => ({ waiting: waiting + 1, seconds }));
  try {
    // Some come a little later than others: those that were refused together would else be refused together again.
    await pause(seconds * 1_000 * (1 + Math.random() / 4), signal);
  } finally {
    patience.setState(({ waiting }) => ({ waiting: waiting - 1 }));
  }
}

function pause(milliseconds: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    signal?.throwIfAborted();
    const stop = (): void => {
      clearTimeout(timer);
      reject(signal?.reason as Error);
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', stop);
      resolve();
    }, milliseconds);
    signal?.addEventListener('abort', stop, { once: true });
  });
}
