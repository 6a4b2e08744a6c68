import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { manyViewers } from './viewers/manyViewers.ts';

const { values } = parseArgs({
  options: {
    rows: { type: 'string', default: '100000' },
    viewers: { type: 'string', default: '50' },
    rounds: { type: 'string', default: '1' },
    seed: { type: 'string', default: '1' },
  },
});
const say = (line: string): void => void process.stdout.write(`${line}\n`);
let failed = 0;
for (let round = 0; round < Number(values.rounds); round++) {
  const folder = mkdtempSync(join(tmpdir(), 'linchpin-fire-'));
  try {
    const seed = Number(values.seed) + round;
    await manyViewers({ folder, rows: Number(values.rows), viewers: Number(values.viewers), seed, say });
  } catch (error) {
    failed++;
    say(`FAILED: ${error instanceof Error ? error.message : String(error)}`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
say(`${values.rounds} rounds, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
