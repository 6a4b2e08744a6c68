import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { coreVocabulary } from '@linchpin/schema';
import { afterAll, describe, expect, it } from 'vitest';
import { LinchpinError } from '../../../model/errors.ts';
import { publicIds } from '../../../model/publicIds.ts';
import type { GraphStore } from '../../ports/graphStore.ts';
import { askRandomly, reads as readNames } from '../../contract/askRandomly.ts';
import { secret } from '../../contract/examples/exampleWorld.ts';
import { generateWorld, type Operation } from '../../contract/generateWorld.ts';
import type { Question } from '../../contract/reads.ts';
import { randomScope } from '../../contract/worlds/places.ts';
import { Interning } from '../interning.ts';
import { openEmbeddedStores, storeFiles } from '../openEmbeddedStores.ts';
import { embeddedReads, type EmbeddedReads } from '../reads.ts';
import { Sqlite } from '../sqlite.ts';

const folder = mkdtempSync(join(tmpdir(), 'linchpin-kept-reads-'));
const vocabulary = coreVocabulary;

afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** How much a reader may keep: everything, hardly anything (always given up again), and nothing from one question to the next. */
const readers = { all: undefined, little: 3_000, none: 0 };

describe('what a reader keeps between its reads', () => {
  it.each([201, 204])('never shows in its answers, whatever was written in between (world %i)', async (seed) => {
    const own = join(folder, String(seed));
    const { graph, audit } = await openEmbeddedStores({ folder: own, secret, vocabulary, hubThreshold: 3 });
    const db = new Sqlite(join(own, storeFiles.evidence), { isReadOnly: true });
    const interning = new Interning(db, vocabulary);
    const open = (keptBytes: number | undefined): EmbeddedReads =>
      embeddedReads({ db, interning, vocabulary, ids: publicIds(secret), keptBytes, keptOverlaps: 4 });
    const keeping = open(readers.all);
    const givingUp = open(readers.little);
    const world = generateWorld({ seed, secret, vocabulary });
    const scopes = Array.from({ length: 6 }, () => randomScope(world.random));
    for (let step = 1; step <= 200; step++) {
      await write(graph, world.nextOperation());
      // Overlaps twice: they are kept ranked, and that is brought up to date by what changed.
      for (const read of [...readNames, 'overlaps' as const]) {
        if (!world.random.chance(0.5)) continue;
        const question = askRandomly({ random: world.random, names: world.names, vocabulary }, read, world.random.pick(scopes));
        const [expected, kept, little] = db.reading(() => {
          interning.catchUp();
          return [open(readers.none), keeping, givingUp].map((reads) => answer(reads, question));
        });
        expect(kept, JSON.stringify(question)).toEqual(expected);
        expect(little, JSON.stringify(question)).toEqual(expected);
      }
    }
    db.close();
    await graph.close();
    await audit.close();
  });
});

async function write(graph: GraphStore, operation: Operation): Promise<void> {
  if (operation.write === 'addReports') await graph.addReports(operation.reports);
  else if (operation.write === 'retractReport') await graph.retractReport(operation.retraction);
  else await graph.recluster(operation.recordIds, operation.entityId).catch(refused);
}

function answer(reads: EmbeddedReads, { read, scope, args }: Question): unknown {
  try {
    return (reads[read] as (...all: readonly unknown[]) => unknown)(scope, ...args);
  } catch (error) {
    return refused(error);
  }
}

function refused(error: unknown): { readonly refused: string } {
  if (error instanceof LinchpinError) return { refused: error.code };
  throw error;
}
