import { setTimeout as pause } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { Pulse } from './pulse.ts';

const times = { quiet: 20, answer: 100, believed: 60_000 };
const never = new Promise<never>(() => {});
const silence = (of: string) => ({ name: 'Silence', of });

test('work that ends is not looked after', async () => {
  let asked = 0;
  const pulse = new Pulse(async () => asked++, times);
  expect(await pulse.during(Promise.resolve('done'), null)).toBe('done');
  await expect(pulse.during(Promise.reject(new Error('refused')), null)).rejects.toThrow('refused');
  expect(asked).toBe(0);
});

test('work may take long while the server answers', async () => {
  let asked = 0;
  const pulse = new Pulse(async () => asked++, times);
  expect(await pulse.during(pause(300, 'done'), null)).toBe('done');
  expect(asked).toBeGreaterThan(1);
});

test('work ends when the server does not answer, whoever waits together, and one of them asks', async () => {
  let asked = 0;
  const pulse = new Pulse(() => (asked++, never), times);
  const waiting = [pulse.during(never, null), pulse.during(never, null), pulse.during(never, 60_000)];
  for (const one of waiting) await expect(one).rejects.toMatchObject(silence('the server'));
  expect(asked).toBe(1);
});

test('a server found away is believed to be for a while, then asked again before anything is sent to it', async () => {
  let isAway = true;
  const pulse = new Pulse(() => (isAway ? Promise.reject(new Error('refused')) : Promise.resolve()), { ...times, believed: 200 });
  await pulse.begin();
  await expect(pulse.during(never, null)).rejects.toMatchObject(silence('the server'));
  isAway = false;
  await expect(pulse.begin()).rejects.toMatchObject(silence('the server'));
  await pause(250);
  await pulse.begin();
  await pulse.begin();
});

test('who begins while the server is already being asked is told with the others, and a late answer does not bring it back', async () => {
  const pulse = new Pulse(() => never, { quiet: 100, answer: 150, believed: 60_000 });
  const begun = performance.now();
  const late = pulse.during(pause(250, 'late'), null);
  expect(await late).toBe('late');
  await expect(pulse.during(never, null)).rejects.toMatchObject(silence('the server'));
  expect(performance.now() - begun).toBeLessThan(445);
  await expect(pulse.begin()).rejects.toMatchObject(silence('the server'));
});

test('work on a server that lives ends when its time is over', async () => {
  const pulse = new Pulse(() => Promise.resolve(), times);
  await expect(pulse.during(never, 150)).rejects.toMatchObject(silence('the work'));
});
