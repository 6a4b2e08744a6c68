import { useInfiniteQuery } from '@tanstack/react-query';
import { entityReportsQuery } from '../../remote/entityReads.ts';
import { Button } from '../../ui/Button.tsx';
import { Failure } from '../../ui/Failure.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { ReportRow } from './ReportRow.tsx';

/** Reports that speak of an entity. */
export function EntityReports({ id }: { id: string }) {
  const query = useInfiniteQuery(entityReportsQuery(id));
  if (query.isPending) return <Skeleton rows={6} label="Fetching reports" />;
  if (query.error)
    return (
      <Failure
        title="The reports could not be fetched"
        error={query.error}
        isBusy={query.isFetching}
        onRetry={() => void query.refetch()}
      />
    );
  const reports = query.data.pages.flatMap((page) => page?.edges.map((edge) => edge.node.report) ?? []);
  return (
    <section className="section" aria-label="Reports of this item">
      {[...new Map(reports.map((report) => [report.id, report])).values()].map((report) => (
        <ReportRow key={report.id} report={report} />
      ))}
      {query.hasNextPage && (
        <Button isDense isBusy={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
          Show more
        </Button>
      )}
    </section>
  );
}
