import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { soak } from './viewers/soak.ts';

const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '60' },
    /** Seconds between two lines of the table. */
    every: { type: 'string', default: '30' },
    seed: { type: 'string', default: '1' },
  },
});
const folder = mkdtempSync(join(tmpdir(), 'linchpin-fire-'));
const say = (line: string): void => void process.stdout.write(`${line}\n`);
let failed = 0;
try {
  await soak({ folder, minutes: Number(values.minutes), every: Number(values.every), seed: Number(values.seed), say });
} catch (error) {
  failed = 1;
  say(`FAILED: ${error instanceof Error ? error.message : String(error)}`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
say(`1 rounds, ${failed} failed`);
process.exit(failed);
