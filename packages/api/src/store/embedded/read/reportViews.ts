import type { Moment } from '../../../model/moment.ts';
import type { Grade, ReportKind } from '../../../model/prepared.ts';
import type { ReportView } from '../../../model/views.ts';
import { ordinalBits, rule } from '../interning.ts';
import type { SqlValue } from '../sqlite.ts';
import { flatSelect, readFlat } from './flat.ts';
import { seen } from './seen.ts';
import type { Sight } from './sight.ts';

const columns = 'r, seed, number, report.o, rule, kind, received, retracted, body';
type ReportCells = readonly [number, string, string, number, number, string, number, number, string];

interface ReportBody {
  readonly externalNumbers?: readonly string[];
  readonly occurredAt?: Moment | null;
  readonly timeZone?: string | null;
  readonly narrative?: string | null;
  readonly grade?: Grade | null;
  readonly lawfulBasis?: string | null;
  readonly reviewDate?: string | null;
  readonly officer?: string | null;
  readonly contact?: string | null;
  readonly cases?: readonly string[];
}

/** By number; a retracted one answers as a tombstone. */
export function reportsByNumber(sight: Sight, numbers: readonly string[]): (ReportView | null)[] {
  const asked = 'number IN (SELECT value FROM json_each(?2))';
  const views = new Map(readReports(sight, asked, JSON.stringify(numbers)).map(({ view }) => [view.number, view]));
  return numbers.map((number) => views.get(number) ?? null);
}

/** Visible reports by the store's own numbers. */
export function reportsByKey(sight: Sight, keys: readonly number[]): Map<number, ReportView> {
  const found = readReports(sight, 'r IN (SELECT value FROM json_each(?2))', JSON.stringify(keys));
  return new Map(found.map(({ r, view }) => [r, view]));
}

function readReports(sight: Sight, condition: string, parameter: SqlValue): { readonly r: number; readonly view: ReportView }[] {
  const all = sight.at.db.all<ReportCells>(`SELECT ${columns} FROM report WHERE ${condition} AND ${seen('report.o')}`, [
    sight.bytes,
    parameter,
  ]);
  const speaking = speakOfProtected(
    sight,
    all.map(([r]) => r),
  );
  return all.map((cells) => ({ r: cells[0], view: reportView(sight, cells, speaking.has(cells[0])) }));
}

const entitiesOf = flatSelect(
  ['asked.value', 'e'],
  `FROM json_each(?1) AS asked CROSS JOIN record ON rec BETWEEN asked.value * ${ordinalBits} AND asked.value * ${ordinalBits} + ${ordinalBits - 1}`,
);

/** Reports with a record of somebody who is protected from this viewer. */
function speakOfProtected(sight: Sight, reports: readonly number[]): Set<number> {
  const cells = readFlat<number>(sight.at.db, entitiesOf, [JSON.stringify(reports)]);
  const people = sight.protectedAmong(cells.filter((_, at) => at % 2 === 1));
  return new Set(cells.filter((_, at) => at % 2 === 0 && people.has(cells[at + 1]!)));
}

function reportView(
  sight: Sight,
  [, seed, number, o, outside, kind, received, retracted, text]: ReportCells,
  speaksOfProtected: boolean,
): ReportView {
  const isRetracted = retracted === 1;
  const body: ReportBody = isRetracted ? {} : (JSON.parse(text) as ReportBody);
  const { agency, audience } = sight.at.interning.origin(o);
  return {
    id: sight.at.ids.part('report', seed, 0),
    number,
    kind: kind as ReportKind,
    agency,
    audience,
    outsideAudience: (outside & rule.sealed) !== 0 ? 'SEALED' : 'POINTER',
    externalNumbers: body.externalNumbers ?? [],
    occurredAt: body.occurredAt ?? null,
    receivedAt: received,
    timeZone: body.timeZone ?? null,
    grade: body.grade ?? null,
    narrative: speaksOfProtected ? null : (body.narrative ?? null),
    lawfulBasis: body.lawfulBasis ?? null,
    reviewDate: body.reviewDate ?? null,
    officer: body.officer ?? null,
    contact: body.contact ?? null,
    cases: body.cases ?? [],
    isRetracted,
  };
}
