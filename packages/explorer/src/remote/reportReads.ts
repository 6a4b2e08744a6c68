import { infiniteQueryOptions, keepPreviousData } from '@tanstack/react-query';
import {
  type EntityKind,
  type OverlapOrder,
  OverlapsDocument,
  type OverlapsQuery,
  ReportDocument,
  type ReportKind,
  type ReportQuery,
  ReportsDocument,
} from './generated/documents.ts';
import { receive } from './records.ts';
import { request } from './request.ts';

export type ReportAnswer = NonNullable<ReportQuery['report']>;
export type OverlapAnswer = NonNullable<OverlapsQuery['overlaps']>['edges'][number]['node'];
export type ReportKindName = ReportKind;

export interface ReportsAsk {
  readonly agency: string | null;
  readonly kind: ReportKind | null;
  readonly since: string | null;
}

export interface OverlapsAsk {
  readonly agencies: readonly string[];
  readonly kinds: readonly EntityKind[];
  readonly since: string | null;
  readonly order: OverlapOrder;
}

interface ReportPlace {
  readonly recordsAfter: string | null;
  readonly linksAfter: string | null;
}

const start: ReportPlace = { recordsAfter: null, linksAfter: null };

/** One report, with its records and links page by page; null when the viewer may not see it. */
export const reportQuery = (number: string) =>
  infiniteQueryOptions({
    queryKey: ['report', number],
    queryFn: async ({ pageParam, signal }) => {
      const { report } = await request(ReportDocument, { number, first: 50, ...pageParam }, signal);
      if (report) receive({ entities: report.records.edges.map((edge) => edge.node.entity).filter((entity) => entity !== null) });
      return report;
    },
    initialPageParam: start,
    getNextPageParam: (report, _pages, last): ReportPlace | null => {
      if (!report) return null;
      const { records, links } = report;
      if (!records.pageInfo.hasNextPage && !links.pageInfo.hasNextPage) return null;
      return {
        recordsAfter: records.pageInfo.endCursor ?? last.recordsAfter,
        linksAfter: links.pageInfo.endCursor ?? last.linksAfter,
      };
    },
  });

export const reportsQuery = (ask: ReportsAsk) =>
  infiniteQueryOptions({
    queryKey: ['reports', ask],
    queryFn: async ({ pageParam, signal }) =>
      (await request(ReportsDocument, { ...ask, first: 20, after: pageParam }, signal)).reports,
    initialPageParam: null as string | null,
    getNextPageParam: (page) => (page?.pageInfo.hasNextPage ? page.pageInfo.endCursor : null),
    placeholderData: keepPreviousData,
  });

/** Entities that two or more agencies hold. `first` is the size of a page. */
export const overlapsQuery = (ask: OverlapsAsk, first = 20) =>
  infiniteQueryOptions({
    queryKey: ['overlaps', ask, first],
    queryFn: async ({ pageParam, signal }) => {
      const variables = {
        ...(ask.agencies.length > 0 && { agencies: ask.agencies }),
        ...(ask.kinds.length > 0 && { kinds: ask.kinds }),
        since: ask.since,
        order: ask.order,
        first,
        after: pageParam,
      };
      const { overlaps } = await request(OverlapsDocument, variables, signal);
      if (overlaps) receive({ entities: overlaps.edges.map((edge) => edge.node.entity) });
      return overlaps;
    },
    initialPageParam: null as string | null,
    getNextPageParam: (page) => (page?.pageInfo.hasNextPage ? page.pageInfo.endCursor : null),
    placeholderData: keepPreviousData,
  });
