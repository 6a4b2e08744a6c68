import type { Vocabulary } from '@linchpin/schema';
import type { Scope } from '../../model/scope.ts';
import type { Page, PageRequest } from '../../model/views.ts';
import type { GraphStore } from '../ports/graphStore.ts';
import { expandEntities } from './reference/expandEntities.ts';
import { findOverlaps } from './reference/findOverlaps.ts';
import { meet, pointersOf } from './reference/meetOutside.ts';
import { countLinks, findCommon, listNeighbours } from './reference/readNeighbours.ts';
import { searchWords } from './reference/searchWords.ts';
import { showLink, showRecord, showReport } from './reference/showParts.ts';
import { Sight } from './reference/sight.ts';
import { sortedBy, sortedPage } from './reference/sortedPage.ts';
import { World, type HeldReport } from './reference/world.ts';
import { matchesWindow } from '../../model/moment.ts';
import { sees } from '../../model/scope.ts';

/**
 * The rules (docs: semantics) as plainly as they can be written: everything in arrays, everything recomputed.
 * What the adapters answer is right when it is what this answers. It shares nothing with them but `model`.
 */
export function referenceModel(vocabulary: Vocabulary): GraphStore {
  const world = new World();
  let sights = new Map<string, Sight>();
  const look = (scope: Scope): Sight => {
    const sight = sights.get(scope.key) ?? new Sight(world, vocabulary, scope);
    sights.set(scope.key, sight);
    return sight;
  };
  const write = <T>(work: () => T): T => {
    sights = new Map();
    return work();
  };
  const heldByNumber = (number: string): HeldReport | undefined => world.reports.find(({ report }) => report.number === number);

  return {
    addReports: async (reports) => write(() => reports.map((report) => world.add(report))),
    retractReport: async (retraction) => write(() => world.retract(retraction)),
    recluster: async (recordIds, entityId) => write(() => world.recluster(recordIds, entityId)),
    changes: async (after, limit) => world.changes.filter(({ seq }) => seq > after).slice(0, limit),
    lastChange: async () => world.changes.length,

    entities: async (scope, ids) => {
      const sight = look(scope);
      return ids.map((id) => sight.find(id)).map((id) => (id === null ? null : sight.view(id)));
    },
    records: async (scope, entityId, page) => {
      const sight = look(scope);
      const id = sight.find(entityId);
      const records = sortedPage(id === null ? [] : sight.records.get(id)!, ['down', 'up'], {
        ...page,
        positionOf: ({ record, report }) => [report.receivedAt, record.id],
      });
      return mapPage(records, (record) => showRecord(sight, record));
    },
    neighbourTotals: async (scope, ids) => {
      const sight = look(scope);
      return ids
        .map((id) => sight.find(id))
        .map((id) => (id === null ? 0 : new Set(sight.stepsOf(id).map(({ other }) => other)).size));
    },
    linkCounts: async (scope, ids) => {
      const sight = look(scope);
      return ids.map((id) => sight.find(id)).map((id) => (id === null ? [] : countLinks(sight, id)));
    },
    pointers: async (scope, ids) => {
      const sight = look(scope);
      return ids
        .map((id) => sight.find(id))
        .map((id) => (id === null ? { pointers: [], encounters: [] } : pointersOf(sight, id)));
    },
    lookup: async (scope, keys) => {
      const sight = look(scope);
      const holds = ({ record }: { record: { lookupKeys: readonly string[] } }): boolean =>
        record.lookupKeys.some((key) => keys.includes(key));
      const holders = [...sight.records].filter(([id, records]) => !sight.isProtected(id) && records.some(holds));
      const ids = sortedBy(holders, ['down', 'up'], ([id]) => [sight.view(id).lastSeen, id]).map(([id]) => id);
      return { entityIds: ids, ...meet(sight, [...sight.outside.values()].flat().filter(holds)) };
    },
    search: async (scope, query) => searchWords(look(scope), query),
    expand: async (scope, query) => expandEntities(look(scope), query),
    linksAmong: async (scope, ids) => {
      const sight = look(scope);
      const among = new Set(sight.findAll(ids));
      const bundles = [...sight.bundles.values()].filter(({ key }) => among.has(key.from) && among.has(key.to));
      return sortedBy(
        bundles.map((bundle) => sight.bundleView(bundle)),
        ['up'],
        ({ id }) => [id],
      );
    },
    neighbours: async (scope, ids, filter) => listNeighbours(look(scope), ids, filter),
    bundles: async (scope, ids) => {
      const sight = look(scope);
      return ids.map((id) => sight.findBundle(id)).map((bundle) => bundle && sight.bundleView(bundle));
    },
    evidence: async (scope, bundleId, page) => {
      const sight = look(scope);
      const links = sortedPage(sight.findBundle(bundleId)?.links ?? [], ['down', 'up'], {
        ...page,
        positionOf: ({ link }) => [link.time, link.id],
      });
      return mapPage(links, (link) => showLink(sight, link));
    },
    commonNeighbours: async (scope, query) => findCommon(look(scope), query),
    reports: async (scope, { agency, kind, window }, page) => {
      const sight = look(scope);
      const timeOf = ({ report }: HeldReport): number => report.occurredAt?.at ?? report.receivedAt;
      const seen = world.reports.filter(
        (held) =>
          sight.seesReport(held) &&
          (agency === null || held.report.origin.agency === agency) &&
          (kind === null || held.report.kind === kind) &&
          matchesWindow({ start: timeOf(held), end: null }, window),
      );
      const reports = sortedPage(seen, ['down', 'up'], { ...page, positionOf: (held) => [timeOf(held), held.report.number] });
      return mapPage(reports, (report) => showReport(sight, report));
    },
    reportsByNumber: async (scope, numbers) => {
      const sight = look(scope);
      const held = numbers.map(heldByNumber);
      return held.map((report) => (report && sees(scope, report.report.origin) ? showReport(sight, report) : null));
    },
    reportRecords: async (scope, number, page) => {
      const sight = look(scope);
      const held = heldByNumber(number);
      const records = held && sight.seesReport(held) ? held.records : [];
      return mapPage(
        inOrder(records, page, ({ record }) => record.ordinal),
        (record) => showRecord(sight, record),
      );
    },
    reportLinks: async (scope, number, page) => {
      const sight = look(scope);
      const held = heldByNumber(number);
      const links = held && sight.seesReport(held) ? held.links.filter((link) => !sight.isHidden(link)) : [];
      return mapPage(
        inOrder(links, page, ({ link }) => link.ordinal),
        (link) => showLink(sight, link),
      );
    },
    overlaps: async (scope, query) => findOverlaps(look(scope), query),
    part: async (scope, id) => {
      const sight = look(scope);
      for (const held of world.reports) {
        if (!sees(scope, held.report.origin)) continue;
        if (held.report.id === id) return { part: 'report', report: showReport(sight, held) };
        const record = held.records.find((candidate) => candidate.record.id === id);
        if (record) return { part: 'record', record: showRecord(sight, record) };
        const link = held.links.find((candidate) => candidate.link.id === id);
        if (link) return sight.isHidden(link) ? null : { part: 'link', link: showLink(sight, link) };
      }
      return null;
    },

    verify: async () => ({ checked: { reports: world.reports.length, records: world.records().length }, problems: [] }),
    close: async () => {},
  };
}

function inOrder<T>(items: readonly T[], page: PageRequest, ordinalOf: (item: T) => number): Page<T> {
  return sortedPage(items, ['up'], { ...page, positionOf: (item) => [ordinalOf(item)] });
}

function mapPage<T, U>({ items, ...page }: Page<T>, map: (item: T) => U): Page<U> {
  return { ...page, items: items.map(({ item, position }) => ({ item: map(item), position })) };
}
