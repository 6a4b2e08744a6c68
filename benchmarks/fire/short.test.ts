import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { clockTrials } from './clock/clockTrials.ts';
import { connectionTrials } from './connections/connectionTrials.ts';
import { brokenTrials } from './disk/brokenTrials.ts';
import { fuzzImport } from './fuzz/fuzzImport.ts';
import { scratchRoom } from './fuzz/scratchRoom.ts';
import { backupTrials } from './killWhile/backupTrials.ts';
import { migratingTrial } from './killWhile/migratingTrial.ts';
import { writingTrials } from './killWhile/writingTrials.ts';
import { chooseTrials, runRounds, type Trial } from './rounds.ts';

/** What the scripts beside this file do hundreds of times, a few times over. */
async function run(trials: readonly Trial[], rounds = trials.length): Promise<void> {
  const lines: string[] = [];
  const failed = await runRounds(trials, { rounds, seed: 1, say: (line) => void lines.push(line) });
  expect(failed, lines.join('\n')).toBe(0);
}

test('a server killed while it writes loses nothing that it acknowledged', () =>
  run(chooseTrials(writingTrials, ['submitting'])));

test('a server killed while it brings an older file up to date starts again', () => run([migratingTrial]));

test('a backup beside a server, killed in the middle or not, takes nothing from it', () => run(backupTrials));

test.each(['audit-unwritable', 'folder-removed', 'file-damaged'])('%s is survived, or said in a line', (name) =>
  run(chooseTrials(brokenTrials, [name])),
);

test('clocks that jump back or stand still leave times and order alone', () => run(clockTrials));

test('told to end in the middle of work it finishes, and ends with 0', () =>
  run(chooseTrials(connectionTrials, ['told-to-end'])));

test('mutated files and mappings are imported or refused in words', async () => {
  const scratch = mkdtempSync(join(scratchRoom(), 'linchpin-fuzz-'));
  const lines: string[] = [];
  try {
    const { failed } = await fuzzImport({ rounds: 100, seed: 1, data: null, scratch, say: (line) => void lines.push(line) });
    expect(failed, lines.join('\n')).toBe(0);
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
});
