import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { killAll } from './processes/serverProcess.ts';
import { seeded, type Seeded } from '../src/seeded.ts';

/** One try of one thing that must hold. */
export interface Round {
  readonly nth: number;
  readonly random: Seeded;
  /** Empty, of this round alone; kept where the round fails, so that it can be looked into. */
  readonly folder: string;
}

/** Does one round; gives in one line what happened. Whatever it throws is a failure. */
export interface Trial {
  readonly name: string;
  run(round: Round): Promise<string>;
}

/** Runs trials in turn, each round from a seed of its own, and ends with `N rounds, N failed`. Gives how many failed. */
export async function runRounds(
  trials: readonly Trial[],
  {
    rounds,
    seed,
    say,
    until = Infinity,
  }: {
    readonly rounds: number;
    readonly seed: number;
    readonly say: (line: string) => void;
    /** Of `Date.now()`: no round begins later. */
    readonly until?: number;
  },
): Promise<number> {
  let failed = 0;
  let nth = 0;
  for (; nth < rounds && Date.now() < until; nth++) {
    const trial = trials[nth % trials.length]!;
    const folder = mkdtempSync(join(tmpdir(), 'linchpin-fire-'));
    const begun = Date.now();
    try {
      const line = await trial.run({ nth, folder, random: seeded(seed * 1_000_003 + nth) });
      say(`${nth + 1} ${trial.name}: ${line} (${((Date.now() - begun) / 1_000).toFixed(1)} s)`);
      rmSync(folder, { recursive: true, force: true });
    } catch (error) {
      failed++;
      const reason = error instanceof Error ? error.stack : String(error);
      say(`${nth + 1} ${trial.name}: FAILED with --seed ${seed}, kept ${folder}\n${reason}`);
    } finally {
      await killAll();
    }
  }
  say(`${nth} rounds, ${failed} failed`);
  return failed;
}

/** Trials by name; all of them where none is named. @throws Error naming those there are */
export function chooseTrials(trials: readonly Trial[], names: readonly string[]): readonly Trial[] {
  if (names.length === 0) return trials;
  const chosen = trials.filter(({ name }) => names.includes(name));
  if (chosen.length > 0) return chosen;
  throw new Error(`There is no ${names.join(' or ')}, but ${trials.map(({ name }) => name).join(', ')}`);
}

export function must(holds: boolean, otherwise: string): asserts holds {
  if (!holds) throw new Error(otherwise);
}
