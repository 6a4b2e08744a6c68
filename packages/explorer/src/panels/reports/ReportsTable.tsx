import { useLocation } from 'wouter';
import type { ReportCard } from '../../remote/entityReads.ts';
import { Chip } from '../../ui/Chip.tsx';
import { Grade } from '../../ui/Grade.tsx';
import { KindIcon } from '../../ui/KindIcon.tsx';
import { reportKindWord } from '../../ui/reportKindWord.ts';
import { RowLink } from '../../ui/RowLink.tsx';
import { showKnown, showMoment } from '../../ui/showTime.ts';

export function ReportsTable({ reports }: { reports: readonly ReportCard[] }) {
  const [, navigate] = useLocation();
  return (
    <div className="table-frame">
      <table className="table" aria-label="Reports">
        <thead>
          <tr>
            <th>Report</th>
            <th>Kind</th>
            <th>Agency</th>
            <th>Also known as</th>
            <th>Event</th>
            <th>Received</th>
            <th className="right">Grade</th>
          </tr>
        </thead>
        <tbody>
          {reports.map((report) => (
            <tr key={report.id} onClick={() => navigate(`/reports/${report.number}`)}>
              <td>
                <span className="row">
                  <KindIcon family="record" icon="file-text" />
                  <RowLink href={`/reports/${report.number}`}>{report.number}</RowLink>
                  {report.isRetracted && <Chip tone="bad">Retracted</Chip>}
                </span>
              </td>
              <td>{reportKindWord(report.kind)}</td>
              <td>
                <Chip tone="outlined">{report.agency.id}</Chip>
              </td>
              <td className="second">{report.externalNumbers.join(', ')}</td>
              <td className="second">
                {report.occurredAt ? showKnown(report.occurredAt, report.occurredAtPrecision, report.timeZone) : '–'}
              </td>
              <td className="second">{showMoment(report.receivedAt)}</td>
              <td className="right">{report.grade ? <Grade grade={report.grade} /> : <span className="third">none</span>}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
