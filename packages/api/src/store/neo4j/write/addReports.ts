import { greatest } from '../../../model/entityView.ts';
import type { PreparedReport } from '../../../model/prepared.ts';
import type { AddOutcome } from '../../ports/graphStore.ts';
import { groupBy } from '../groupBy.ts';
import { createEntities, createReports } from '../queries/addReports.ts';
import { addBundles } from '../queries/deriveBundles.ts';
import { addToHoldings, createHoldings } from '../queries/deriveHoldings.ts';
import { noteHolders, promoteHubs } from '../queries/settleEntities.ts';
import type { Cypher, WriteTransaction } from '../runCypher.ts';
import { timeFor } from './addJobs.ts';
import { bundleRows, type BundleRow } from './bundleRows.ts';
import { ChangeLog } from './changeLog.ts';
import { guardPeople } from './guardPeople.ts';
import { holdingRows, type HoldingRow } from './holdingRows.ts';
import { hubChangeRows, saidIn, writeHubChanges } from './hubChanges.ts';
import { placeReports } from './placeReports.ts';
import { reportRow } from './reportRows.ts';
import { inLockOrder } from './touched.ts';
import type { WriteContext } from './writeContext.ts';

/** Stores reports with everything derived from them, in one transaction. What it costs grows with the reports, not with what is there. */
export function addReports(
  cypher: Pick<Cypher, 'write'>,
  at: WriteContext,
  reports: readonly PreparedReport[],
): Promise<AddOutcome[]> {
  return cypher.write(async (transaction, isAgain) => {
    const changes = await ChangeLog.lock(transaction);
    const { outcomes, placed, entities, protectable, hubs } = await placeReports(transaction, { at, reports, isAgain });
    if (placed.length === 0) return [...outcomes];
    for (const { report, entityIds } of placed) changes.note({ kind: 'ADDED', entityIds, reportNumber: report.number });
    const bundles = bundleRows(placed, at.vocabulary);
    const holdings = inLockOrder(holdingRows(placed), ({ id }) => id);
    // Sent without waiting for each other's answer; the server takes them in this order.
    await Promise.all([
      transaction.run(createEntities, { rows: entities.map((row) => ({ ...row })) }),
      transaction.run(createReports, { rows: placed.map((report) => reportRow(report, at.vocabulary)) }),
      writeBundles(transaction, bundles),
      writeHoldings(transaction, holdings),
      changes.write(),
    ]);
    const rows = hubChangeRows(hubs, { pairs: bundles, said: saidIn(placed) });
    await Promise.all([
      settleEntities(transaction, { holdings, hubFrom: at.hubFrom, seq: changes.seq }),
      writeHubChanges(transaction, at, { rows, seq: changes.seq }),
      guardPeople(transaction, placed, protectable),
    ]);
    return [...outcomes];
  }, timeFor(reports));
}

/** Kinds were found in the vocabulary when the bundles were named. */
function writeBundles(transaction: WriteTransaction, bundles: readonly BundleRow[]): Promise<unknown> {
  const nameOf = ({ bundle, agency, audience }: BundleRow): string => JSON.stringify([bundle, agency, audience]);
  const byKind = groupBy(inLockOrder(bundles, nameOf), ({ kind }) => kind);
  return Promise.all(
    [...byKind].map(([kind, rows]) => transaction.run(addBundles(kind), { rows: rows.map((row) => ({ ...row })) })),
  );
}

async function writeHoldings(transaction: WriteTransaction, holdings: readonly HoldingRow[]): Promise<void> {
  const rows = holdings.map((row) => ({ ...row }));
  const held = new Set((await transaction.run<{ id: string }>(addToHoldings, { rows })).map(({ id }) => id));
  const made = rows.filter(({ id }) => !held.has(id));
  if (made.length > 0) await transaction.run(createHoldings, { rows: made });
}

function settleEntities(
  transaction: WriteTransaction,
  { holdings, hubFrom, seq }: { readonly holdings: readonly HoldingRow[]; readonly hubFrom: number; readonly seq: number },
): Promise<unknown> {
  const byEntity = groupBy(holdings, ({ entity }) => entity);
  const rows = [...byEntity].map(([id, held]) => ({
    id,
    agencies: [...new Set(held.map(({ agency }) => agency))],
    last: greatest(held.flatMap(({ lastLink, lastOccurred }) => [lastLink, lastOccurred])),
  }));
  return Promise.all([
    transaction.run(noteHolders, { rows: inLockOrder(rows, ({ id }) => id) }),
    transaction.run(promoteHubs, { ids: [...byEntity.keys()], hubFrom, seq }),
  ]);
}
