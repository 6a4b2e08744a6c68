import type { Vocabulary } from '@linchpin/schema';
import type { PreparedReport } from '../../../model/prepared.ts';
import type { AddOutcome } from '../../ports/graphStore.ts';
import { groupBy } from '../groupBy.ts';
import { createEntities, createReports } from '../queries/addReports.ts';
import { addBundles } from '../queries/deriveBundles.ts';
import { addToHoldings, createHoldings, deriveShared } from '../queries/deriveHoldings.ts';
import type { Cypher, WriteTransaction } from '../runCypher.ts';
import { bundleRows } from './bundleRows.ts';
import { ChangeLog } from './changeLog.ts';
import { guardPeople } from './guardPeople.ts';
import { holdingRows } from './holdingRows.ts';
import { placeReports } from './placeReports.ts';
import { reportRow, type PlacedReport } from './reportRows.ts';
import { inLockOrder } from './touched.ts';

/** Stores reports with everything derived from them, in one transaction. What it costs grows with the reports, not with what is there. */
export function addReports(
  cypher: Pick<Cypher, 'write'>,
  vocabulary: Vocabulary,
  reports: readonly PreparedReport[],
): Promise<AddOutcome[]> {
  return cypher.write(async (transaction, isAgain) => {
    const changes = await ChangeLog.lock(transaction);
    const { outcomes, placed, entities, protectable } = await placeReports(transaction, reports, isAgain);
    if (placed.length === 0) return [...outcomes];
    for (const { report, entityIds } of placed) changes.note({ kind: 'ADDED', entityIds, reportNumber: report.number });
    // Sent without waiting for each other's answer; the server takes them in this order.
    await Promise.all([
      transaction.run(createEntities, { rows: entities.map((row) => ({ ...row })) }),
      transaction.run(createReports, { rows: placed.map((report) => reportRow(report, vocabulary)) }),
      writeBundles(transaction, placed, vocabulary),
      writeHoldings(transaction, placed),
      changes.write(),
    ]);
    await guardPeople(transaction, placed, protectable);
    return [...outcomes];
  });
}

/** Kinds were found in the vocabulary when the bundles were named. */
function writeBundles(transaction: WriteTransaction, placed: readonly PlacedReport[], vocabulary: Vocabulary): Promise<unknown> {
  const nameOf = ({ bundle, agency, audience }: { bundle: string; agency: string; audience: string }): string =>
    JSON.stringify([bundle, agency, audience]);
  const byKind = groupBy(inLockOrder(bundleRows(placed, vocabulary), nameOf), ({ kind }) => kind);
  return Promise.all(
    [...byKind].map(([kind, rows]) => transaction.run(addBundles(kind), { rows: rows.map((row) => ({ ...row })) })),
  );
}

async function writeHoldings(transaction: WriteTransaction, placed: readonly PlacedReport[]): Promise<void> {
  const rows = inLockOrder(holdingRows(placed), ({ id }) => id).map((row) => ({ ...row }));
  const held = new Set((await transaction.run<{ id: string }>(addToHoldings, { rows })).map(({ id }) => id));
  const made = rows.filter(({ id }) => !held.has(id));
  if (made.length === 0) return;
  const ids = [...new Set(made.map(({ entity }) => entity))].sort();
  await Promise.all([transaction.run(createHoldings, { rows: made }), transaction.run(deriveShared, { ids })]);
}
