import { setImmediate } from 'node:timers/promises';
import type { Verification } from '../../ports/graphStore.ts';
import type { Sqlite } from '../sqlite.ts';
import { problemsShown, slicesOf, type Check, type VerifyContext } from './check.ts';
import { checkAdjacency } from './checkAdjacency.ts';
import { checkHoldings, checkWords } from './checkHoldings.ts';
import { checkHubs } from './checkHubs.ts';
import { checkKeys, wholeChecks } from './checkLists.ts';
import { checkProtection } from './checkProtection.ts';
import { checkShared } from './checkShared.ts';

const checks: readonly Check[] = [checkAdjacency, checkHoldings, checkWords, checkHubs, checkShared, checkProtection, checkKeys];

/**
 * Recomputes everything derived from records and links and compares. Slice by slice, so that memory stays bounded and
 * writes may go on in between; each slice sees one state of the store.
 * @param onProgress told in entities; of all checks together
 */
export async function verify(at: VerifyContext, onProgress?: (done: number, of: number) => void): Promise<Verification> {
  const { db } = at;
  const entities = countRows(db, 'entity');
  const steps = [
    ...wholeChecks.map((check) => () => check(db)),
    ...checks.flatMap((check) => slicesOf(db, check.atOnce).map((slice) => () => check.run(at, slice))),
  ];
  const problems: string[] = [];
  for (const [index, step] of steps.entries()) {
    problems.push(...step());
    onProgress?.(Math.floor((entities * (index + 1)) / steps.length), entities);
    await setImmediate();
  }
  return {
    checked: {
      reports: countRows(db, 'report'),
      records: countRows(db, 'record'),
      links: countRows(db, 'link'),
      entities,
      adjacencyRows: countRows(db, 'adj'),
      searchDocuments: countRows(db, 'holding'),
      changes: countRows(db, 'change'),
    },
    problems: problems.slice(0, problemsShown),
  };
}

function countRows(db: Sqlite, table: string): number {
  return db.value<number>(`SELECT count(*) FROM ${table}`) ?? 0;
}
