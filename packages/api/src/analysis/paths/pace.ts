import { setImmediate as breathe } from 'node:timers/promises';

/** Milliseconds of work after which others get their turn. */
const mostAtOnce = 6;
/** Pieces of work between two looks at the clock. */
const pieces = 128;

/** Called after every small piece of a long work; awaited, it lets others have their turn when that is due. */
export function pacing(): () => Promise<void> | undefined {
  let done = 0;
  let since = performance.now();
  return () => {
    if (++done % pieces !== 0 || performance.now() - since < mostAtOnce) return undefined;
    return breathe().then(() => void (since = performance.now()));
  };
}
