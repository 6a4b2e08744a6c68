import { Waypoints } from 'lucide';
import { useLocation } from 'wouter';
import { openOnChart } from '../../actions/actions.ts';
import { tabWorkspace } from '../../actions/tabWorkspace.ts';
import type { ReportAnswer } from '../../remote/reportReads.ts';
import { Button } from '../../ui/Button.tsx';
import { Chip } from '../../ui/Chip.tsx';
import { reportKindWord } from '../../ui/reportKindWord.ts';
import { showKnown, showMoment, timeZoneName } from '../../ui/showTime.ts';
import { HandlingCards } from './HandlingCards.tsx';
import { ReportLinks } from './ReportLinks.tsx';
import { ReportRecords } from './ReportRecords.tsx';

export type ReportRecord = ReportAnswer['records']['edges'][number]['node'];
export type ReportLink = ReportAnswer['links']['edges'][number]['node'];

interface ReportBodyProps {
  readonly report: ReportAnswer;
  readonly records: readonly ReportRecord[];
  readonly links: readonly ReportLink[];
  readonly hasMore: boolean;
  readonly isBusy: boolean;
  onMore(): void;
}

export function ReportBody({ report, records, links, hasMore, isBusy, onMore }: ReportBodyProps) {
  const [, navigate] = useLocation();
  const ids = [...new Set(records.map((record) => record.entity?.id).filter((id) => id !== undefined))];
  const show = () => {
    navigate('/chart');
    void openOnChart(tabWorkspace, ids);
  };
  return (
    <div className="page-body">
      <div className="page-head report-head">
        <div>
          <div className="row">
            <h1>{report.number}</h1>
            <Chip>{reportKindWord(report.kind)}</Chip>
            {report.isRetracted ? <Chip tone="bad">Retracted</Chip> : <Chip tone="good">In force</Chip>}
          </div>
          <p>{headline(report)}</p>
        </div>
        <Button
          className="end"
          icon={Waypoints}
          onClick={show}
          whyNot={ids.length === 0 ? 'this report has no entities to show' : null}
        >
          Show on chart
        </Button>
      </div>
      <div className="report-columns">
        <div className="stack">
          {report.isRetracted && (
            <section className="card report-narrative" aria-label="Retracted">
              <h2>Retracted</h2>
              <p>The reporting agency took this report back. Its records and links are gone with it; the number stays.</p>
            </section>
          )}
          {report.narrative && (
            <section className="card report-narrative" aria-label="Narrative">
              <h2>Narrative</h2>
              <p>{report.narrative}</p>
            </section>
          )}
          <ReportRecords records={records} total={report.records.totalCount} />
          <ReportLinks links={links} total={report.links.totalCount} />
          {hasMore && (
            <Button isBusy={isBusy} onClick={onMore}>
              Show more records and links
            </Button>
          )}
        </div>
        <HandlingCards report={report} />
      </div>
    </div>
  );
}

function headline(report: ReportAnswer): string {
  const parts = [
    report.externalNumbers.length > 0 && `Also known as ${report.externalNumbers.join(', ')}.`,
    `Received ${showMoment(report.receivedAt, report.timeZone)}.`,
    report.occurredAt && `Event ${showKnown(report.occurredAt, report.occurredAtPrecision, report.timeZone)}.`,
    `Times in ${timeZoneName(report.timeZone)}.`,
  ];
  return parts.filter(Boolean).join(' ');
}
