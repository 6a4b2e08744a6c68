import { expect, test } from 'vitest';
import { WriteQueue } from './writeQueue.ts';

function recording(fails: (jobs: readonly number[]) => boolean = () => false, why = 'refused') {
  const batches: (readonly number[])[] = [];
  const queue = new WriteQueue<number, number>({
    write: async (jobs) => {
      batches.push(jobs);
      await Promise.resolve();
      if (fails(jobs)) throw new Error(why);
      return jobs.map((job) => job * 10);
    },
    sizeOf: () => 1,
    largest: 3,
    endsAll: (error) => error instanceof Error && error.message === 'away',
  });
  return { queue, batches };
}

test('what waits is written together, in order, up to the largest batch', async () => {
  const { queue, batches } = recording();
  expect(await Promise.all([1, 2, 3, 4, 5].map((job) => queue.add(job)))).toEqual([10, 20, 30, 40, 50]);
  expect(batches).toEqual([
    [1, 2, 3],
    [4, 5],
  ]);
});

test('a job that fails is refused alone', async () => {
  const { queue } = recording((jobs) => jobs.includes(3));
  const results = await Promise.allSettled([1, 2, 3, 4].map((job) => queue.add(job)));
  expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'rejected', 'fulfilled']);
});

test('an outage is told to all of a batch, which is not tried job by job', async () => {
  const { queue, batches } = recording(() => true, 'away');
  const results = await Promise.allSettled([1, 2, 3].map((job) => queue.add(job)));
  expect(results.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected']);
  expect(batches).toEqual([[1, 2, 3]]);
});

test('idle means that everything handed over is written', async () => {
  const { queue, batches } = recording();
  void queue.add(1);
  await queue.whenIdle();
  expect(batches).toEqual([[1]]);
});
