import { coreVocabulary } from '@linchpin/schema';
import { describe, expect, it } from 'vitest';
import { mintScope } from '../../gate/mintScope.ts';
import type { PreparedReport } from '../../model/prepared.ts';
import type { Page, PageRequest } from '../../model/views.ts';
import type { GraphStore } from '../ports/graphStore.ts';
import { compareStores, type Compared } from './compareStores.ts';
import { secret } from './examples/exampleWorld.ts';
import { describeMismatch, narrowMismatch } from './narrowMismatch.ts';
import { referenceModel } from './referenceModel.ts';
import { groups } from './worlds/places.ts';

type Fault = (right: GraphStore) => Partial<GraphStore>;

/** Each is a mistake that a store could make; the comparison is worth something only if it finds them all. */
const faults: Readonly<Record<string, Fault>> = {
  'counts a bundle of several links as one': (right) => ({
    linkCounts: async (scope, ids) =>
      (await right.linkCounts(scope, ids)).map((rows) => rows.map((row) => ({ ...row, links: row.neighbours }))),
  }),
  'leaks entities of groups that the viewer is not in': (right) => ({
    entities: (scope, ids) => right.entities(mintScope({ agency: scope.agency, groups }), ids),
  }),
  'leaks search hits of another agency': (right) => ({
    search: (scope, query) => right.search(mintScope({ agency: 'ALPHA', groups: scope.audiences }), query),
  }),
  'breaks ties of what was last seen the wrong way': (right) => ({
    lookup: async (scope, keys) => {
      const answer = await right.lookup(scope, keys);
      const views = await right.entities(scope, answer.entityIds);
      const order = [...views].sort((a, b) => (b!.lastSeen ?? 0) - (a!.lastSeen ?? 0) || (a!.id < b!.id ? 1 : -1));
      return { ...answer, entityIds: order.map((view) => view!.id) };
    },
  }),
  'skips an item at the beginning of every further page': (right) => ({
    evidence: async (scope, id, page) => skipFirst(page, await right.evidence(scope, id, page)),
  }),
  'forgets that a victim is protected': (right) => ({
    addReports: (reports) => right.addReports(reports.map((report) => ({ ...report, links: withoutVictims(report) }))),
  }),
  'forgets that a sealed report may protect everywhere': (right) => ({
    addReports: (reports) =>
      right.addReports(reports.map((report) => ({ ...report, origin: { ...report.origin, protectEverywhere: false } }))),
  }),
  'points at sealed records': (right) => ({
    pointers: async (scope, ids) =>
      (await right.pointers(scope, ids)).map(({ encounters }) => ({
        encounters,
        pointers: [
          ...new Map(encounters.map(({ holder, entityId }) => [holder, { agency: holder, entityId, contact: null }])).values(),
        ],
      })),
  }),
  'closes the window at its end': (right) => ({
    expand: (scope, query) => {
      const { since, until } = query.window;
      return right.expand(scope, { ...query, window: { since, until: until === null ? null : until + 1 } });
    },
  }),
  'counts one undated link too few': (right) => ({
    expand: async (scope, query) => {
      const answer = await right.expand(scope, query);
      return { ...answer, undated: Math.max(0, answer.undated - 1) };
    },
  }),
  'leaves a record behind when it moves several': (right) => ({
    recluster: (ids, entityId) => right.recluster(ids.length > 3 ? ids.slice(1) : ids, entityId),
  }),
  'shows links of a report that was retracted': (right) => {
    const unretracted = referenceModel(coreVocabulary);
    return {
      addReports: async (reports) => {
        await unretracted.addReports(reports);
        return right.addReports(reports);
      },
      recluster: async (ids, entityId) => {
        await unretracted.recluster(ids, entityId).catch(() => undefined);
        return right.recluster(ids, entityId);
      },
      reportLinks: (scope, number, page) => unretracted.reportLinks(scope, number, page),
    };
  },
  'lists generic entities among the strongest overlaps': (right) => ({
    overlaps: async (scope, query) => {
      const page = await right.overlaps(scope, query);
      return { ...page, items: [...page.items].sort((a, b) => b.item.strength - a.item.strength) };
    },
  }),
};

describe('the comparison with the reference model', () => {
  it.each(Object.entries(faults))('finds a store that %s', async (_, fault) => {
    expect(await findFault(fault, 5)).not.toBeNull();
  });

  it('narrows what it finds down to a few writes, and says it in words', async () => {
    const open = openWith(faults['leaks entities of groups that the viewer is not in']!);
    const comparison = { seed: 1, operations: 60, scopes: 10, secret, vocabulary: coreVocabulary, open };
    const { mismatch } = await compareStores(comparison);
    const narrowed = await narrowMismatch(comparison, mismatch!);
    expect(narrowed.operations.length).toBeLessThan(5);
    expect(describeMismatch(1, narrowed)).toContain('"read":"entities"');
  });
});

async function findFault(fault: Fault, seeds: number): Promise<Compared['mismatch']> {
  for (let seed = 1; seed <= seeds; seed++) {
    const comparison = { seed, operations: 250, scopes: 20, secret, vocabulary: coreVocabulary, open: openWith(fault) };
    const { mismatch } = await compareStores(comparison);
    if (mismatch) return mismatch;
  }
  return null;
}

function openWith(fault: Fault): () => Promise<GraphStore> {
  return async () => {
    const right = referenceModel(coreVocabulary);
    return { ...right, ...fault(right) };
  };
}

function withoutVictims({ links }: PreparedReport): PreparedReport['links'] {
  return links.map((link) => ({ ...link, isProtecting: false }));
}

function skipFirst<T>({ after }: PageRequest, page: Page<T>): Page<T> {
  return after === null || page.items.length < 2 ? page : { ...page, items: page.items.slice(1) };
}
