import { countLinks } from '../../model/neighbourhood.ts';
import type { Scope } from '../../model/scope.ts';
import type { Change, GraphStore } from '../ports/graphStore.ts';
import { bundle, evidence, linksAmong } from './read/bundles.ts';
import { commonNeighbours, neighbours } from './read/commonNeighbours.ts';
import { expand } from './read/expand.ts';
import { overlaps } from './read/overlaps.ts';
import { lookup, pointers } from './read/pointers.ts';
import { records } from './read/records.ts';
import { part, reportByNumber, reportLinks, reportRecords, reports } from './read/reports.ts';
import { search } from './read/search.ts';
import { Sight, type ReadContext } from './read/sight.ts';

type Writing = 'addReports' | 'retractReport' | 'recluster' | 'verify' | 'close';

/** Every read of the port, answered at once. Plain data in, plain data out: they may be asked from another thread. */
export type EmbeddedReads = {
  readonly [K in Exclude<keyof GraphStore, Writing>]: (...asked: Parameters<GraphStore[K]>) => Awaited<ReturnType<GraphStore[K]>>;
};

/** The reads over one connection. Call each inside one read transaction, so that it sees one state of the store. */
export function embeddedReads(context: ReadContext): EmbeddedReads {
  const { db } = context;
  const look = (scope: Scope): Sight => new Sight(context, scope);
  return {
    changes: (after, limit) => readChanges(context, after, limit),
    lastChange: () => db.value<number | null>('SELECT max(seq) FROM change') ?? 0,
    entities: (scope, ids) => each(look(scope), ids, (sight, e) => sight.view(e)),
    records: (scope, entityId, page) => records(look(scope), entityId, page),
    linkCounts: (scope, ids) => each(look(scope), ids, (sight, e) => countLinks(sight.rows(e))).map((counts) => counts ?? []),
    neighbourTotals: (scope, ids) => each(look(scope), ids, (sight, e) => sight.countNeighbours(e)).map((total) => total ?? 0),
    pointers: (scope, ids) => {
      const sight = look(scope);
      return ids.map((id) => pointers(sight, id));
    },
    lookup: (scope, keys) => lookup(look(scope), keys),
    search: (scope, query) => search(look(scope), query),
    expand: (scope, query) => expand(look(scope), query),
    linksAmong: (scope, ids) => linksAmong(look(scope), ids),
    neighbours: (scope, ids, filter) => neighbours(look(scope), ids, filter),
    bundles: (scope, ids) => {
      const sight = look(scope);
      return ids.map((id) => bundle(sight, id));
    },
    evidence: (scope, bundleId, page) => evidence(look(scope), bundleId, page),
    commonNeighbours: (scope, query) => commonNeighbours(look(scope), query),
    reports: (scope, filter, page) => reports(look(scope), filter, page),
    reportsByNumber: (scope, numbers) => {
      const sight = look(scope);
      return numbers.map((number) => reportByNumber(sight, number));
    },
    reportRecords: (scope, number, page) => reportRecords(look(scope), number, page),
    reportLinks: (scope, number, page) => reportLinks(look(scope), number, page),
    overlaps: (scope, query) => overlaps(look(scope), query),
    part: (scope, id) => part(look(scope), id),
  };
}

function each<T>(sight: Sight, ids: readonly string[], answer: (sight: Sight, e: number) => T): (T | null)[] {
  return ids.map((id) => {
    const e = sight.find(id);
    return e === null ? null : answer(sight, e);
  });
}

function readChanges({ db }: ReadContext, after: number, limit: number): Change[] {
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
