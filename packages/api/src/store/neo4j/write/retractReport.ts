import type { Vocabulary } from '@linchpin/schema';
import type { Retraction } from '../../ports/graphStore.ts';
import { linkTypes } from '../linkTypes.ts';
import { deleteKeys, deleteLinks, deleteRecords, findReport, leaveTombstone } from '../queries/retractReport.ts';
import type { Cypher } from '../runCypher.ts';
import { ChangeLog } from './changeLog.ts';
import { rebuild } from './derive.ts';
import { touchedBundle, touchedHolding } from './touched.ts';

interface FoundReport {
  readonly id: string;
  readonly isRetracted: boolean;
  readonly audience: string;
  readonly entityIds: readonly string[];
  readonly bundles: readonly string[];
}

/** Takes a report's records and links away with everything derived from them; a tombstone stays. */
export function retractReport(
  cypher: Cypher,
  vocabulary: Vocabulary,
  { number, agency, reason, by, at }: Retraction,
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
      transaction.run(leaveTombstone, { id, retraction: JSON.stringify({ reason, by, at }) }),
    ]);
    await rebuild(transaction, linkTypes(vocabulary), {
      bundles: report.bundles.flatMap((bundle) => touchedBundle(vocabulary, bundle, { agency, audience }) ?? []),
      holdings: entityIds.map((entity) => touchedHolding(entity, { agency, audience })),
    });
    changes.note({ kind: 'RETRACTED', entityIds, reportNumber: number });
    await changes.write();
    return { reportId: id };
  });
}
