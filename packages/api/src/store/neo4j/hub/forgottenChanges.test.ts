import { expect, test } from 'vitest';
import { ForgottenChanges, type Forget } from './forgottenChanges.ts';

/** A server that has so many changes to forget, which fails when there are none left to say. */
function fakeServer(...forgotten: readonly (number | 'fails')[]) {
  const asked: unknown[] = [];
  const answers = [...forgotten];
  const forget: Forget = async ({ ids }) => {
    asked.push(ids);
    const answer = answers.shift() ?? 0;
    if (answer === 'fails') throw new Error('away');
    return answer;
  };
  return { asked, forget };
}

test('a hub has its turn at the first write and then after a tenth of what is kept', async () => {
  const { asked, forget } = fakeServer();
  const forgotten = new ForgottenChanges(forget, 30);
  for (let write = 0; write < 7; write++) {
    forgotten.note(['a']);
    await forgotten.whenIdle();
  }
  expect(asked).toEqual([['a'], ['a'], ['a']]);
});

test('many are forgotten some at a time, until there are no more', async () => {
  const { asked, forget } = fakeServer(1_000, 1_000, 5);
  const forgotten = new ForgottenChanges(forget, 30);
  forgotten.note(['a', 'b']);
  await forgotten.whenIdle();
  expect(asked).toEqual(Array(3).fill(['a', 'b']));
});

test('a failure harms nobody, and it is tried again', async () => {
  const { asked, forget } = fakeServer('fails', 0);
  const forgotten = new ForgottenChanges(forget, 10);
  forgotten.note(['a']);
  await forgotten.whenIdle();
  forgotten.note(['a']);
  await forgotten.whenIdle();
  expect(asked).toEqual([['a'], ['a']]);
});
