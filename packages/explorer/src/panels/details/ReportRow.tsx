import { Link } from 'wouter';
import type { ReportCard } from '../../remote/entityReads.ts';
import { Grade } from '../../ui/Grade.tsx';
import { KindIcon } from '../../ui/KindIcon.tsx';
import { reportKindWord } from '../../ui/reportKindWord.ts';
import { showDay } from '../../ui/showTime.ts';

export function ReportRow({ report }: { report: ReportCard }) {
  return (
    <Link href={`/reports/${report.number}`} className="bundle-row">
      <KindIcon family="record" icon="file-text" />
      <span className="clip">
        {report.number}
        <small>
          {reportKindWord(report.kind)} · {showDay(report.occurredAt ?? report.receivedAt, report.timeZone)}
          {report.isRetracted && ' · retracted'}
        </small>
      </span>
      {report.grade ? <Grade grade={report.grade} /> : <span />}
    </Link>
  );
}
