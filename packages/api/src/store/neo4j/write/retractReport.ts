import type { Retraction } from '../../ports/graphStore.ts';
import { deleteKeys, deleteLinks, deleteRecords, findReport, leaveTombstone } from '../queries/retractReport.ts';
import type { Cypher } from '../runCypher.ts';
import { ChangeLog } from './changeLog.ts';
import { rebuild } from './derive.ts';
import { touchedBundle, touchedHolding } from './touched.ts';
import type { WriteContext } from './writeContext.ts';

interface FoundReport {
  readonly id: string;
  readonly isRetracted: boolean;
  readonly audience: string;
  readonly entityIds: readonly string[];
  readonly bundles: readonly string[];
}

/** Takes a report's records and links away with everything derived from them; a tombstone stays. */
export function retractReport(
  cypher: Pick<Cypher, 'write'>,
  at: WriteContext,
  { number, agency, ...retraction }: Retraction,
): Promise<{ readonly reportId: string } | null> {
  return cypher.write(async (transaction) => {
    const changes = await ChangeLog.lock(transaction);
    const [report] = await transaction.run<FoundReport>(findReport, { number, agency });
    if (!report) return null;
    const { id, audience, entityIds } = report;
    if (report.isRetracted) return { reportId: id };
    await Promise.all([
      transaction.run(deleteLinks, { id }),
      transaction.run(deleteKeys, { id }),
      transaction.run(deleteRecords, { id }),
      transaction.run(leaveTombstone, { id, retraction: JSON.stringify(retraction) }),
    ]);
    changes.note({ kind: 'RETRACTED', entityIds, reportNumber: number });
    await rebuild(transaction, at, {
      bundles: report.bundles.flatMap((bundle) => touchedBundle(at.vocabulary, bundle, { agency, audience }) ?? []),
      holdings: entityIds.map((entity) => touchedHolding(entity, { agency, audience })),
      numbers: [number],
      seq: changes.seq,
    });
    await changes.write();
    return { reportId: id };
  });
}
