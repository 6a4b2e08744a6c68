import type { Vocabulary } from '@linchpin/schema';
import type { PublicIds } from '../../model/publicIds.ts';
import type { Scope } from '../../model/scope.ts';
import type { Change, GraphStore } from '../ports/graphStore.ts';
import { Interning } from './interning.ts';
import { bundle, evidence, linksAmong } from './read/bundles.ts';
import { commonNeighbours, neighbours } from './read/commonNeighbours.ts';
import { countLinks } from '../../model/neighbourhood.ts';
import { expand } from './read/expand.ts';
import { overlaps } from './read/overlaps.ts';
import { lookup, pointers } from './read/pointers.ts';
import { records } from './read/records.ts';
import { part, reportByNumber, reportLinks, reportRecords, reports } from './read/reports.ts';
import { search } from './read/search.ts';
import { Sight, type ReadContext } from './read/sight.ts';
import type { Sqlite } from './sqlite.ts';
import { verify } from './verify.ts';
import { AdjacencyWriter } from './write/adjacency.ts';
import { addReport, type Writers } from './write/addReport.ts';
import { EntityWriter } from './write/entities.ts';
import { HoldingWriter } from './write/holdings.ts';
import { ProtectionWriter } from './write/protection.ts';
import { recluster } from './write/recluster.ts';
import { retractReport } from './write/retractReport.ts';
import { SharedWriter } from './write/shared.ts';
import { WriteQueue } from './write/writeQueue.ts';

/** The evidence in one SQLite file (docs/adr/0001). */
export function embeddedGraphStore(
  db: Sqlite,
  { vocabulary, ids }: { readonly vocabulary: Vocabulary; readonly ids: PublicIds },
): GraphStore {
  const interning = new Interning(db, vocabulary);
  const symmetric = [...vocabulary.linkKinds.values()].filter((kind) => kind.isSymmetric).map((kind) => kind.kind);
  const writers: Writers = {
    db,
    ids,
    interning,
    entities: new EntityWriter(db, interning, ids),
    adjacency: new AdjacencyWriter(db, interning, symmetric),
    holdings: new HoldingWriter(db),
    shared: new SharedWriter(db, interning),
    protection: new ProtectionWriter(db, interning),
  };
  const queue = new WriteQueue(db, () => {
    interning.reload();
    writers.holdings.forget();
  });
  const context: ReadContext = { db, interning, ids, vocabulary };
  // Reads run in one go between two writes, so that each sees one state of the store.
  const read = async <T>(scope: Scope, answer: (sight: Sight) => T): Promise<T> => answer(new Sight(context, scope));
  return {
    addReports: (reports_) => queue.write(() => reports_.map((report) => addReport(writers, report))),
    async retractReport(retraction) {
      const answer = await queue.write(() => retractReport(writers, retraction));
      eraseTraces(db);
      return answer;
    },
    recluster: (recordIds, entityId) => queue.write(() => recluster(writers, recordIds, entityId)),
    changes: async (after, limit) => readChanges(db, after, limit),
    lastChange: async () => db.value<number | null>('SELECT max(seq) FROM change') ?? 0,
    entities: (scope, entityIds) => read(scope, (sight) => entityIds.map((id) => each(sight.find(id), (e) => sight.view(e)))),
    records: (scope, entityId, page) => read(scope, (sight) => records(sight, entityId, page)),
    linkCounts: (scope, entityIds) =>
      read(scope, (sight) => entityIds.map((id) => each(sight.find(id), (e) => countLinks(sight.rows(e))) ?? [])),
    neighbourTotals: (scope, entityIds) =>
      read(scope, (sight) => entityIds.map((id) => each(sight.find(id), (e) => sight.countNeighbours(e)) ?? 0)),
    pointers: (scope, entityIds) => read(scope, (sight) => entityIds.map((id) => pointers(sight, id))),
    lookup: (scope, keys) => read(scope, (sight) => lookup(sight, keys)),
    search: (scope, query) => read(scope, (sight) => search(sight, query)),
    expand: (scope, query) => read(scope, (sight) => expand(sight, query)),
    linksAmong: (scope, entityIds) => read(scope, (sight) => linksAmong(sight, entityIds)),
    neighbours: (scope, entityIds, filter) => read(scope, (sight) => neighbours(sight, entityIds, filter)),
    bundles: (scope, bundleIds) => read(scope, (sight) => bundleIds.map((id) => bundle(sight, id))),
    evidence: (scope, bundleId, page) => read(scope, (sight) => evidence(sight, bundleId, page)),
    commonNeighbours: (scope, query) => read(scope, (sight) => commonNeighbours(sight, query)),
    reports: (scope, filter, page) => read(scope, (sight) => reports(sight, filter, page)),
    reportsByNumber: (scope, numbers) => read(scope, (sight) => numbers.map((number) => reportByNumber(sight, number))),
    reportRecords: (scope, number, page) => read(scope, (sight) => reportRecords(sight, number, page)),
    reportLinks: (scope, number, page) => read(scope, (sight) => reportLinks(sight, number, page)),
    overlaps: (scope, query) => read(scope, (sight) => overlaps(sight, query)),
    part: (scope, id) => read(scope, (sight) => part(sight, id)),
    verify: async () => verify(db, interning, symmetric),
    close: async () => {
      queue.flush();
      db.close();
    },
  };
}

/**
 * Deleted means deleted. FTS5 keeps deleted words until its segments are merged (its own secure-delete option damages the
 * index in SQLite 3.45), and the journal keeps old pages until it is emptied. Freed pages are zeroed by `secure_delete`.
 */
function eraseTraces(db: Sqlite): void {
  db.exec("INSERT INTO fts(fts) VALUES ('optimize')");
  db.exec('PRAGMA wal_checkpoint(TRUNCATE)');
}

function each<T>(e: number | null, answer: (e: number) => T): T | null {
  return e === null ? null : answer(e);
}

function readChanges(db: Sqlite, after: number, limit: number): Change[] {
  return db
    .all<[number, Change['kind'], string | null, string]>(
      'SELECT seq, kind, report, entities FROM change WHERE seq > ? ORDER BY seq LIMIT ?',
      [after, limit],
    )
    .map(([seq, kind, reportNumber, entities]) => ({
      seq,
      kind,
      reportNumber,
      entityIds: db
        .all<[string]>('SELECT id FROM entity WHERE e IN (SELECT value FROM json_each(?))', [entities])
        .map(([id]) => id)
        .sort(),
    }));
}
