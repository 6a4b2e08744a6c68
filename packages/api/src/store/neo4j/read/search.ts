import { compareText } from '../../../model/entityView.ts';
import { limits } from '../../../model/paging.ts';
import { cutPage } from '../../../model/positions.ts';
import type { Scope } from '../../../model/scope.ts';
import { matchClass, matchOneTypo, matchWords, type MatchClass } from '../../../model/searchPlan.ts';
import type { SearchAnswer, SearchQuery } from '../../ports/graphStore.ts';
import { findHolders } from '../queries/readOutside.ts';
import { searchHoldings } from '../queries/searchHoldings.ts';
import { candidateText, typoText } from './luceneText.ts';
import { Sight, type FoundEntity, type ReadContext } from './sight.ts';

/** What one origin holds about one entity. */
interface SearchDocument extends FoundEntity {
  readonly document: string;
  readonly words: readonly string[];
}

interface Hit extends FoundEntity {
  readonly match: MatchClass;
}

/** The index proposes; what matches, how well and in which order is ours. */
export async function searchEntities(at: ReadContext, scope: Scope, query: SearchQuery): Promise<SearchAnswer> {
  const sight = new Sight(at, scope);
  const better = await findMatches(sight, query);
  const typos = better.size === 0 ? await findTypos(sight, query) : null;
  const hits = [...(typos?.hits ?? better).values()];
  const wanted = hits.filter(({ kind }) => query.kinds === null || query.kinds.includes(kind));
  const briefs = await sight.briefs(wanted.map(({ id }) => id));
  const page = cutPage(wanted, ['up', 'down', 'up'], {
    ...query.page,
    positionOf: ({ id, match }) => [match, briefs.get(id)?.lastSeen ?? null, id],
  });
  return {
    hits: page.items.map(({ item, position }) => ({ entityId: item.id, position })),
    hasNext: page.hasNext,
    total: Math.min(page.total, limits.exactTotal),
    isTotalExact: page.total <= limits.exactTotal,
    facets: countKinds(hits),
    correction: typos?.correction ?? null,
  };
}

async function findMatches(sight: Sight, { plan, agencies }: SearchQuery): Promise<Map<string, Hit>> {
  const hits = new Map<string, Hit>();
  const note = ({ id, kind }: FoundEntity, match: MatchClass): void => {
    const known = hits.get(id);
    if (!known || match < known.match) hits.set(id, { id, kind, match });
  };
  const holders = plan.keys.length > 0 ? await sight.read<FoundEntity>(findHolders, { keys: plan.keys, agencies }) : [];
  const documents = await documentsOf(sight, candidateText(plan), agencies);
  const shy = await sight.protectedAmong([...holders, ...documents]);
  for (const holder of holders) if (!shy.has(holder.id)) note(holder, matchClass.exact);
  for (const document of documents) {
    const match = shy.has(document.id) ? null : matchWords(plan, document.words);
    if (match !== null) note(document, match);
  }
  return hits;
}

interface Typos {
  readonly hits: ReadonlyMap<string, Hit>;
  readonly correction: SearchAnswer['correction'];
}

/** Asked only where nothing matches better. The word that most documents may mean is offered. */
async function findTypos(sight: Sight, { plan, agencies }: SearchQuery): Promise<Typos> {
  const documents = await documentsOf(sight, typoText(plan), agencies);
  const shy = await sight.protectedAmong(documents);
  const hits = new Map<string, Hit>();
  const meanings = new Map<string, { typed: string; meant: string; documents: number }>();
  for (const { id, kind, words } of documents) {
    const typo = shy.has(id) ? null : matchOneTypo(plan, words);
    if (!typo) continue;
    hits.set(id, { id, kind, match: matchClass.oneTypo });
    for (const meant of typo.meant) {
      const meaning = meanings.get(`${meant} ${typo.typed}`) ?? { typed: typo.typed, meant, documents: 0 };
      meanings.set(`${meant} ${typo.typed}`, { ...meaning, documents: meaning.documents + 1 });
    }
  }
  const [best] = [...meanings.values()].sort(
    (a, b) => b.documents - a.documents || compareText(a.meant, b.meant) || compareText(a.typed, b.typed),
  );
  return { hits, correction: best ? { typed: best.typed, meant: best.meant } : null };
}

async function documentsOf(sight: Sight, text: string | null, agencies: readonly string[] | null): Promise<SearchDocument[]> {
  return text === null ? [] : sight.read<SearchDocument>(searchHoldings, { text, agencies });
}

function countKinds(hits: readonly Hit[]): { kind: string; count: number }[] {
  const counts = new Map<string, number>();
  for (const { kind } of hits) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return [...counts].map(([kind, count]) => ({ kind, count })).sort((a, b) => b.count - a.count || compareText(a.kind, b.kind));
}
