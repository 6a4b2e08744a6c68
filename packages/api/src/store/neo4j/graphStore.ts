import { forgetHubChanges } from './queries/readHubs.ts';
import type { Vocabulary } from '@linchpin/schema';
import type { PreparedReport } from '../../model/prepared.ts';
import type { PublicIds } from '../../model/publicIds.ts';
import type { AddOutcome, Change, GraphStore } from '../ports/graphStore.ts';
import { ForgottenChanges } from './hub/forgottenChanges.ts';
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
import { Silence, within } from './pulse.ts';
import { readTimeout, type Cypher } from './runCypher.ts';
import { isOutage, translateError } from './translateError.ts';
import { verifyDerived } from './verify.ts';
import { addJobs, largestWrite, sizeOfReport } from './write/addJobs.ts';
import { addReports } from './write/addReports.ts';
import { recluster } from './write/recluster.ts';
import { retractReport } from './write/retractReport.ts';
import type { WriteContext } from './write/writeContext.ts';
import { WriteQueue } from './writeQueue.ts';

/** Links and records of hubs kept in memory, in all: some hundred bytes each. */
const rowsInMemory = 3_000_000;
/** A read between whose statements something was written is made again, so that it sees one state; the last time it is taken as it is. */
const attempts = 5;
export interface GraphStoreOptions {
  readonly vocabulary: Vocabulary;
  readonly ids: Pick<PublicIds, 'digest'>;
  /** An entity that has more relationships of any sort than this is a hub: its links and records are kept in memory. */
  readonly hubFrom: number;
  /** Changes of a hub that are kept for those who have it in memory, in numbers behind its version. */
  readonly changesKept: number;
}

/** The evidence over Bolt. */
export function neo4jGraphStore(cypher: Cypher, options: GraphStoreOptions, close: () => Promise<void>): GraphStore {
  const { vocabulary, changesKept } = options;
  const types = linkTypes(vocabulary);
  const hubs = new HubMemory(cypher, { vocabulary, types, most: rowsInMemory, changesKept });
  const forgotten = new ForgottenChanges(
    async (asked) => (await cypher.runAlone<{ forgotten: number }>(forgetHubChanges, asked))[0]?.forgotten ?? 0,
    changesKept,
  );
  const context: ReadContext = { cypher, vocabulary, types, hubs, mayStraddle: false };
  const readSteadily = async <T>(read: (at: ReadContext) => Promise<T>): Promise<T> => {
    const timed = { ...context, cypher: cypher.readingFor(readTimeout) };
    for (let attempt = 1; attempt < attempts; attempt++)
      try {
        return await read(timed);
      } catch (error) {
        if (!(error instanceof Straddled)) throw error;
      }
    return read({ ...timed, mayStraddle: true });
  };
  /** Also of what others have begun to read, such as a hub. */
  const steadily = <T>(read: (at: ReadContext) => Promise<T>): Promise<T> =>
    within(readSteadily(read), readTimeout, () => translateError(new Silence('the work')));
  const write: WriteContext = { ...options, onHubChanges: (ids) => forgotten.note(ids) };
  const queue = new WriteQueue<readonly PreparedReport[], readonly AddOutcome[]>({
    write: (jobs) => addJobs((reports) => addReports(cypher, write, reports), jobs),
    sizeOf: (reports) => reports.reduce((sum, report) => sum + sizeOfReport(report), 0),
    largest: largestWrite,
    endsAll: isOutage,
  });
  return {
    addReports: (reports) => queue.add(reports),
    retractReport: (retraction) => retractReport(cypher, write, retraction),
    recluster: (recordIds, entityId) => recluster(cypher, write, recordIds, entityId),
    changes: (after, limit) => cypher.read<Change>(readChanges, { after, limit }),
    lastChange: async () => (await cypher.read<{ seq: number }>(readLastChange))[0]?.seq ?? 0,
    entities: (scope, ids) => steadily((at) => readEntities(at, scope, ids)),
    records: (scope, entityId, page) => steadily((at) => readRecords(at, scope, entityId, page)),
    linkCounts: (scope, ids) => steadily((at) => readLinkCounts(at, scope, ids)),
    neighbourTotals: (scope, ids) => steadily((at) => readNeighbourTotals(at, scope, ids)),
    pointers: (scope, ids) => steadily((at) => readPointers(at, scope, ids)),
    lookup: (scope, keys) => steadily((at) => lookUp(at, scope, keys)),
    search: (scope, query) => steadily((at) => searchEntities(at, scope, query)),
    expand: (scope, query) => steadily((at) => expandEntities(at, scope, query)),
    linksAmong: (scope, ids) => steadily((at) => readLinksAmong(at, scope, ids)),
    neighbours: (scope, ids, filter) => steadily((at) => readNeighbours(at, scope, ids, filter)),
    bundles: (scope, ids) => steadily((at) => readBundles(at, scope, ids)),
    evidence: (scope, bundleId, page) => steadily((at) => readEvidence(at, scope, bundleId, page)),
    commonNeighbours: (scope, query) => steadily((at) => readCommonNeighbours(at, scope, query)),
    reports: (scope, filter, page) => steadily((at) => readReports(at, scope, filter, page)),
    reportsByNumber: (scope, numbers) => steadily((at) => readReportsBy(at, scope, numbers)),
    reportRecords: (scope, number, page) => steadily((at) => readReportRecords(at, scope, number, page)),
    reportLinks: (scope, number, page) => steadily((at) => readLinksOfReport(at, scope, number, page)),
    overlaps: (scope, query) => steadily((at) => readOverlaps(at, scope, query)),
    part: (scope, id) => steadily((at) => readPart(at, scope, id)),
    verify: (onProgress) => verifyDerived(context, write, onProgress),
    async close() {
      await queue.whenIdle();
      await forgotten.whenIdle();
      await close();
    },
  };
}
