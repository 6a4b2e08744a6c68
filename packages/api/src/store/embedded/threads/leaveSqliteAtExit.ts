import type { StopSwitch } from '../stopSwitch.ts';

/** Milliseconds that an ending process waits for its threads. */
const patience = 2_000;
const step = 2;

/**
 * Threads that are alive. A process that ends cuts them off, and one that is inside SQLite then takes the exit status
 * with it: they are told to stop first, and waited for.
 */
export const leaveSqliteAtExit = new Set<StopSwitch>();

const clock = new Int32Array(new SharedArrayBuffer(4));

process.on('exit', () => {
  for (const stop of leaveSqliteAtExit) stop.tell();
  const until = performance.now() + patience;
  while ([...leaveSqliteAtExit].some((stop) => stop.isInside) && performance.now() < until) Atomics.wait(clock, 0, 0, step);
});
