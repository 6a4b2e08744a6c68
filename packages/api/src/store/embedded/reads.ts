import type { Scope } from '../../model/scope.ts';
import type { Change, GraphStore } from '../ports/graphStore.ts';
import { bundle, evidence, linksAmong } from './read/bundles.ts';
import { commonNeighbours } from './read/commonNeighbours.ts';
import { startReading, type ReadContext, type Reading } from './read/context.ts';
import { countLinks } from './read/countLinks.ts';
import { expand } from './read/expand.ts';
import { neighbours } from './read/neighbours.ts';
import { overlaps } from './read/overlaps.ts';
import { lookup, pointers } from './read/pointers.ts';
import { records } from './read/records.ts';
import { part, reportLinks, reportRecords } from './read/reportParts.ts';
import { reports } from './read/reports.ts';
import { reportsByNumber } from './read/reportViews.ts';
import { search } from './read/search.ts';
import { Sight } from './read/sight.ts';
import { countNeighbours, viewEntities } from './read/viewEntities.ts';

type Writing = 'addReports' | 'retractReport' | 'recluster' | 'verify' | 'close';

/** Every read of the port, answered at once. Plain data in, plain data out: they may be asked from another thread. */
export type EmbeddedReads = {
  readonly [K in Exclude<keyof GraphStore, Writing>]: (...asked: Parameters<GraphStore[K]>) => Awaited<ReturnType<GraphStore[K]>>;
};

/** The reads over one connection. Call each inside one read transaction, so that it sees one state of the store. */
export function embeddedReads(context: ReadContext): EmbeddedReads {
  const { db } = context;
  const at = startReading(context);
  const look = (scope: Scope): Sight => new Sight(at, scope);
  return settling(at, {
    changes: (after, limit) => readChanges(context, after, limit),
    lastChange: () => db.value<number | null>('SELECT max(seq) FROM change') ?? 0,
    entities: (scope, ids) => {
      const sight = look(scope);
      const found = sight.findAll(ids);
      const views = viewEntities(
        sight,
        found.filter((e) => e !== null),
      );
      return found.map((e) => (e === null ? null : views.get(e)!));
    },
    records: (scope, entityId, page) => records(look(scope), entityId, page),
    linkCounts: (scope, ids) =>
      each(look(scope), ids, (sight, e) => countLinks(sight, sight.match(e))).map((counts) => counts ?? []),
    neighbourTotals: (scope, ids) => each(look(scope), ids, countNeighbours).map((total) => total ?? 0),
    pointers: (scope, ids) => {
      const sight = look(scope);
      return pointers(sight, sight.findAll(ids));
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
    reportsByNumber: (scope, numbers) => reportsByNumber(look(scope), numbers),
    reportRecords: (scope, number, page) => reportRecords(look(scope), number, page),
    reportLinks: (scope, number, page) => reportLinks(look(scope), number, page),
    overlaps: (scope, query) => overlaps(look(scope), query),
    part: (scope, id) => part(look(scope), id),
  });
}

/** Gives back after each read what it read beyond what may be kept. */
function settling({ entities }: Reading, reads: EmbeddedReads): EmbeddedReads {
  const entries = Object.entries(reads).map(([name, read]) => [
    name,
    (...asked: unknown[]) => {
      try {
        return (read as (...asked: unknown[]) => unknown)(...asked);
      } finally {
        entities.settle();
      }
    },
  ]);
  return Object.fromEntries(entries) as EmbeddedReads;
}

function each<T>(sight: Sight, ids: readonly string[], answer: (sight: Sight, e: number) => T): (T | null)[] {
  const found = sight.findAll(ids);
  sight.learnRows(found.filter((e) => e !== null));
  return found.map((e) => (e === null ? null : answer(sight, e)));
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
