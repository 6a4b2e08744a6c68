import './reports.css';
import '../../ui/card.css';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { FileText } from 'lucide';
import { useState } from 'react';
import { useStore } from 'zustand';
import { reportsQuery, type ReportKindName } from '../../remote/reportReads.ts';
import { session } from '../../remote/session.ts';
import { viewerQuery } from '../../remote/viewerReads.ts';
import { Button } from '../../ui/Button.tsx';
import { Failure } from '../../ui/Failure.tsx';
import { type Period, periods, sinceOf } from '../../ui/period.ts';
import { reportKindWord } from '../../ui/reportKindWord.ts';
import { Select } from '../../ui/Select.tsx';
import { showNumber } from '../../ui/showCount.ts';
import { timeZoneName } from '../../ui/showTime.ts';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { StatePanel } from '../../ui/StatePanel.tsx';
import { reportKinds } from './reportKinds.ts';
import { ReportsTable } from './ReportsTable.tsx';

/** Reports within the viewer's sight, newest received first. */
export function Reports() {
  const [agency, setAgency] = useState('all');
  const [kind, setKind] = useState<ReportKindName | 'all'>('all');
  const [period, setPeriod] = useState<Period>('any');
  const viewer = useQuery(viewerQuery(useStore(session, (state) => state.viewer)));
  const own = viewer.data ? [viewer.data.agency.id] : [];
  const agencies = [...new Set([...own, ...(viewer.data?.groups.flatMap((group) => group.agencies.map((one) => one.id)) ?? [])])];
  const query = useInfiniteQuery(
    reportsQuery({ agency: agency === 'all' ? null : agency, kind: kind === 'all' ? null : kind, since: sinceOf(period) }),
  );
  const reports = query.data?.pages.flatMap((page) => page?.edges.map((edge) => edge.node) ?? []) ?? [];
  const total = query.data?.pages[0]?.totalCount ?? 0;
  const all = (label: string) => ({ value: 'all' as const, label });
  return (
    <div className="page-body">
      <div className="page-head">
        <div>
          <h1>Reports</h1>
          <p>What you may read, newest received first. Times in {timeZoneName()}.</p>
        </div>
        <div className="filters">
          <Select
            name="Kind"
            value={kind}
            choices={[all('All kinds'), ...reportKinds.map((value) => ({ value, label: reportKindWord(value) }))]}
            onChoose={(value) => setKind(value)}
          />
          <Select
            name="Agency"
            value={agency}
            choices={[all('All agencies'), ...agencies.map((value) => ({ value, label: value }))]}
            onChoose={(value) => setAgency(value)}
          />
          <Select name="Period" value={period} choices={periods} onChoose={(value) => setPeriod(value)} />
        </div>
      </div>
      <section className="card" aria-label="Reports">
        {query.isPending && <Skeleton rows={8} label="Fetching reports" />}
        {query.error && (
          <Failure
            title="Reports could not be fetched"
            error={query.error}
            isBusy={query.isFetching}
            onRetry={() => void query.refetch()}
          />
        )}
        {query.data && reports.length === 0 && (
          <StatePanel icon={FileText} title="No report you may read fits">
            Try another kind, agency or period.
          </StatePanel>
        )}
        {reports.length > 0 && <ReportsTable reports={reports} />}
        {reports.length > 0 && (
          <div className="card-foot">
            <span className="small third figures">
              {showNumber(reports.length)} of {showNumber(total)}
            </span>
            {query.hasNextPage && (
              <Button className="end" isDense isBusy={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
                Show more
              </Button>
            )}
          </div>
        )}
      </section>
    </div>
  );
}
