import type { Point } from '../chart.ts';
import { answerLayout } from './answerLayout.ts';
import type { LayoutQuestion } from './layoutQuestion.ts';

/** Computes places, in a worker where there is one. An aborted run rejects with the signal's reason. */
export type LayoutRunner = (question: LayoutQuestion, signal?: AbortSignal) => Promise<ReadonlyMap<string, Point>>;

interface Answer {
  readonly id: number;
  readonly places: ReadonlyMap<string, Point>;
}

export const runLayoutHere: LayoutRunner = async (question, signal) => {
  signal?.throwIfAborted();
  return answerLayout(question);
};

/** One worker for life, started with the first question. Where none can be started the page computes itself. */
export function makeLayoutRunner(startWorker: () => Worker): LayoutRunner {
  const waiting = new Map<number, { resolve(places: ReadonlyMap<string, Point>): void; reject(reason: unknown): void }>();
  let worker: Worker | null = null;
  let lastId = 0;

  const start = (): Worker => {
    const started = startWorker();
    started.addEventListener('message', ({ data }: MessageEvent<Answer>) => {
      waiting.get(data.id)?.resolve(data.places);
      waiting.delete(data.id);
    });
    started.addEventListener('error', (event) => {
      event.preventDefault();
      for (const one of waiting.values()) one.reject(new Error('The layout could not be computed'));
      waiting.clear();
      worker = null;
    });
    return started;
  };

  return (question, signal) => {
    try {
      worker ??= start();
    } catch {
      return runLayoutHere(question, signal);
    }
    const id = (lastId += 1);
    const posted = worker;
    return new Promise((resolve, reject) => {
      if (signal?.aborted) return reject(signal.reason);
      signal?.addEventListener('abort', () => waiting.delete(id) && reject(signal.reason), { once: true });
      waiting.set(id, { resolve, reject });
      posted.postMessage({ id, question });
    });
  };
}

export const runLayout = makeLayoutRunner(() => new Worker(new URL('./layout.worker.ts', import.meta.url), { type: 'module' }));
