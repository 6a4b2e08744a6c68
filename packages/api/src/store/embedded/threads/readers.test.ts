import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { faultWord } from './testing/fault.ts';
import { alpha, openFaulty, phoneReport, type FaultyStores } from './testing/openFaulty.ts';

let stores: FaultyStores;
beforeEach(async () => {
  stores = await openFaulty();
});
afterEach(() => stores.remove());

const lookup = (word: string): Promise<unknown> => stores.graph.lookup(alpha, [word]);
const nothing = { entityIds: [], pointers: [], encounters: [] };

test('a reader that dies is replaced, and what it was asked is asked again', async () => {
  const before = stores.threads.started.length;
  expect(await lookup(faultWord('dieOnce', join(stores.folder, 'died')))).toEqual(nothing);
  expect(stores.threads.started).toHaveLength(before + 1);
});

test('a question that ends two readers is not asked a third time, and hurts no other', async () => {
  const others = Array.from({ length: 40 }, (_, nth) => lookup(`other ${nth}`));
  const deadly = lookup(faultWord('die'));
  const more = Array.from({ length: 40 }, (_, nth) => lookup(`more ${nth}`));
  await expect(deadly).rejects.toMatchObject({ code: 'UNAVAILABLE', message: expect.stringContaining('twice') as string });
  expect(new Set((await Promise.all([...others, ...more])).map((answer) => JSON.stringify(answer)))).toEqual(
    new Set([JSON.stringify(nothing)]),
  );
});

test('readers that are ended from outside, all of them, are replaced, and nothing that was asked is lost', async () => {
  const asked = Array.from({ length: 50 }, (_, nth) => lookup(`question ${nth}`));
  for (const thread of stores.threads.started) if (thread.waiting > 0) void thread.end();
  expect(await Promise.all(asked)).toHaveLength(50);
});

describe('with a short deadline', () => {
  const deadline = 1_000;
  beforeEach(async () => {
    await stores.remove();
    stores = await openFaulty({ deadline });
  });

  test.each([
    ['never leaves its own code', faultWord('spin')],
    ['asks SQLite again and again', faultWord('manySqlite')],
    ['does not come back from SQLite in time', faultWord('inSqlite', 30_000_000)],
  ])('a read that %s is given up after its time, and the next one is answered', async (_, word) => {
    const since = performance.now();
    await expect(lookup(word)).rejects.toMatchObject({
      code: 'UNAVAILABLE',
      message: expect.stringContaining('took too long') as string,
    });
    expect(performance.now() - since).toBeGreaterThanOrEqual(deadline);
    expect(await Promise.all(Array.from({ length: 20 }, (_each, nth) => lookup(`after ${nth}`)))).toHaveLength(20);
  });

  test('what waits behind a read that is given up is answered all the same', async () => {
    const asked = Array.from(
      { length: 2 },
      () => [lookup(faultWord('spin')), lookup('behind one'), lookup('behind two')] as const,
    );
    const spinning = Promise.allSettled(asked.map(([first]) => first));
    expect(await Promise.all(asked.flatMap(([, one, two]) => [one, two]))).toEqual([nothing, nothing, nothing, nothing]);
    expect((await spinning).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  });
});

test('long reads never keep short ones waiting while there are two readers', async () => {
  const long = Array.from({ length: 3 }, () =>
    stores.graph.commonNeighbours(alpha, { ids: [faultWord('inSqlite', 1_000_000)], minimum: 1, first: 10 }),
  );
  let areDone = false;
  const all = Promise.all(long).then(() => (areDone = true));
  await pause(5);
  for (let nth = 0; nth < 20; nth++) await lookup(`short ${nth}`);
  expect(areDone).toBe(false);
  await all;
});

test('what was written is there for every read that begins afterwards, of a new agency too', async () => {
  for (let nth = 0; nth < 60; nth++) {
    const [added] = await stores.graph.addReports([phoneReport(nth)]);
    const found = await Promise.all(
      [1, 2, 3].map(() => stores.graph.lookup(alpha, [`PHONE +1504555${String(nth).padStart(4, '0')}`])),
    );
    for (const { entityIds } of found) expect(entityIds).toEqual(added && 'entityIds' in added ? added.entityIds : null);
  }
});
