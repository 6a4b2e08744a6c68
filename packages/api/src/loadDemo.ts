import { setTimeout as pause } from 'node:timers/promises';
import type { Vocabulary } from '@linchpin/schema';
import { demoReports } from './features/demo/demoCase.ts';
import { demoDirectory, groupsOf } from './features/demo/demoDirectory.ts';
import { seededRandom } from './features/demo/seededRandom.ts';
import { prepareReport } from './features/ingest/prepareReport.ts';
import { LinchpinError } from './model/errors.ts';
import type { PreparedReport } from './model/prepared.ts';
import type { PublicIds } from './model/publicIds.ts';
import type { GraphStore } from './store/ports/graphStore.ts';
import type { WorkStore } from './store/ports/workStore.ts';

const batch = 100;
const attempts = 5;

export interface DemoTarget {
  readonly graph: Pick<GraphStore, 'addReports'>;
  readonly work: Pick<WorkStore, 'putDirectory'>;
  readonly vocabulary: Vocabulary;
  readonly ids: PublicIds;
}

/**
 * Puts the demo people and the demo case into an empty store; doing it again adds nothing. Two installations with the
 * same secret hold the same, ids and report numbers included.
 * @returns how many reports the case has
 */
export async function loadDemo({ graph, work, vocabulary, ids }: DemoTarget, seed = 1): Promise<number> {
  await work.putDirectory(demoDirectory);
  const reports = prepareDemo({ vocabulary, ids }, seed);
  for (let from = 0; from < reports.length; from += batch)
    await insist(() => graph.addReports(reports.slice(from, from + batch)));
  return reports.length;
}

/** A database that was just started on a busy machine is slow at what it does for the first time. */
async function insist(add: () => Promise<unknown>): Promise<void> {
  for (let attempt = 1; ; attempt++)
    try {
      await add();
      return;
    } catch (error) {
      if (attempt === attempts || !(error instanceof LinchpinError) || error.code !== 'UNAVAILABLE') throw error;
      await pause(attempt * 500);
    }
}

/** The demo case cleaned and keyed. @throws LinchpinError INVALID when a report and the vocabulary disagree. */
export function prepareDemo({ vocabulary, ids }: Pick<DemoTarget, 'vocabulary' | 'ids'>, seed = 1): PreparedReport[] {
  const drawNumber = numbersWithoutOrder(seed);
  return demoReports(seed).map((input, nth) => {
    const agency = input.agency!;
    return prepareReport(input, {
      vocabulary,
      ids: repeatingIds(ids, `demo ${seed} ${nth}`),
      now: 0,
      agency,
      groups: groupsOf(agency),
      drawNumber,
    });
  });
}

/** Six digits each, never the same twice, so that they tell no order. */
function numbersWithoutOrder(seed: number): () => string {
  const chance = seededRandom(seed, 'report numbers');
  const drawn = new Set<number>();
  return () => {
    let number = chance.between(100, 99_999);
    while (drawn.has(number)) number = chance.between(100, 99_999);
    drawn.add(number);
    return String(number).padStart(6, '0');
  };
}

/** What would be random follows from the installation's secret and the report's name instead. */
function repeatingIds(ids: PublicIds, name: string): PublicIds {
  let drawn = 0;
  return {
    ...ids,
    random: () => ids.entity(`${name} ${drawn++}`),
    newSeed: () => ids.digest(`${name} seed`).slice(0, 22),
  };
}
