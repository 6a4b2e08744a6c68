import {
  EntityCardsDocument,
  ExpandDocument,
  type ExpandQuery,
  type ExpandQueryVariables,
  LinksAmongDocument,
  PathsDocument,
  type PathsQuery,
  type PathsQueryVariables,
} from './generated/documents.ts';
import { type BundleRecord, type EntityRecord, receive } from './records.ts';
import { request } from './request.ts';

/** Reads that feed the chart. Each puts what it heard into `records` before it answers. */

export type ExpandInput = ExpandQueryVariables;
export type ExpandAnswer = NonNullable<ExpandQuery['expand']>;
export type PathsInput = PathsQueryVariables;
export type PathsAnswer = NonNullable<PathsQuery['paths']>;

/** Most ids of one `entities` and one `linksAmong` call. */
const entitiesLimit = 500;

/** Cards in the order asked; an id the viewer may not see, or nobody knows, is left out. */
export async function fetchEntities(ids: readonly string[], signal?: AbortSignal): Promise<readonly EntityRecord[]> {
  const pages = await Promise.all(chunk(ids, entitiesLimit).map((page) => request(EntityCardsDocument, { ids: page }, signal)));
  const entities = pages.flatMap((page) => page.entities ?? []).filter((entity) => entity !== null);
  receive({ entities });
  return entities;
}

/** Every bundle between two of these entities. */
export async function fetchLinksAmong(ids: readonly string[], signal?: AbortSignal): Promise<readonly BundleRecord[]> {
  if (ids.length < 2) return [];
  const { linksAmong } = await request(LinksAmongDocument, { ids }, signal);
  const bundles = linksAmong ?? [];
  receive({ bundles });
  return bundles;
}

export async function fetchExpansion(input: ExpandInput, signal?: AbortSignal): Promise<ExpandAnswer> {
  const { expand } = await request(ExpandDocument, input, signal);
  const answer = expand ?? nothing;
  receive(answer);
  return answer;
}

export async function fetchPaths(input: PathsInput, signal?: AbortSignal): Promise<PathsAnswer> {
  const { paths } = await request(PathsDocument, input, signal);
  const answer = paths ?? { paths: [], isLimitReached: false, skippedGeneric: [] };
  for (const path of answer.paths) receive(path);
  return answer;
}

const nothing: ExpandAnswer = {
  entities: [],
  bundles: [],
  total: 0,
  isTotalExact: true,
  remaining: 0,
  undated: 0,
  isLimitReached: false,
};

function chunk<T>(list: readonly T[], size: number): T[][] {
  const chunks: T[][] = [];
  for (let at = 0; at < list.length; at += size) chunks.push(list.slice(at, at + size));
  return chunks;
}
