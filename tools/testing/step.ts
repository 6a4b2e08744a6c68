import type { Tally } from './tally.ts';

/** One thing the test command does. */
export interface Step {
  /** By which it can be asked for alone: `pnpm test lint`. */
  readonly name: string;
  /** Runs to its end whatever happens, and shows what it finds as it goes. */
  run(): Promise<Tally>;
}

/** Runs all, a failed one no reason to stop; returns their tallies. */
export async function runSteps(steps: readonly Step[]): Promise<Tally[]> {
  const tallies: Tally[] = [];
  for (const step of steps) {
    console.log(`\n== ${step.name}`);
    const start = Date.now();
    const tally = await step.run();
    const seconds = ((Date.now() - start) / 1_000).toFixed(1);
    console.log(`${tally.failed > 0 ? 'FAILED' : 'ok'} ${step.name} (${seconds} s)`);
    tallies.push(tally);
  }
  return tallies;
}
