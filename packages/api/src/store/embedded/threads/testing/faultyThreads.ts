import { join } from 'node:path';
import { Thread } from '../thread.ts';
import { threadCode } from '../../../../threads/threadCode.ts';
import type { Threads } from '../threads.ts';

export interface FaultyThreads extends Threads {
  /** All that were started, the newest last. */
  readonly started: readonly Thread[];
}

/** Threads that suffer as their questions say. */
export function faultyThreads(): FaultyThreads {
  const started: Thread[] = [];
  return {
    started,
    take() {
      const thread = new Thread(threadCode(join(import.meta.dirname, 'faultyThread.ts')));
      started.push(thread);
      return thread;
    },
    giveBack: (thread) => thread.end(),
  };
}
