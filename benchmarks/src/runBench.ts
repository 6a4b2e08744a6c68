import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Figure } from './figures.ts';
import { loadWorld, type WorldAsked } from './loadWorld.ts';
import { explorerPhase } from './phases/explorer.ts';
import { httpPhase } from './phases/http.ts';
import { loadPhase } from './phases/load.ts';
import { neo4jPhase } from './phases/neo4j.ts';
import type { Phase } from './phases/phase.ts';
import { readsPhase } from './phases/reads.ts';
import { writesPhase } from './phases/writes.ts';
import type { Results } from './writeResults.ts';

/** In the order of the table. */
export const phases: Readonly<Record<string, Phase>> = {
  load: loadPhase,
  reads: readsPhase,
  http: httpPhase,
  writes: writesPhase,
  explorer: explorerPhase,
  neo4j: neo4jPhase,
};

export interface BenchOptions extends WorldAsked {
  readonly runs: number;
  readonly neo4jEntities: number;
  /** Phases to run now; figures of the others are those of the last run with this folder. */
  readonly only: readonly string[];
  say(line: string): void;
}

/** Runs phases over one store and gives the table; what was measured before with the same folder stays in it. */
export async function runBench(options: BenchOptions): Promise<Results> {
  const { folder, entities, links, seed, runs, only, say } = options;
  const loaded = await loadWorld(options, say);
  const notes = join(folder, 'figures.json');
  const kept = existsSync(notes) ? (JSON.parse(readFileSync(notes, 'utf8')) as Kept) : {};
  for (const name of only) {
    say(`\n# ${name}`);
    const started = performance.now();
    const figures = await phases[name]!({ ...options, loaded });
    kept[name] = { measuredAt: new Date().toISOString().slice(0, 10), figures };
    writeFileSync(notes, JSON.stringify(kept));
    say(`${name} took ${((performance.now() - started) / 1_000).toFixed(0)} s`);
  }
  const measured = Object.keys(phases).flatMap((name) => (kept[name] ? [{ name, ...kept[name] }] : []));
  return { size: { entities, links, seed }, runs, phases: measured };
}

type Kept = Record<string, { readonly measuredAt: string; readonly figures: readonly Figure[] }>;
