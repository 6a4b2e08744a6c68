import { searchStore } from '@linchpin/api/src/analysis/paths/searchStore.ts';
import type { Scope } from '@linchpin/api/src/model/scope.ts';
import type { ExpandQuery, GraphStore } from '@linchpin/api/src/store/ports/graphStore.ts';

const window = { since: null, until: null };

/** The questions of the table, as the use-cases ask them of a store. */
export function questionsAt(graph: GraphStore) {
  const page = (id: string, more: Partial<ExpandQuery> = {}): ExpandQuery => ({
    ids: [id],
    linkKinds: null,
    entityKinds: null,
    direction: null,
    exclude: [],
    order: 'NEWEST',
    limit: 50,
    window,
    ...more,
  });
  return {
    page,
    async expand(scope: Scope, id: string) {
      const answer = await graph.expand(scope, page(id));
      const [counts] = await graph.linkCounts(scope, [id]);
      return { answer, counts: counts! };
    },
    search: (scope: Scope, words: readonly string[]) =>
      graph.search(scope, {
        plan: { keys: [], alternatives: [words], pattern: null },
        kinds: null,
        agencies: null,
        page: { first: 20, after: null },
      }),
    /** One letter of the last word other. */
    mistype(words: readonly string[]): string[] {
      const last = words.at(-1)!;
      const middle = Math.floor(last.length / 2);
      return [...words.slice(0, -1), `${last.slice(0, middle)}${last[middle] === 'q' ? 'z' : 'q'}${last.slice(middle + 1)}`];
    },
    overlaps: (scope: Scope) =>
      graph.overlaps(scope, {
        agencies: null,
        agencyGroups: [],
        kinds: null,
        since: null,
        minimumAgencies: 2,
        order: 'STRENGTH',
        now: Date.UTC(2026, 0, 1),
        page: { first: 100, after: null },
      }),
    path: (scope: Scope, from: string, to: string) =>
      searchStore(graph, scope, { from, to, maxHops: 6, count: 1, throughGeneric: false, linkKinds: null, window }),
  };
}
