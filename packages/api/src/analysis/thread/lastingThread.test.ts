import { Worker } from 'node:worker_threads';
import { afterEach, expect, test } from 'vitest';
import { LastingThread, type StartedThread } from './lastingThread.ts';

/** Ends at the first question. */
const mortal = `require('node:worker_threads').parentPort.once('message', () => process.exit(1));`;
const answering = `const { parentPort } = require('node:worker_threads');
parentPort.on('message', ({ id }) => parentPort.postMessage({ about: 'answer', id, answer: 'here' }));`;

function startedThread(code: string): StartedThread {
  const worker = new Worker(code, { eval: true });
  return { worker, end: async () => void (await worker.terminate()) };
}

let thread: LastingThread | undefined;
afterEach(() => thread?.close());

test('a thread that is lost is followed, also when the next one cannot be started at first', async () => {
  const starts: (() => StartedThread)[] = [
    () => startedThread(mortal),
    () => {
      throw new Error('no room for a thread');
    },
    () => startedThread(answering),
  ];
  const lost: unknown[] = [];
  const own = new LastingThread({
    start: async () => starts.shift()!(),
    onTold: () => {},
    onLost: (error) => lost.push(error),
  });
  thread = own;
  await own.start();
  expect(await own.ask('close', [], 10_000)).toBeNull();
  await expect.poll(() => own.ask('close', [], 10_000), { timeout: 20_000 }).toBe('here');
  expect(lost).toEqual([null, new Error('no room for a thread')]);
});

test('one that cannot be started says so to who starts it, and can be closed', async () => {
  const own = new LastingThread({
    start: () => Promise.reject(new Error('no room for a thread')),
    onTold: () => {},
    onLost: () => {},
  });
  const started = own.start();
  const closed = own.close();
  await expect(started).rejects.toThrow('no room for a thread');
  await closed;
});
