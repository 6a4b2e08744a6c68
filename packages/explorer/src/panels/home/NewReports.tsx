import { useInfiniteQuery } from '@tanstack/react-query';
import { FileText } from 'lucide';
import { Link } from 'wouter';
import { Failure } from '../../ui/Failure.tsx';
import { Grade } from '../../ui/Grade.tsx';
import { KindIcon } from '../../ui/KindIcon.tsx';
import { reportKindWord } from '../../ui/reportKindWord.ts';
import { showShortDay } from '../../ui/showTime.ts';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { StatePanel } from '../../ui/StatePanel.tsx';
import { newestReports } from './homeQueries.ts';

/** The reports received last, within what the viewer may see. */
export function NewReports() {
  const { data, error, isPending, isFetching, refetch } = useInfiniteQuery(newestReports);
  const reports = data?.pages[0]?.edges.slice(0, 5).map((edge) => edge.node) ?? [];
  return (
    <section className="card" aria-label="Newest reports">
      <div className="card-head">
        <h2>Newest reports</h2>
        <Link className="end" href="/reports">
          All
        </Link>
      </div>
      {isPending && <Skeleton rows={4} label="Fetching reports" />}
      {error && <Failure title="Reports could not be fetched" error={error} isBusy={isFetching} onRetry={() => void refetch()} />}
      {data && reports.length === 0 && (
        <StatePanel icon={FileText} title="No reports yet">
          Nothing you may see has been reported.
        </StatePanel>
      )}
      {reports.map((report) => (
        <Link key={report.id} className="card-row" href={`/reports/${report.number}`}>
          <KindIcon family="record" icon="file-text" size={28} />
          <span className="two-lines">
            <span className="strong clip">{report.number}</span>
            <span className="small second clip">
              {reportKindWord(report.kind)} · {report.agency.id}
            </span>
          </span>
          {report.grade && <Grade grade={report.grade} />}
          <span className="small third">{showShortDay(report.receivedAt)}</span>
        </Link>
      ))}
    </section>
  );
}
