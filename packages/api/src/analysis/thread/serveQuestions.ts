import type { MessagePort } from 'node:worker_threads';
import type { Answers, Asked, Told } from './messages.ts';

/** Answers what the main thread asks, in the thread. */
export function serveQuestions(port: MessagePort, answers: Answers): void {
  const tell = (told: Told): void => port.postMessage(told);
  port.on('message', ({ id, name, asked }: Asked) => {
    const answer = answers[name] as ((...asked: readonly unknown[]) => Promise<unknown>) | undefined;
    if (!answer) return tell({ about: 'failure', id, error: new Error(`This thread cannot ${name}`) });
    answer(...asked).then(
      (value) => tell({ about: 'answer', id, answer: value }),
      (error: unknown) => tell({ about: 'failure', id, error: carry(error) }),
    );
  });
}

/** An error as it can travel: what a driver hangs on its own cannot always. */
export function carry(error: unknown): Error {
  if (!(error instanceof Error)) return new Error(typeof error);
  const carried = new Error(error.message);
  if (error.stack !== undefined) carried.stack = error.stack;
  return carried;
}
