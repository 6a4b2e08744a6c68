import type { Vocabulary } from '@linchpin/schema';
import type { PreparedReport } from '../../../model/prepared.ts';
import { PERSON } from '../../../model/vocabularyWords.ts';
import type { AddOutcome } from '../../ports/graphStore.ts';
import { createEntities, createKeys, createLinks, createRecords, createReports } from '../queries/addReports.ts';
import { addHoldings, deriveShared } from '../queries/deriveHoldings.ts';
import type { Cypher, WriteTransaction } from '../runCypher.ts';
import { writeBundles, writeProtection, type Person } from './derive.ts';
import { holdingRows } from './holdingRows.ts';
import { ChangeLog } from './changeLog.ts';
import { placeReports } from './placeReports.ts';
import { keyRows, linkRows, recordRows, reportRow, type LinkRow, type PlacedReport } from './reportRows.ts';
import { inLockOrder, touchedBundle } from './touched.ts';

/** Stores reports with everything derived from them, in one transaction. */
export function addReports(
  cypher: Pick<Cypher, 'write'>,
  vocabulary: Vocabulary,
  reports: readonly PreparedReport[],
): Promise<AddOutcome[]> {
  return cypher.write(async (transaction, isAgain) => {
    const changes = await ChangeLog.lock(transaction);
    const { outcomes, placed, entities } = await placeReports(transaction, reports, isAgain);
    if (placed.length === 0) return [...outcomes];
    const links = placed.flatMap((report) => linkRows(report, vocabulary));
    const bundles = links.flatMap((link) => touchedBundle(vocabulary, link.bundle, link) ?? []);
    // Sent without waiting for each other's answer; the server takes them in this order.
    await Promise.all([
      transaction.run(createEntities, { rows: entities.map((row) => ({ ...row })) }),
      createSaid(transaction, placed, links),
      writeBundles(transaction, bundles),
      writeHoldings(transaction, placed),
      writeProtection(transaction, placed.flatMap(peopleOf)),
    ]);
    for (const { report, entityIds } of placed) changes.note({ kind: 'ADDED', entityIds, reportNumber: report.number });
    await changes.write();
    return [...outcomes];
  });
}

function createSaid(transaction: WriteTransaction, placed: readonly PlacedReport[], links: readonly LinkRow[]): Promise<unknown> {
  const records = inLockOrder(placed.flatMap(recordRows), ({ entity, id }) => `${entity} ${id}`);
  const keys = inLockOrder(placed.flatMap(keyRows), ({ key, record }) => `${key} ${record}`);
  return Promise.all([
    transaction.run(createReports, { rows: placed.map(({ report }) => reportRow(report)) }),
    transaction.run(createRecords, { rows: records.map((row) => ({ ...row })) }),
    transaction.run(createKeys, { rows: keys }),
    transaction.run(createLinks, { rows: links.map(({ from, to, said }) => ({ from, to, said })) }),
  ]);
}

function writeHoldings(transaction: WriteTransaction, placed: readonly PlacedReport[]): Promise<unknown> {
  const rows = placed.flatMap(holdingRows).map((row) => ({ ...row }));
  const ids = [...new Set(rows.map(({ entity }) => entity))].sort();
  return Promise.all([transaction.run(addHoldings, { rows }), transaction.run(deriveShared, { ids })]);
}

/** A person may be named by several records: one that says something is enough. */
function peopleOf({ report, entityIds }: PlacedReport): Person[] {
  const people = new Map<string, boolean>();
  const victims = new Set(report.links.filter(({ isProtecting }) => isProtecting).map(({ from }) => from));
  for (const [index, { kind, isMinor, adultFrom, ordinal }] of report.records.entries()) {
    if (kind !== PERSON) continue;
    const id = entityIds[index]!;
    people.set(id, people.get(id) || isMinor || adultFrom !== null || victims.has(ordinal));
  }
  return [...people].map(([id, hasFacts]) => ({ id, hasFacts }));
}
