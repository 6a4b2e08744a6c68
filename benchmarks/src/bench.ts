import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { phases, runBench } from './runBench.ts';
import { root } from './runLinchpin.ts';
import { writeResults } from './writeResults.ts';

/** What `linchpin bench` runs. */
const { values } = parseArgs({
  options: {
    entities: { type: 'string', default: '1000000' },
    seed: { type: 'string', default: '1' },
    runs: { type: 'string', default: '1000' },
    /** The world of the Neo4j phase, which is loaded over Bolt. 0: not measured. */
    neo4j: { type: 'string', default: '20000' },
    /** Phases, with commas. */
    only: { type: 'string' },
    /** A folder that keeps world, store and figures for the next run. */
    keep: { type: 'string' },
    /** Where the table goes. */
    out: { type: 'string', default: join(root, 'benchmarks/RESULTS.md') },
  },
});
const only = values.only === undefined ? Object.keys(phases) : values.only.split(',').map((name) => name.trim());
const unknown = only.find((name) => !(name in phases));
if (unknown !== undefined) throw new Error(`There is no phase ${unknown}; there are ${Object.keys(phases).join(', ')}`);
const typed = process.env['INIT_CWD'] ?? process.cwd();
const folder = values.keep === undefined ? mkdtempSync(join(tmpdir(), 'linchpin-bench-')) : resolve(typed, values.keep);
const entities = Number(values.entities);
try {
  const results = await runBench({
    entities,
    links: entities * 5,
    seed: Number(values.seed),
    folder,
    runs: Number(values.runs),
    neo4jEntities: Number(values.neo4j),
    only,
    say: (line) => process.stdout.write(`${line}\n`),
  });
  writeResults(resolve(typed, values.out), results);
  process.stdout.write(`\n${resolve(typed, values.out)}\n`);
} finally {
  if (values.keep === undefined) rmSync(folder, { recursive: true, force: true });
}
