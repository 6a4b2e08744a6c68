import type { Page } from 'playwright-core';

/** Milliseconds between frames while something is done. */
export interface Frames {
  readonly p50: number;
  readonly p95: number;
  readonly longest: number;
  readonly count: number;
}

// As text: the page knows nothing of what a compiler adds to functions.
const begin = `{
  const times = (window.frameTimes = []);
  const note = () => { if (window.frameTimes !== times) return; times.push(performance.now()); requestAnimationFrame(note); };
  note();
}`;
const end = `{ const times = window.frameTimes; window.frameTimes = null; times }`;

/** Notes the time of every frame of the page while `act` runs. */
export async function watchFrames(page: Page, act: () => Promise<void>): Promise<Frames> {
  await page.evaluate(begin);
  await act();
  const times = await page.evaluate<number[]>(end);
  const gaps = times
    .slice(1)
    .map((time, index) => time - times[index]!)
    .sort((a, b) => a - b);
  const at = (share: number): number => gaps[Math.min(gaps.length - 1, Math.floor(gaps.length * share))] ?? 0;
  return { p50: at(0.5), p95: at(0.95), longest: gaps.at(-1) ?? 0, count: gaps.length };
}

/** Drags from a place round about and back, as a hand does: many small moves. */
export async function dragAround(page: Page, from: { x: number; y: number }, seconds: number): Promise<void> {
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  const end = Date.now() + seconds * 1_000;
  for (let step = 0; Date.now() < end; step++) {
    await page.mouse.move(from.x + Math.sin(step / 12) * 220, from.y + Math.cos(step / 17) * 160);
    await page.waitForTimeout(8);
  }
  await page.mouse.up();
}

// As an expression: the page's policy keeps waitForFunction from asking more than once.
const rest = `new Promise((resolve, reject) => {
  const begun = performance.now();
  let last = begun;
  let calm = 0;
  const look = () => {
    const now = performance.now();
    calm = now - last < 100 ? calm + 1 : 0;
    last = now;
    if (calm >= 30) resolve();
    else if (now - begun > 120_000) reject(new Error('The page does not come to rest'));
    else requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
})`;

/** Waits until the page has nothing left to do: thirty frames in a row come in time. @throws Error when it never does */
export async function comeToRest(page: Page): Promise<void> {
  await page.evaluate(rest);
}
