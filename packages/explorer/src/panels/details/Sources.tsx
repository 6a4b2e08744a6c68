import { Fragment } from 'react';
import { Link } from 'wouter';
import type { ValueDetails } from '../../remote/entityReads.ts';
import { Grade } from '../../ui/Grade.tsx';

/** Who said a value: agency, report, grade of the newest report, and how many more say the same. */
export function Sources({ value }: { value: ValueDetails }) {
  const [newest, ...others] = value.reports;
  if (!newest) return null;
  const more = value.reportCount - 1 - others.length;
  return (
    <div className="sources">
      {[newest, ...others].map((report) => (
        <Fragment key={report.id}>
          <span>{report.agency.id}</span>
          <Link href={`/reports/${report.number}`} aria-label={`Report ${report.number}`}>
            {withoutAgency(report.number, report.agency.id)}
          </Link>
          {report.grade && <Grade grade={report.grade} />}
        </Fragment>
      ))}
      {more > 0 && <span title={`${more} more reports say so`}>+{more}</span>}
    </div>
  );
}

/** The agency stands before it already. */
function withoutAgency(number: string, agency: string): string {
  return number.startsWith(`${agency}-`) ? number.slice(agency.length + 1) : number;
}
