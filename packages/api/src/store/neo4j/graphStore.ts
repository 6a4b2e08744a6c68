import type { Vocabulary } from '@linchpin/schema';
import { LinchpinError } from '../../model/errors.ts';
import type { PreparedReport } from '../../model/prepared.ts';
import type { PublicIds } from '../../model/publicIds.ts';
import type { AddOutcome, Change, GraphStore } from '../ports/graphStore.ts';
import { cutToSize } from './cutToSize.ts';
import { HubMemory } from './hub/hubMemory.ts';
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
import { Straddled, type ReadContext } from './read/sight.ts';
import type { Cypher } from './runCypher.ts';
import { verifyDerived } from './verify.ts';
import { addReports } from './write/addReports.ts';
import { recluster } from './write/recluster.ts';
import { retractReport } from './write/retractReport.ts';
import type { WriteContext } from './write/writeContext.ts';
import { WriteQueue } from './writeQueue.ts';

/** Links and records of hubs kept in memory, in all: some hundred bytes each. */
const rowsInMemory = 3_000_000;
const attempts = 4;
/** Sum of `sizeOf` in one transaction, some two hundred reports: more take too much of a small server's memory. */
const largestWrite = 4_000;
/** Parts that cost as much as what every report costs besides its records and links. */
const sizeOfReport = 8;

export interface GraphStoreOptions {
  readonly vocabulary: Vocabulary;
  readonly ids: Pick<PublicIds, 'digest'>;
  /** An entity that has more relationships of any sort than this is a hub: its links and records are kept in memory. */
  readonly hubFrom: number;
}

/** The evidence over Bolt. */
export function neo4jGraphStore(cypher: Cypher, options: GraphStoreOptions, close: () => Promise<void>): GraphStore {
  const { vocabulary } = options;
  const types = linkTypes(vocabulary);
  const hubs = new HubMemory(cypher, { vocabulary, types, most: rowsInMemory });
  const at: ReadContext = { cypher, vocabulary, types, hubs };
  const write: WriteContext = options;
  const queue = new WriteQueue<readonly PreparedReport[], readonly AddOutcome[]>({
    write: (jobs) => addJobs(cypher, write, jobs),
    sizeOf: (reports) => reports.reduce((sum, report) => sum + sizeOf(report), 0),
    largest: largestWrite,
  });
  return {
    addReports: (reports) => queue.add(reports),
    retractReport: (retraction) => retractReport(cypher, write, retraction),
    recluster: (recordIds, entityId) => recluster(cypher, write, recordIds, entityId),
    changes: (after, limit) => cypher.read<Change>(readChanges, { after, limit }),
    lastChange: async () => (await cypher.read<{ seq: number }>(readLastChange))[0]?.seq ?? 0,
    entities: (scope, ids) => steadily(() => readEntities(at, scope, ids)),
    records: (scope, entityId, page) => steadily(() => readRecords(at, scope, entityId, page)),
    linkCounts: (scope, ids) => steadily(() => readLinkCounts(at, scope, ids)),
    neighbourTotals: (scope, ids) => steadily(() => readNeighbourTotals(at, scope, ids)),
    pointers: (scope, ids) => steadily(() => readPointers(at, scope, ids)),
    lookup: (scope, keys) => steadily(() => lookUp(at, scope, keys)),
    search: (scope, query) => steadily(() => searchEntities(at, scope, query)),
    expand: (scope, query) => steadily(() => expandEntities(at, scope, query)),
    linksAmong: (scope, ids) => steadily(() => readLinksAmong(at, scope, ids)),
    neighbours: (scope, ids, filter) => steadily(() => readNeighbours(at, scope, ids, filter)),
    bundles: (scope, ids) => steadily(() => readBundles(at, scope, ids)),
    evidence: (scope, bundleId, page) => steadily(() => readEvidence(at, scope, bundleId, page)),
    commonNeighbours: (scope, query) => steadily(() => readCommonNeighbours(at, scope, query)),
    reports: (scope, filter, page) => steadily(() => readReports(at, scope, filter, page)),
    reportsByNumber: (scope, numbers) => steadily(() => readReportsBy(at, scope, numbers)),
    reportRecords: (scope, number, page) => steadily(() => readReportRecords(at, scope, number, page)),
    reportLinks: (scope, number, page) => steadily(() => readLinksOfReport(at, scope, number, page)),
    overlaps: (scope, query) => steadily(() => readOverlaps(at, scope, query)),
    part: (scope, id) => steadily(() => readPart(at, scope, id)),
    verify: (onProgress) => verifyDerived(at, write, onProgress),
    async close() {
      await queue.whenIdle();
      await close();
    },
  };
}

/**
 * A read of several statements is made again when something was written between them, so that it sees one state. Where
 * writes come faster than reads, the last attempt's error is the caller's to repeat.
 */
async function steadily<T>(read: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++)
    try {
      return await read();
    } catch (error) {
      if (!(error instanceof Straddled)) throw error;
      if (attempt === attempts) throw new LinchpinError('UNAVAILABLE', 'Too much is being written just now. Try again.');
    }
}

/**
 * Several callers' reports in one transaction, one caller's too many in several; each gets the outcomes of its own. What
 * fails leaves the transactions before it: an importer that runs again is told of their reports by their idempotency keys.
 */
async function addJobs(cypher: Cypher, at: WriteContext, jobs: readonly (readonly PreparedReport[])[]): Promise<AddOutcome[][]> {
  const outcomes: AddOutcome[] = [];
  for (const reports of cutToSize(jobs.flat(), sizeOf, largestWrite)) outcomes.push(...(await addReports(cypher, at, reports)));
  let from = 0;
  return jobs.map((reports) => outcomes.slice(from, (from += reports.length)));
}

function sizeOf({ records, links }: PreparedReport): number {
  return sizeOfReport + records.length + links.length;
}
