import { queryOptions } from '@tanstack/react-query';
import { ViewerDocument } from './generated/documents.ts';
import { request } from './request.ts';
import { fetchVocabulary } from './vocabulary.ts';

export const viewerQuery = (viewer: string) =>
  queryOptions({
    queryKey: ['viewer', viewer],
    queryFn: async ({ signal }) => (await request(ViewerDocument, {}, signal)).viewer,
    staleTime: Infinity,
  });

/** The vocabulary is the same for every viewer, and changes only with the service. */
export const vocabularyQuery = (viewer: string) =>
  queryOptions({ queryKey: ['vocabulary', viewer], queryFn: ({ signal }) => fetchVocabulary(signal), staleTime: Infinity });
