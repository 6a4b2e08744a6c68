import './report.css';
import '../../ui/card.css';
import { useInfiniteQuery } from '@tanstack/react-query';
import { FileX } from 'lucide';
import { useLocation } from 'wouter';
import { reportQuery } from '../../remote/reportReads.ts';
import { Button } from '../../ui/Button.tsx';
import { Failure } from '../../ui/Failure.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { StatePanel } from '../../ui/StatePanel.tsx';
import { ReportBody } from './ReportBody.tsx';

/** One report: what it says of each entity, what it connects, how good it is, how it may be handled. */
export function Report({ number }: { number: string }) {
  const query = useInfiniteQuery(reportQuery(number));
  const [, navigate] = useLocation();
  const report = query.data?.pages[0];
  if (query.isPending) return <Skeleton rows={8} label={`Fetching report ${number}`} />;
  if (query.error)
    return (
      <Failure
        title="The report could not be fetched"
        error={query.error}
        isBusy={query.isFetching}
        onRetry={() => void query.refetch()}
      />
    );
  if (!report)
    return (
      <StatePanel
        icon={FileX}
        title={`There is no report ${number} that you may read`}
        actions={
          <Button look="main" onClick={() => navigate('/reports')}>
            All reports
          </Button>
        }
      >
        Check the number. Reports of other agencies open only where they share them with you.
      </StatePanel>
    );
  const pages = query.data?.pages.filter((page) => page !== null) ?? [];
  return (
    <ReportBody
      report={report}
      records={unique(pages.flatMap((page) => page.records.edges.map((edge) => edge.node)))}
      links={unique(pages.flatMap((page) => page.links.edges.map((edge) => edge.node)))}
      hasMore={query.hasNextPage}
      isBusy={query.isFetchingNextPage}
      onMore={() => void query.fetchNextPage()}
    />
  );
}

function unique<T extends { readonly id: string }>(list: readonly T[]): T[] {
  return [...new Map(list.map((one) => [one.id, one])).values()];
}
