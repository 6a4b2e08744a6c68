import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { type EntityKind, LookupDocument, type LookupQuery, SearchDocument, type SearchQuery } from './generated/documents.ts';
import { receive } from './records.ts';
import { request } from './request.ts';

export type SearchAnswer = NonNullable<SearchQuery['search']>;
export type SearchHit = SearchAnswer['edges'][number];
export type LookupAnswer = NonNullable<LookupQuery['lookup']>;
export type PointerAnswer = LookupAnswer['pointers'][number];

export interface SearchAsk {
  readonly text: string;
  readonly kinds: readonly EntityKind[];
  readonly agencies: readonly string[];
}

const none: SearchAnswer = {
  totalCount: 0,
  isTotalExact: true,
  didYouMean: null,
  facets: [],
  pageInfo: { hasNextPage: false, endCursor: null },
  edges: [],
};

const suggestionCount = 8;
const pageSize = 20;

/** A handful of hits while somebody types. */
export const suggestionsQuery = (text: string) =>
  queryOptions({
    queryKey: ['search', 'suggestions', text],
    queryFn: ({ signal }) => search({ text, kinds: [], agencies: [] }, { first: suggestionCount, after: null }, signal),
    enabled: text.trim().length > 1,
    placeholderData: keepPreviousData,
  });

export const searchQuery = (ask: SearchAsk) =>
  infiniteQueryOptions({
    queryKey: ['search', 'pages', ask.text, ask.kinds, ask.agencies],
    queryFn: ({ pageParam, signal }) => search(ask, { first: pageSize, after: pageParam }, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => (page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null),
    enabled: ask.text.trim().length > 0,
    placeholderData: keepPreviousData,
  });

/** Kinds whose whole identifier also asks agencies whose records the viewer cannot open. */
export type LookupKind = Extract<EntityKind, 'PHONE' | 'EMAIL' | 'ONLINE_ACCOUNT' | 'VEHICLE' | 'FINANCIAL_ACCOUNT'>;

export interface LookupHit {
  readonly kind: LookupKind;
  readonly answer: LookupAnswer;
}

/** Asks every agency for a whole identifier; [] when the text does not look like one. */
export const lookupQuery = (text: string) =>
  queryOptions({
    queryKey: ['lookup', text],
    queryFn: ({ signal }) => Promise.all(lookupKinds(text).map((kind) => lookup(kind, text, signal))),
    enabled: lookupKinds(text).length > 0,
  });

/** What a text may be the whole of. */
export function lookupKinds(text: string): LookupKind[] {
  const digits = text.replaceAll(/\D/g, '').length;
  if (spokenDigits(text) >= 10 && digits < 10) return ['PHONE'];
  const bare = text.replaceAll(/[\s.()+-]/g, '');
  if (/^\S+@\S+\.\S+$/.test(text.trim())) return ['EMAIL'];
  if (/^@\w{2,}$/.test(text.trim())) return ['ONLINE_ACCOUNT'];
  if (/^[A-HJ-NPR-Z0-9]{17}$/i.test(bare)) return ['VEHICLE'];
  if (/^[A-Z]{2}\d{2}[A-Z0-9]{10,}$/i.test(bare)) return ['FINANCIAL_ACCOUNT'];
  if (digits >= 10 && /^[\d\s.()+-]+$/.test(text.trim())) return ['PHONE'];
  if (digits >= 2 && bare.length >= 5 && bare.length <= 10 && /^[A-Z0-9]+$/i.test(bare) && /[A-Z]/i.test(bare))
    return ['VEHICLE'];
  return [];
}

/** Digits of a number written partly in words, as ads do. */
function spokenDigits(text: string): number {
  const spelled = text.replaceAll(/zero|oh|one|two|three|four|five|six|seven|eight|nine/gi, '0').replaceAll(/o/gi, '0');
  return /^[\d\s.()+-]+$/.test(spelled.trim()) ? spelled.replaceAll(/\D/g, '').length : 0;
}

async function search(
  ask: SearchAsk,
  page: { readonly first: number; readonly after: string | null },
  signal: AbortSignal,
): Promise<SearchAnswer> {
  const variables = {
    text: ask.text,
    ...(ask.kinds.length > 0 && { kinds: ask.kinds }),
    ...(ask.agencies.length > 0 && { agencies: ask.agencies }),
    ...page,
  };
  const answer = (await request(SearchDocument, variables, signal)).search ?? none;
  receive({ entities: answer.edges.map((edge) => edge.node) });
  return answer;
}

async function lookup(kind: LookupKind, value: string, signal: AbortSignal): Promise<LookupHit> {
  const answer = (await request(LookupDocument, { kind, value }, signal)).lookup ?? { entities: [], pointers: [] };
  receive(answer);
  return { kind, answer };
}
