import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Command } from 'commander';
import { LinchpinError } from '../model/errors.ts';

const root = join(import.meta.dirname, '../../../..');
const script = join(root, 'benchmarks/src/bench.ts');

export function benchCommand(): Command {
  return new Command('bench')
    .description('Measure a seeded world beside bare engines and write benchmarks/RESULTS.md; from the repository only')
    .option('--entities <n>', 'about how many entities', '1000000')
    .option('--seed <n>', 'a whole number', '1')
    .option('--runs <n>', 'how often small questions are asked', '1000')
    .option('--neo4j <n>', 'entities of the world for Neo4j; 0: not measured', '20000')
    .option('--only <phases>', 'load,reads,http,writes,explorer,neo4j')
    .option('--keep <folder>', 'keeps world, store and figures for the next run')
    .option('--out <file>', 'where the table goes')
    .action(async (flags: Readonly<Record<string, string>>) => {
      if (!existsSync(script))
        throw new LinchpinError(
          'INVALID',
          'The benchmarks are in the repository (benchmarks/), not in what is installed: run it there',
        );
      const args = Object.entries(flags).flatMap(([name, value]) => [`--${name}`, value]);
      const child = spawn(process.execPath, ['--import', 'tsx', script, ...args], { cwd: root, stdio: 'inherit' });
      const code = await new Promise<number | null>((resolve) => child.on('close', resolve));
      if (code !== 0) throw new LinchpinError('UNAVAILABLE', 'The benchmark did not come to its end: what it said stands above');
    });
}
