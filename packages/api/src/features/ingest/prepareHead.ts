import { parseMoment } from '@linchpin/schema';
import { IANAZone } from 'luxon';
import type { Moment } from '../../model/moment.ts';
import { credibilities, reliabilities, reportKinds, type Grade, type PreparedReport } from '../../model/prepared.ts';
import { didYouMean } from '../../model/nearestName.ts';
import type { ReportInput } from '../../model/reportInput.ts';
import type { Problems } from './problems.ts';

export type ReportHead = Pick<
  PreparedReport,
  | 'kind'
  | 'externalNumbers'
  | 'occurredAt'
  | 'receivedAt'
  | 'timeZone'
  | 'narrative'
  | 'grade'
  | 'lawfulBasis'
  | 'reviewDate'
  | 'officer'
  | 'contact'
  | 'cases'
>;

/** What a report says of itself. `now` (epoch milliseconds) is when it was received, unless it says. */
export function prepareHead(input: ReportInput, now: number, problems: Problems): ReportHead {
  const timeZone = checkTimeZone(input.timeZone ?? null, problems);
  const time = (field: 'occurredAt' | 'receivedAt'): Moment | null => {
    const text = input[field];
    return text == null ? null : readTime(text, { path: field, timeZone, problems });
  };
  checkKind(input.kind, problems);
  checkAssumptions(input, problems);
  return {
    kind: input.kind,
    externalNumbers: input.externalNumbers ?? [],
    occurredAt: time('occurredAt'),
    receivedAt: time('receivedAt')?.at ?? now,
    timeZone,
    narrative: input.narrative ?? null,
    grade: prepareGrade(input, problems),
    lawfulBasis: input.lawfulBasis ?? null,
    reviewDate: checkReviewDate(input.reviewDate ?? null, problems),
    officer: input.officer ?? null,
    contact: input.contact ?? null,
    cases: input.cases ?? [],
  };
}

function readTime(
  text: string,
  to: { readonly path: string; readonly timeZone: string | null; readonly problems: Problems },
): Moment | null {
  const read = parseMoment(text, to.timeZone ?? undefined);
  if (!('ok' in read)) return read;
  to.problems.add(to.path, read.message, read.expected);
  return null;
}

/** An unknown zone is reported once, and does not make every time of the report wrong too. */
function checkTimeZone(timeZone: string | null, problems: Problems): string | null {
  if (timeZone === null || IANAZone.create(timeZone).isValid) return timeZone;
  problems.add('timeZone', 'This is not a time zone', 'an IANA name such as America/Chicago');
  return 'UTC';
}

function checkKind(kind: string, problems: Problems): void {
  if ((reportKinds as readonly string[]).includes(kind)) return;
  problems.add('kind', `There is no such kind of report${didYouMean(kind, reportKinds)}`, `one of ${reportKinds.join(', ')}`);
}

function checkAssumptions(input: ReportInput, problems: Problems): void {
  if (input.country != null && !/^[A-Z]{2}$/.test(input.country))
    problems.add('country', 'This is not a country code', 'two capital letters of ISO 3166-1, such as US');
  if (input.areaCode != null && !/^[2-9]\d{2}$/.test(input.areaCode))
    problems.add('areaCode', 'This is not an area code', 'three digits, such as 504');
}

function checkReviewDate(date: string | null, problems: Problems): string | null {
  if (date === null) return null;
  const moment = readTime(date, { path: 'reviewDate', timeZone: 'UTC', problems });
  if (moment === null || moment.precision === 'DAY') return date.trim();
  problems.add('reviewDate', 'This is not a day', 'a date such as 2029-03-09');
  return null;
}

function prepareGrade({ reliability, credibility }: ReportInput, problems: Problems): Grade | null {
  if (reliability == null && credibility == null) return null;
  if (reliability == null || !reliabilities.includes(reliability))
    problems.add('reliability', 'A grade needs the reliability of the source', 'A to F, such as B; F where it cannot be judged');
  else if (credibility == null || !credibilities.includes(credibility))
    problems.add(
      'credibility',
      'A grade needs the credibility of the information',
      'ONE to SIX, such as TWO; SIX where it cannot be judged',
    );
  else return { reliability, credibility };
  return null;
}
