import type { Page, PageRequest, ReportView } from '../../../model/views.ts';
import type { ReportFilter } from '../../ports/graphStore.ts';
import { flatSelect, readFlat } from './flat.ts';
import { reportCounts } from './reportCounts.ts';
import { reportsByKey } from './reportViews.ts';
import { seen } from './seen.ts';
import type { Sight } from './sight.ts';

const columns = ['r', 'time', 'json_quote(number)'];
const wanted = 'retracted = 0 AND (?3 IS NULL OR kind = ?3) AND time >= ?4 AND time < ?5';
const behind = '(time <> ?6 OR number > ?7)';
const page = 'ORDER BY time DESC, number LIMIT ?8';
/** From the newest on, whoever may see it: for who sees much of it. `?2` is a byte an origin that is asked for. */
export const newestSql = flatSelect(
  columns,
  `FROM (SELECT r, time, number FROM report
     WHERE substr(?2, o + 1, 1) = x'01' AND ${seen('o')} AND ${wanted} AND ${behind} ${page})`,
);
const byOrigin = 'json_each(?2) AS asked CROSS JOIN report ON o = asked.value';
/** Everything of some origins, put in order: for who sees little. */
export const ofOriginsSql = flatSelect(
  columns,
  `FROM (SELECT r, time, number FROM ${byOrigin} WHERE ${seen('o')} AND ${wanted} AND ${behind} ${page})`,
);
const countSql = `SELECT count(*) FROM ${byOrigin} WHERE ${seen('o')} AND ${wanted}`;

/** No time is beyond it. */
const latest = Number.MAX_SAFE_INTEGER - 1;

/** Of a row walked over, in rows of an index. */
const walkCost = 6;

/** Newest first by occurredAt ?? receivedAt, then number. Retracted reports are found by number only. */
export function reports(sight: Sight, filter: ReportFilter, { first, after }: PageRequest): Page<ReportView> {
  const counts = reportCounts(sight.at);
  const origins = originsOf(sight, filter.agency).filter((o) => (counts.byOrigin.get(o) ?? 0) > 0);
  const unfiltered = origins.reduce((sum, o) => sum + counts.byOrigin.get(o)!, 0);
  const { since, until } = filter.window;
  const conditions = [filter.kind, since ?? -latest, until ?? latest] as const;
  const isFiltered = filter.kind !== null || since !== null || until !== null;
  const total = isFiltered
    ? (sight.at.db.value<number>(countSql, [sight.bytes, JSON.stringify(origins), ...conditions]) ?? 0)
    : unfiltered;
  const [time, number] = after === null ? [latest, ''] : (after as readonly [number, string]);
  // Rows that are walked over are read from the table; those of origins come out of their index.
  const isMuch = walkCost * (first + 1) * counts.total < total * unfiltered;
  const asked = isMuch ? bytesOf(origins) : JSON.stringify(origins);
  const cells = readFlat<number | string>(sight.at.db, isMuch ? newestSql : ofOriginsSql, [
    sight.bytes,
    asked,
    conditions[0],
    conditions[1],
    Math.min(conditions[2], time + 1),
    time,
    number,
    first + 1,
  ]);
  const rows: [r: number, time: number, number: string][] = [];
  for (let at = 0; at < cells.length; at += 3) rows.push(cells.slice(at, at + 3) as [number, number, string]);
  rows.sort(([, at, a], [, bt, b]) => bt - at || (a < b ? -1 : 1));
  const shown = rows.slice(0, first);
  const views = reportsByKey(
    sight,
    shown.map(([r]) => r),
  );
  return {
    items: shown.map(([r, at, name]) => ({ item: views.get(r)!, position: [at, name] })),
    hasNext: rows.length > first,
    total,
  };
}

/** Origins that are seen, of one agency or of all. */
function originsOf(sight: Sight, agency: string | null): number[] {
  const all = agency === null ? [...sight.bytes.keys()] : [...sight.at.interning.originsOf(agency)];
  return all.filter((o) => sight.bytes[o] === 1);
}

function bytesOf(origins: readonly number[]): Buffer {
  const bytes = Buffer.alloc(Math.max(-1, ...origins) + 1);
  for (const o of origins) bytes[o] = 1;
  return bytes;
}
