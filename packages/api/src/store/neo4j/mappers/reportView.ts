import type { PreparedReport } from '../../../model/prepared.ts';
import type { OutsideAudience } from '../../../model/scope.ts';
import type { ReportView } from '../../../model/views.ts';

export interface ReportRow {
  readonly id: string;
  readonly number: string;
  readonly kind: PreparedReport['kind'];
  readonly agency: string;
  readonly audience: string;
  readonly outside: OutsideAudience;
  readonly receivedAt: number;
  readonly time: number;
  readonly isRetracted: boolean;
  /** JSON of what the store does not look into; null once retracted. */
  readonly body: string | null;
}

type ReportBody = Pick<
  PreparedReport,
  | 'externalNumbers'
  | 'occurredAt'
  | 'timeZone'
  | 'narrative'
  | 'grade'
  | 'lawfulBasis'
  | 'reviewDate'
  | 'officer'
  | 'contact'
  | 'cases'
>;

const nothingSaid: ReportBody = {
  externalNumbers: [],
  occurredAt: null,
  timeZone: null,
  narrative: null,
  grade: null,
  lawfulBasis: null,
  reviewDate: null,
  officer: null,
  contact: null,
  cases: [],
};

export function reportView({ outside, body, time: _, ...row }: ReportRow, speaksOfProtected: boolean): ReportView {
  const said = body === null ? nothingSaid : (JSON.parse(body) as ReportBody);
  return { ...row, ...said, outsideAudience: outside, narrative: speaksOfProtected ? null : said.narrative };
}
