import type { Vocabulary } from '@linchpin/schema';
import type { PreparedReport } from '../../model/prepared.ts';
import type { AddOutcome, Change, GraphStore } from '../ports/graphStore.ts';
import { cutToSize } from './cutToSize.ts';
import { linkTypes } from './linkTypes.ts';
import { readChanges, readLastChange } from './queries/changes.ts';
import { readBundles, readEvidence, readLinksAmong } from './read/bundles.ts';
import { readCommonNeighbours } from './read/commonNeighbours.ts';
import { readEntities } from './read/entities.ts';
import { expandEntities } from './read/expand.ts';
import { readLinkCounts, readNeighbourTotals } from './read/linkCounts.ts';
import { readNeighbours } from './read/neighbours.ts';
import { readOverlaps } from './read/overlaps.ts';
import { lookUp, readPointers } from './read/pointers.ts';
import { readRecords } from './read/records.ts';
import { readLinksOfReport, readPart, readReportRecords, readReports, readReportsBy } from './read/reports.ts';
import { searchEntities } from './read/search.ts';
import type { ReadContext } from './read/sight.ts';
import type { Cypher } from './runCypher.ts';
import { verifyDerived } from './verify.ts';
import { addReports } from './write/addReports.ts';
import { recluster } from './write/recluster.ts';
import { retractReport } from './write/retractReport.ts';
import { WriteQueue } from './writeQueue.ts';

/** Sum of `sizeOf` in one transaction, some two hundred reports: more take too much of a small server's memory. */
const largestWrite = 4_000;
/** Parts that cost as much as what every report costs besides its records and links. */
const sizeOfReport = 8;

/** The evidence over Bolt. */
export function neo4jGraphStore(cypher: Cypher, vocabulary: Vocabulary, close: () => Promise<void>): GraphStore {
  const at: ReadContext = { cypher, vocabulary, types: linkTypes(vocabulary) };
  const queue = new WriteQueue<readonly PreparedReport[], readonly AddOutcome[]>({
    write: (jobs) => addJobs(cypher, vocabulary, jobs),
    sizeOf: (reports) => reports.reduce((sum, report) => sum + sizeOf(report), 0),
    largest: largestWrite,
  });
  return {
    addReports: (reports) => queue.add(reports),
    retractReport: (retraction) => retractReport(cypher, vocabulary, retraction),
    recluster: (recordIds, entityId) => recluster(cypher, vocabulary, recordIds, entityId),
    changes: (after, limit) => cypher.read<Change>(readChanges, { after, limit }),
    lastChange: async () => (await cypher.read<{ seq: number }>(readLastChange))[0]?.seq ?? 0,
    entities: (scope, ids) => readEntities(at, scope, ids),
    records: (scope, entityId, page) => readRecords(at, scope, entityId, page),
    linkCounts: (scope, ids) => readLinkCounts(at, scope, ids),
    neighbourTotals: (scope, ids) => readNeighbourTotals(at, scope, ids),
    pointers: (scope, ids) => readPointers(at, scope, ids),
    lookup: (scope, keys) => lookUp(at, scope, keys),
    search: (scope, query) => searchEntities(at, scope, query),
    expand: (scope, query) => expandEntities(at, scope, query),
    linksAmong: (scope, ids) => readLinksAmong(at, scope, ids),
    neighbours: (scope, ids, filter) => readNeighbours(at, scope, ids, filter),
    bundles: (scope, ids) => readBundles(at, scope, ids),
    evidence: (scope, bundleId, page) => readEvidence(at, scope, bundleId, page),
    commonNeighbours: (scope, query) => readCommonNeighbours(at, scope, query),
    reports: (scope, filter, page) => readReports(at, scope, filter, page),
    reportsByNumber: (scope, numbers) => readReportsBy(at, scope, numbers),
    reportRecords: (scope, number, page) => readReportRecords(at, scope, number, page),
    reportLinks: (scope, number, page) => readLinksOfReport(at, scope, number, page),
    overlaps: (scope, query) => readOverlaps(at, scope, query),
    part: (scope, id) => readPart(at, scope, id),
    verify: (onProgress) => verifyDerived(at, onProgress),
    async close() {
      await queue.whenIdle();
      await close();
    },
  };
}

/**
 * Several callers' reports in one transaction, one caller's too many in several; each gets the outcomes of its own. What
 * fails leaves the transactions before it: an importer that runs again is told of their reports by their idempotency keys.
 */
async function addJobs(
  cypher: Cypher,
  vocabulary: Vocabulary,
  jobs: readonly (readonly PreparedReport[])[],
): Promise<AddOutcome[][]> {
  const outcomes: AddOutcome[] = [];
  for (const reports of cutToSize(jobs.flat(), sizeOf, largestWrite))
    outcomes.push(...(await addReports(cypher, vocabulary, reports)));
  let from = 0;
  return jobs.map((reports) => outcomes.slice(from, (from += reports.length)));
}

function sizeOf({ records, links }: PreparedReport): number {
  return sizeOfReport + records.length + links.length;
}
