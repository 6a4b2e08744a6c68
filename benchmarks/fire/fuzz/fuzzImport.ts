import { join } from 'node:path';
import { openEmbeddedStores } from '@linchpin/api/src/store/embedded/openEmbeddedStores.ts';
import { coreVocabulary } from '@linchpin/schema';
import { must } from '../rounds.ts';
import { seeded, type Seeded } from '../../src/seeded.ts';
import { CountingStore } from './countingStore.ts';
import { fuzzInputs, type FuzzInput } from './inputs.ts';
import { mutateBytes } from './mutateBytes.ts';
import { mutateMapping } from './mutateMapping.ts';
import { fuzzSecret } from './fuzzContext.ts';
import { tryImport, type FuzzCase, type FuzzStore } from './tryImport.ts';

export interface FuzzRun {
  readonly rounds: number;
  readonly seed: number;
  readonly data: string | null;
  /** A folder to work in. */
  readonly scratch: string;
  say(line: string): void;
}

/** A failure, with the case that made it: files as base64. */
interface Failure {
  readonly round: number;
  readonly reason: string;
  count: number;
  readonly mapping: string | null;
  readonly files: Readonly<Record<string, string>>;
}

/** Every so many cases go into a real store, which must be sound in the end. */
const toStore = 25;
const saidEvery = 5_000;

/** Imports mutated files; gives how many broke a promise, and one case of each kind. */
export async function fuzzImport(
  run: FuzzRun,
): Promise<{ readonly failed: number; readonly kinds: ReadonlyMap<string, Failure> }> {
  const inputs = fuzzInputs(run.data);
  const kinds = new Map<string, Failure>();
  const counts = { refused: 0, imported: 0, rejecting: 0 };
  let failed = 0;
  const { graph, audit } = await openEmbeddedStores({
    folder: join(run.scratch, 'store'),
    vocabulary: coreVocabulary,
    secret: fuzzSecret,
  });
  const real = realStore(graph);
  const begun = Date.now();
  for (let round = 0; round < run.rounds; round++) {
    const fuzzed = makeCase(random(run.seed, round), inputs);
    const store = round % toStore === 0 ? real : new CountingStore();
    try {
      const outcome = await tryImport(fuzzed, store, run.scratch);
      if (outcome === 'refused') counts.refused++;
      else counts[outcome.rows.rejected > 0 ? 'rejecting' : 'imported']++;
      if (outcome !== 'refused' && round % 10 === 0) await tryAgain(fuzzed, store, run.scratch);
    } catch (error) {
      failed++;
      note(kinds, round, error, fuzzed);
    }
    if ((round + 1) % saidEvery === 0) run.say(describe(round + 1, failed, counts, begun));
  }
  const { problems } = await graph.verify();
  if (problems.length > 0) note(kinds, -1, new Error(`The store is not sound: ${problems[0]}`), { mapping: '', files: {} });
  await graph.close();
  await audit.close();
  run.say(describe(run.rounds, failed, counts, begun));
  for (const { round, reason, count } of kinds.values()) run.say(`${count} x, first in round ${round}: ${reason}`);
  return { failed: failed + Number(problems.length > 0), kinds };
}

const random = (seed: number, round: number): Seeded => seeded(seed * 100_000_007 + round);

function makeCase(chance: Seeded, inputs: readonly FuzzInput[]): FuzzCase {
  const { mapping, files } = chance.pick(inputs);
  if (mapping === null) return { mapping, files: mapValues(files, (bytes) => mutateLines(bytes, chance)) };
  const isMapping = chance.int(4) === 0;
  const names = Object.keys(files);
  const changed = chance.pick(names);
  const changes = isMapping && chance.int(3) > 0 ? {} : { [changed]: mutateBytes(files[changed]!, chance) };
  return { mapping: isMapping ? mutateMapping(mapping, chance) : JSON.stringify(mapping), files: { ...files, ...changes } };
}

/** Bytes as of any file, or the values of one line. */
function mutateLines(bytes: Buffer, chance: Seeded): Buffer {
  if (chance.int(3) === 0) return mutateBytes(bytes, chance);
  const lines = bytes.toString('utf8').split('\n');
  for (let times = 1 + chance.int(4); times > 0; times--) {
    const at = chance.int(lines.length - 1);
    lines[at] = mutateMapping(tryParse(lines[at]!), chance);
  }
  return Buffer.from(lines.join('\n'));
}

function tryParse(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return line;
  }
}

function mapValues<T>(values: Readonly<Record<string, T>>, change: (value: T) => T): Record<string, T> {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, change(value)]));
}

/** The same files again: nothing is new. */
async function tryAgain(fuzzed: FuzzCase, store: FuzzStore, scratch: string): Promise<void> {
  const before = store.added;
  const again = await tryImport(fuzzed, store, scratch);
  must(again !== 'refused', 'the same files were refused the second time');
  must(store.added === before && again.rows.imported === 0, `${store.added - before} reports were added the second time`);
}

function realStore(graph: Pick<FuzzStore, 'addReports'>): FuzzStore {
  let added = 0;
  return {
    get added() {
      return added;
    },
    async addReports(reports) {
      const outcomes = await graph.addReports(reports);
      added += outcomes.filter(({ kind }) => kind === 'added').length;
      return outcomes;
    },
  };
}

function note(kinds: Map<string, Failure>, round: number, error: unknown, { mapping, files }: FuzzCase): void {
  const reason = error instanceof Error ? (error.stack ?? error.message) : String(error);
  const kind = reason
    .replaceAll(/\d+/g, '0')
    .replaceAll(/"[^"]*"/g, '""')
    .slice(0, 120);
  const known = kinds.get(kind);
  if (known) known.count++;
  else {
    const bytes = Object.entries(files).map(([name, content]) => [name, content.toString('base64')]);
    kinds.set(kind, {
      round,
      reason: reason.split('\n').slice(0, 6).join('\n'),
      count: 1,
      mapping,
      files: Object.fromEntries(bytes),
    });
  }
}

function describe(rounds: number, failed: number, counts: Readonly<Record<string, number>>, begun: number): string {
  const perSecond = Math.round((rounds * 1_000) / Math.max(1, Date.now() - begun));
  const memory = Math.round(process.memoryUsage.rss() / 2 ** 20);
  const outcomes = Object.entries(counts).map(([name, count]) => `${count} ${name}`);
  return `${rounds} files: ${outcomes.join(', ')}, ${failed} failed; ${perSecond} files/s, RSS ${memory} MB`;
}
