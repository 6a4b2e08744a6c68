import type { Notice, WorkStore } from './store/ports/workStore.ts';

/** Milliseconds between two times of telling. */
const beat = 1_000;

/**
 * Notices are written on a clock of their own: an answer that meets a sealed record must not take longer than one that
 * meets nothing, or the time it takes would tell. Who reads notices, or closes the store, waits for what is on its way.
 */
export function delayNotices(work: WorkStore, onFault: (error: unknown) => void): WorkStore {
  let waiting: Notice[] = [];
  let writing: Promise<void> = Promise.resolve();
  const write = (): Promise<void> => {
    const notices = waiting;
    waiting = [];
    if (notices.length > 0) writing = writing.then(() => work.addNotices(notices)).catch(onFault);
    return writing;
  };
  const timer = setInterval(() => void write(), beat);
  timer.unref();
  return {
    ...work,
    addNotices(notices) {
      waiting.push(...notices);
      return Promise.resolve();
    },
    async notices(holder, limit) {
      await write();
      return work.notices(holder, limit);
    },
    async close() {
      clearInterval(timer);
      await write();
      await work.close();
    },
  };
}
