import { foldCompact } from '@linchpin/schema';
import type { UseCase } from '../../gate/useCase.ts';
import type { CountedConnection } from '../../model/connection.ts';
import type { SearchPlan } from '../../model/searchPlan.ts';
import type { EntityView } from '../../model/views.ts';
import type { SearchAnswer } from '../../store/ports/graphStore.ts';
import { connect, makeCursors, type PageInput } from './cursors.ts';
import { planSearch } from './planSearch.ts';
import { whyMatched } from './whyMatched.ts';

export interface SearchInput {
  readonly text: string;
  readonly kinds: readonly string[] | null;
  readonly agencies: readonly string[] | null;
  readonly page: PageInput;
}

export interface SearchHit {
  readonly entity: EntityView;
  /** Shown values that made it a hit. */
  readonly matched: readonly string[];
}

export interface SearchResult extends CountedConnection<SearchHit> {
  readonly isTotalExact: boolean;
  readonly facets: SearchAnswer['facets'];
  /** The text with its one doubtful word replaced. */
  readonly didYouMean: string | null;
}

/** Entities by anything that records say of them. */
export const searchEntities: UseCase<SearchInput, SearchResult> = {
  name: 'searchEntities',
  kind: 'evidence read',
  permission: 'evidence:read',
  async run(context, { text, kinds, agencies, page }) {
    const { graph, scope, vocabulary } = context;
    const cursors = makeCursors(context, { query: 'search', arguments: { text, kinds, agencies } });
    const request = cursors.request(page);
    const plan = planSearch(text, vocabulary);
    const answer = await graph.search(scope, { plan, kinds, agencies, page: request });
    return { ...connect(await showHits(context, plan, answer), cursors, page.first), ...restOf(answer, text) };
  },
  describe: ({ text, kinds, agencies, page }, digest) => ({ text: digest(text), kinds, agencies, first: page.first }),
  count: ({ edges }) => edges.length,
};

type ShowContext = Pick<Parameters<typeof searchEntities.run>[0], 'graph' | 'scope' | 'vocabulary'>;

async function showHits({ graph, scope, vocabulary }: ShowContext, plan: SearchPlan, answer: SearchAnswer) {
  const views = await graph.entities(
    scope,
    answer.hits.map((hit) => hit.entityId),
  );
  const items = answer.hits.flatMap(({ position }, index) => {
    const entity = views[index];
    return entity ? [{ item: { entity, matched: whyMatched(plan, entity, vocabulary) }, position }] : [];
  });
  return { items, hasNext: answer.hasNext, total: answer.total };
}

function restOf({ isTotalExact, facets, correction }: SearchAnswer, text: string) {
  return { isTotalExact, facets, didYouMean: correction && correct(text, correction) };
}

function correct(text: string, { typed, meant }: NonNullable<SearchAnswer['correction']>): string {
  const words = text.trim().split(/\s+/);
  return words.some((word) => foldCompact(word) === typed)
    ? words.map((word) => (foldCompact(word) === typed ? meant : word)).join(' ')
    : meant;
}
