import { Thread } from './thread.ts';

/** Where threads come from and where they go. Tests lend the same ones again, since starting one takes its time. */
export interface Threads {
  take(): Thread;
  /** Of one that was closed. */
  giveBack(thread: Thread): Promise<void>;
}

export const newThreads: Threads = { take: () => new Thread(), giveBack: (thread) => thread.end() };
