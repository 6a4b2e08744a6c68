import { Thread } from '../thread.ts';
import type { Threads } from '../threads.ts';

/** Threads that are used again by the next store: a test of many stores would start many hundred of them. */
export function keptThreads(): Threads & { end(): Promise<void> } {
  const kept: Thread[] = [];
  return {
    take: () => kept.pop() ?? new Thread(),
    async giveBack(thread) {
      if (!thread.isLost) kept.push(thread);
    },
    async end() {
      await Promise.all(kept.map((thread) => thread.end()));
    },
  };
}
