import { parseArgs } from 'node:util';
import { chooseTrials, runRounds, type Trial } from './rounds.ts';

/**
 * `--rounds N --seed S [names of trials]` of a script, then `end`; ends the process with 1 where a round failed. With
 * `--minutes N` no round begins later.
 */
export async function runScript(trials: readonly Trial[], rounds: number, end?: () => Promise<void>): Promise<never> {
  const { values, positionals } = parseArgs({
    options: {
      rounds: { type: 'string', default: String(rounds) },
      seed: { type: 'string', default: '1' },
      minutes: { type: 'string' },
    },
    allowPositionals: true,
  });
  const failed = await runRounds(chooseTrials(trials, positionals), {
    rounds: Number(values.rounds),
    seed: Number(values.seed),
    until: values.minutes === undefined ? Infinity : Date.now() + Number(values.minutes) * 60_000,
    say: (line) => process.stdout.write(`${line}\n`),
  });
  await end?.();
  process.exit(failed === 0 ? 0 : 1);
}
