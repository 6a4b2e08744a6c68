import { compareText, greatest } from '../../../model/entityView.ts';
import { limits } from '../../../model/paging.ts';
import { cutPage } from '../../../model/positions.ts';
import type { Scope } from '../../../model/scope.ts';
import { matchClass, matchOneTypo, matchWords, type MatchClass } from '../../../model/searchPlan.ts';
import type { ProtectionFacts } from '../../../model/protection.ts';
import { PERSON } from '../../../model/vocabularyWords.ts';
import type { SearchAnswer, SearchQuery } from '../../ports/graphStore.ts';
import { findHolders } from '../queries/readOutside.ts';
import { searchHoldings } from '../queries/searchHoldings.ts';
import { candidateText, typoText } from './luceneText.ts';
import { Sight, type FoundEntity, type ReadContext } from './sight.ts';

/** An entity that the index proposes, with the words of what each origin in scope holds about it. */
interface Proposed extends FoundEntity, ProtectionFacts {
  readonly documents: readonly (readonly string[])[];
  readonly isGuarded: boolean;
  readonly lastLink: number | null;
  readonly lastOccurred: number | null;
}

interface Hit extends FoundEntity {
  readonly match: MatchClass;
  /** Undefined: not told by the statement that found it. */
  readonly lastSeen: number | null | undefined;
}

/** The index proposes; what matches, how well and in which order is ours. */
export async function searchEntities(at: ReadContext, scope: Scope, query: SearchQuery): Promise<SearchAnswer> {
  const sight = new Sight(at, scope);
  const better = await findMatches(sight, query);
  const typos = better.size === 0 ? await findTypos(sight, query) : null;
  const hits = [...(typos?.hits ?? better).values()];
  const wanted = hits.filter(({ kind }) => query.kinds === null || query.kinds.includes(kind));
  const unknown = wanted.filter(({ lastSeen }) => lastSeen === undefined);
  const briefs = await sight.briefs(unknown.map(({ id }) => id));
  const page = cutPage(wanted, ['up', 'down', 'up'], {
    ...query.page,
    positionOf: ({ id, match, lastSeen }) => [match, (lastSeen === undefined ? briefs.get(id)?.lastSeen : lastSeen) ?? null, id],
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
  const holders = plan.keys.length > 0 ? await sight.read<FoundEntity>(findHolders, { keys: plan.keys, agencies }) : [];
  for (const { id, kind, documents, lastSeen } of await proposedBy(sight, candidateText(plan), agencies)) {
    const matches = documents.flatMap((words) => matchWords(plan, words) ?? []);
    if (matches.length > 0) hits.set(id, { id, kind, lastSeen, match: Math.min(...matches) as MatchClass });
  }
  const shy = await sight.protectedAmong(holders);
  for (const { id, kind } of holders)
    if (!shy.has(id)) hits.set(id, { id, kind, lastSeen: hits.get(id)?.lastSeen, match: matchClass.exact });
  return hits;
}

interface Typos {
  readonly hits: ReadonlyMap<string, Hit>;
  readonly correction: SearchAnswer['correction'];
}

/** Asked only where nothing matches better. The word that most documents may mean is offered. */
async function findTypos(sight: Sight, { plan, agencies }: SearchQuery): Promise<Typos> {
  const hits = new Map<string, Hit>();
  const meanings = new Map<string, { typed: string; meant: string; documents: number }>();
  for (const { id, kind, documents, lastSeen } of await proposedBy(sight, typoText(plan), agencies))
    for (const words of documents) {
      const typo = matchOneTypo(plan, words);
      if (!typo) continue;
      hits.set(id, { id, kind, lastSeen, match: matchClass.oneTypo });
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

/** Protected people left out. Telling links do not date: where one may be among them, the visible links are asked later. */
async function proposedBy(
  sight: Sight,
  text: string | null,
  agencies: readonly string[] | null,
): Promise<(FoundEntity & Pick<Proposed, 'documents'> & Pick<Hit, 'lastSeen'>)[]> {
  if (text === null) return [];
  const proposed = await sight.read<Proposed>(searchHoldings, { text, agencies });
  for (const one of proposed) if (one.kind === PERSON) sight.noteProtection(one.id, one);
  const shy = await sight.protectedAmong(proposed);
  return proposed.flatMap(({ id, kind, documents, isGuarded, lastLink, lastOccurred }) =>
    shy.has(id) ? [] : [{ id, kind, documents, lastSeen: isGuarded ? undefined : greatest([lastLink, lastOccurred]) }],
  );
}

function countKinds(hits: readonly Hit[]): { kind: string; count: number }[] {
  const counts = new Map<string, number>();
  for (const { kind } of hits) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return [...counts].map(([kind, count]) => ({ kind, count })).sort((a, b) => b.count - a.count || compareText(a.kind, b.kind));
}
