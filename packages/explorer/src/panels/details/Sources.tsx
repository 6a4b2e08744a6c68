import { useState } from 'react';
import { Link } from 'wouter';
import type { ValueDetails } from '../../remote/entityReads.ts';
import { Grade } from '../../ui/Grade.tsx';
import { showCount } from '../../ui/showCount.ts';
import { withoutAgency } from '../../ui/withoutAgency.ts';

type SourceReport = ValueDetails['reports'][number];

/** Who said a value: the newest report in one glance, the others behind their number. */
export function Sources({ value }: { value: ValueDetails }) {
  const [isOpen, setOpen] = useState(false);
  const [newest, ...others] = value.reports;
  if (!newest) return null;
  const more = value.reportCount - 1;
  const beyond = more - others.length;
  return (
    <>
      <div className="sources">
        <Source report={newest} />
        {more > 0 && (
          <button
            type="button"
            className="more-sources"
            aria-expanded={isOpen}
            title={`${showCount(more, 'more report')} ${more === 1 ? 'says' : 'say'} so`}
            onClick={() => setOpen(!isOpen)}
          >
            +{more}
            <span className="unseen"> more {more === 1 ? 'report' : 'reports'}</span>
          </button>
        )}
      </div>
      {isOpen &&
        others.map((report) => (
          <div className="sources" key={report.id}>
            <Source report={report} />
          </div>
        ))}
      {isOpen && beyond > 0 && <div className="sources">and {showCount(beyond, 'more report')}: see Reports</div>}
    </>
  );
}

function Source({ report }: { report: SourceReport }) {
  return (
    <>
      <span>{report.agency.id}</span>
      <Link href={`/reports/${report.number}`} aria-label={`Report ${report.number}`}>
        {withoutAgency(report.number, report.agency.id)}
      </Link>
      {report.grade && <Grade grade={report.grade} />}
    </>
  );
}
