import { matchClass, matchOneTypo, matchWords } from '../../../model/searchPlan.ts';
import { limits } from '../../../model/paging.ts';
import type { SearchAnswer, SearchQuery } from '../../ports/graphStore.ts';
import type { Sight } from './sight.ts';
import { sortedBy, sortedPage } from './sortedPage.ts';

interface Found {
  readonly entityId: string;
  readonly kind: string;
  readonly matched: number;
  /** Typed and meant words of each document that matches by a typo. */
  readonly typos: readonly { readonly typed: string; readonly meant: string }[];
}

export function searchWords(sight: Sight, { plan, kinds, agencies, page }: SearchQuery): SearchAnswer {
  const found: Found[] = [];
  for (const [entityId, all] of sight.records) {
    const records = all.filter(({ report }) => agencies === null || agencies.includes(report.origin.agency));
    if (sight.isProtected(entityId) || records.length === 0) continue;
    const hasKey = records.some(({ record }) => record.lookupKeys.some((key) => plan.keys.includes(key)));
    const origins = [...new Set(records.map(({ report }) => originOf(report)))];
    const documents = origins.map((origin) => [
      ...new Set(records.filter(({ report }) => originOf(report) === origin).flatMap(({ record }) => record.words)),
    ]);
    const matches = documents.flatMap((words) => matchWords(plan, words) ?? []);
    const typos = documents.flatMap((words) => {
      const typo = matchOneTypo(plan, words);
      return typo ? typo.meant.map((meant) => ({ typed: typo.typed, meant })) : [];
    });
    const kind = sight.kindOf(entityId);
    if (hasKey) found.push({ entityId, kind, matched: matchClass.exact, typos: [] });
    else if (matches.length > 0) found.push({ entityId, kind, matched: Math.min(...matches), typos: [] });
    else if (typos.length > 0) found.push({ entityId, kind, matched: matchClass.oneTypo, typos });
  }
  const hasBetter = found.some(({ matched }) => matched < matchClass.oneTypo);
  const hits = found.filter(({ matched }) => matched < matchClass.oneTypo || !hasBetter);
  return answer(sight, hits, { kinds, page });
}

function answer(sight: Sight, hits: readonly Found[], { kinds, page }: Pick<SearchQuery, 'kinds' | 'page'>): SearchAnswer {
  const wanted = hits.filter(({ kind }) => kinds === null || kinds.includes(kind));
  const cut = sortedPage(wanted, ['up', 'down', 'up'], {
    ...page,
    positionOf: ({ entityId, matched }) => [matched, sight.view(entityId).lastSeen, entityId],
  });
  const counts = [...new Set(hits.map(({ kind }) => kind))].map((kind) => ({
    kind,
    count: hits.filter((hit) => hit.kind === kind).length,
  }));
  return {
    hits: cut.items.map(({ item, position }) => ({ entityId: item.entityId, position })),
    hasNext: cut.hasNext,
    total: Math.min(cut.total, limits.exactTotal),
    isTotalExact: cut.total <= limits.exactTotal,
    facets: sortedBy(counts, ['down', 'up'], ({ kind, count }) => [count, kind]),
    correction: correct(hits),
  };
}

/** Like the facets from hits of every kind: the word that most documents may mean, ties alphabetical. */
function correct(hits: readonly Found[]): SearchAnswer['correction'] {
  const typos = hits.flatMap((hit) => hit.typos);
  const timesMeant = (typo: { typed: string; meant: string }): number =>
    typos.filter(({ typed, meant }) => typed === typo.typed && meant === typo.meant).length;
  return sortedBy(typos, ['down', 'up', 'up'], (typo) => [timesMeant(typo), typo.meant, typo.typed])[0] ?? null;
}

function originOf(report: { readonly origin: { readonly agency: string; readonly audience: string } }): string {
  return `${report.origin.agency} ${report.origin.audience}`;
}
