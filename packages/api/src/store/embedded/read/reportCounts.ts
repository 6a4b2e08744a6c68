import type { Reading } from './context.ts';
import { readFlat } from './flat.ts';

/** How many reports each origin has that are not retracted. */
export interface ReportCounts {
  readonly byOrigin: ReadonlyMap<number, number>;
  readonly total: number;
  /** The last report, and the last change, that are counted. */
  readonly newest: number;
  readonly upTo: number;
}

const countsSql = `SELECT group_concat(o || ',' || n)
  FROM (SELECT o, count(*) AS n FROM report WHERE r > ?1 AND retracted = 0 GROUP BY o)`;

/** Kept by the reader; new reports are added, and all are counted anew when one was retracted. */
export function reportCounts(at: Reading): ReportCounts {
  const [upTo, newest] = at.db.get<[number, number]>(
    'SELECT ifnull((SELECT max(seq) FROM change), 0), ifnull((SELECT max(r) FROM report), 0)',
  )!;
  const kept = at.counts.reports;
  if (kept?.upTo === upTo && kept.newest === newest) return kept;
  const isGrown = kept !== null && kept.upTo <= upTo && kept.newest <= newest && !wasRetracted(at, kept.upTo);
  const counts = countSince(at, isGrown ? kept : { byOrigin: new Map(), total: 0, newest: 0 });
  return (at.counts.reports = { ...counts, newest, upTo });
}

function countSince(at: Reading, before: Omit<ReportCounts, 'upTo'>): Pick<ReportCounts, 'byOrigin' | 'total'> {
  const byOrigin = new Map(before.byOrigin);
  let { total } = before;
  const cells = readFlat<number>(at.db, countsSql, [before.newest]);
  for (let i = 0; i < cells.length; i += 2) {
    byOrigin.set(cells[i]!, (byOrigin.get(cells[i]!) ?? 0) + cells[i + 1]!);
    total += cells[i + 1]!;
  }
  return { byOrigin, total };
}

function wasRetracted(at: Reading, since: number): boolean {
  return at.db.value("SELECT 1 FROM change WHERE seq > ? AND kind = 'RETRACTED' LIMIT 1", [since]) !== undefined;
}
