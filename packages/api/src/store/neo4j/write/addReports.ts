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
export function addReports(cypher: Cypher, vocabulary: Vocabulary, reports: readonly PreparedReport[]): Promise<AddOutcome[]> {
  return cypher.write(async (transaction, isAgain) => {
    const changes = await ChangeLog.lock(transaction);
    const { outcomes, placed, entities } = await placeReports(transaction, reports, isAgain);
    if (placed.length === 0) return [...outcomes];
    await transaction.run(createEntities, { rows: entities.map((row) => ({ ...row })) });
    const links = placed.flatMap((report) => linkRows(report, vocabulary));
    await createSaid(transaction, placed, links);
    const bundles = links.flatMap((link) => touchedBundle(vocabulary, link.bundle, link) ?? []);
    await writeBundles(transaction, bundles);
    await writeHoldings(transaction, placed);
    await writeProtection(transaction, placed.flatMap(peopleOf));
    for (const { report, entityIds } of placed) changes.note({ kind: 'ADDED', entityIds, reportNumber: report.number });
    await changes.write();
    return [...outcomes];
  });
}

async function createSaid(
  transaction: WriteTransaction,
  placed: readonly PlacedReport[],
  links: readonly LinkRow[],
): Promise<void> {
  await transaction.run(createReports, { rows: placed.map(({ report }) => reportRow(report)) });
  await transaction.run(createRecords, {
    rows: inLockOrder(placed.flatMap(recordRows), ({ entity, said }) => `${entity} ${String(said.id)}`),
  });
  await transaction.run(createKeys, { rows: inLockOrder(placed.flatMap(keyRows), ({ key, record }) => `${key} ${record}`) });
  await transaction.run(createLinks, { rows: links.map(({ from, to, said }) => ({ from, to, said })) });
}

async function writeHoldings(transaction: WriteTransaction, placed: readonly PlacedReport[]): Promise<void> {
  const holdings = placed.flatMap(holdingRows).map((row) => ({ ...row }));
  await transaction.run(addHoldings, { rows: holdings });
  const ids = inLockOrder(
    holdings.map(({ entity }) => entity),
    (id) => id,
  );
  await transaction.run(deriveShared, { ids });
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
