import type { ReactNode } from 'react';
import type { ReportAnswer } from '../../remote/reportReads.ts';
import { Grade } from '../../ui/Grade.tsx';
import { gradeText, gradeWords } from '../../ui/gradeWords.ts';
import { showDay } from '../../ui/showTime.ts';

const outsideWords: Record<ReportAnswer['outsideAudience'], string> = {
  POINTER: 'Learn that it exists, and whom to call',
  SEALED: 'Learn nothing',
};

/** How good the report is, and how it may be handled. */
export function HandlingCards({ report }: { report: ReportAnswer }) {
  const { grade } = report;
  const words = grade && gradeWords(grade);
  return (
    <div className="stack">
      <section className="card report-grade" aria-label="Grade">
        {grade && words ? (
          <>
            <div className="row">
              <Grade grade={grade} isLarge />
              <div className="second">
                <div>
                  <b>{grade.reliability}</b> {words.source} source
                </div>
                <div>
                  <b>{gradeText(grade).slice(1)}</b> {words.information} information
                </div>
              </div>
            </div>
            <p className="small third">Two judgements by the reporting officer. They are never multiplied.</p>
          </>
        ) : (
          <p className="second">Not graded by the reporting officer.</p>
        )}
      </section>
      <section className="card" aria-label="Handling">
        <div className="card-head">
          <h2>Handling</h2>
        </div>
        <dl className="facts">
          <Fact name="Agency">{[report.agency.name, report.officer].filter(Boolean).join(', ')}</Fact>
          {report.contact && <Fact name="Contact">{report.contact}</Fact>}
          <Fact name="Audience">{report.audience}</Fact>
          <Fact name="Outside it">{outsideWords[report.outsideAudience]}</Fact>
          {report.lawfulBasis && <Fact name="Basis">{report.lawfulBasis}</Fact>}
          {report.reviewDate && <Fact name="Review by">{showDay(report.reviewDate, 'UTC')}</Fact>}
          {report.cases.length > 0 && <Fact name="Cases">{report.cases.join(', ')}</Fact>}
        </dl>
      </section>
    </div>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="fact">
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
