import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { fuzzImport } from './fuzz/fuzzImport.ts';
import { scratchRoom } from './fuzz/scratchRoom.ts';

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '50000' },
    seed: { type: 'string', default: '1' },
    /** A folder of real files, of which the first lines are taken. */
    data: { type: 'string' },
  },
});
const scratch = mkdtempSync(join(scratchRoom(), 'linchpin-fuzz-'));
const say = (line: string): void => void process.stdout.write(`${line}\n`);
try {
  const { failed, kinds } = await fuzzImport({
    rounds: Number(values.rounds),
    seed: Number(values.seed),
    data: values.data ?? null,
    scratch,
    say,
  });
  const kept = join(tmpdir(), `linchpin-fuzz-failures-${values.seed}.json`);
  if (failed > 0) writeFileSync(kept, JSON.stringify([...kinds.values()], null, 1));
  if (failed > 0) say(`One case of each kind of failure: ${kept}`);
  say(`${values.rounds} rounds, ${failed} failed`);
  process.exitCode = failed === 0 ? 0 : 1;
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
