import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { fetchExpansion } from './chartReads.ts';
import {
  BundleEvidenceDocument,
  type BundleEvidenceQuery,
  EntityDetailsDocument,
  type EntityDetailsQuery,
  EntityReportsDocument,
  type ReportCardFragment,
} from './generated/documents.ts';
import { receive } from './records.ts';
import { request } from './request.ts';

export type EntityDetails = NonNullable<EntityDetailsQuery['entity']>;
export type ValueDetails = EntityDetails['properties'][number]['values'][number];
export type BundleDetails = NonNullable<BundleEvidenceQuery['bundle']>;
export type EvidenceLink = BundleDetails['evidence']['edges'][number]['node'];
export type ReportCard = ReportCardFragment;

const pageSize = 20;

/** Everything the details panel shows of one entity; null when nobody the viewer may ask knows it. */
export const entityDetailsQuery = (id: string) =>
  queryOptions({
    queryKey: ['entity', id],
    queryFn: async ({ signal }) => {
      const { entity } = await request(EntityDetailsDocument, { id }, signal);
      if (entity) receive({ entities: [entity] });
      return entity;
    },
  });

export const entityReportsQuery = (id: string) =>
  infiniteQueryOptions({
    queryKey: ['entity', id, 'reports'],
    queryFn: async ({ pageParam, signal }) => {
      const { entity } = await request(EntityReportsDocument, { id, first: pageSize, after: pageParam }, signal);
      return entity?.records ?? null;
    },
    initialPageParam: null as string | null,
    getNextPageParam: (page) => (page?.pageInfo.hasNextPage ? page.pageInfo.endCursor : null),
  });

/** The first bundles of an entity, newest first, whether shown on the chart or not. */
export const entityLinksQuery = (id: string) =>
  queryOptions({
    queryKey: ['entity', id, 'links'],
    queryFn: ({ signal }) => fetchExpansion({ ids: [id], order: 'NEWEST', limit: 50 }, signal),
  });

/** One bundle with the links and reports behind it, page by page. */
export const bundleEvidenceQuery = (id: string) =>
  infiniteQueryOptions({
    queryKey: ['bundle', id],
    queryFn: async ({ pageParam, signal }) => {
      const { bundle } = await request(BundleEvidenceDocument, { id, first: pageSize, after: pageParam }, signal);
      if (bundle) receive({ bundles: [bundle], entities: [bundle.fromEntity, bundle.toEntity].filter((end) => end !== null) });
      return bundle;
    },
    initialPageParam: null as string | null,
    getNextPageParam: (page) => (page?.evidence.pageInfo.hasNextPage ? page.evidence.pageInfo.endCursor : null),
  });
