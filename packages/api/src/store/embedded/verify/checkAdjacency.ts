import { direction, ordinalBits } from '../interning.ts';
import { differences, type Check } from './check.ts';

/** Rows of both directions, from the links. */
export const checkAdjacency: Check = {
  // Each slice reads all links once for the ends they point at.
  atOnce: 100_000,
  run({ db, symmetric }, { from, to }) {
    const none = symmetric.join(',') || '-1';
    const code = (way: number): string => `k * 4 + CASE WHEN k IN (${none}) THEN ${direction.NONE} ELSE ${way} END`;
    const side = (e: string, other: string, way: number): string =>
      `SELECT ${e} AS e, ${other} AS other, ${code(way)} AS ld, link.o AS o, r, 1 - weak AS sure, coalesce(start, link.time) AS first, link.time AS last
       FROM link JOIN report ON r = l / ${ordinalBits} WHERE src <> dst AND ${e} >= ?1 AND ${e} < ?2`;
    return differences(db, {
      expected: `SELECT e, other, ld, o, count(*) AS links, count(DISTINCT r) AS reports, sum(sure) AS sure, min(first) AS first, max(last) AS last
        FROM (${side('src', 'dst', direction.OUT)} UNION ALL ${side('dst', 'src', direction.IN)}) GROUP BY e, other, ld, o`,
      stored: 'SELECT e, other, ld, o, links, reports, sure, first, last FROM adj WHERE e >= ?1 AND e < ?2',
      parameters: [from, to],
      lacks: 'Adjacency lacks or miscounts',
      exceeds: 'Adjacency has without links',
    });
  },
};
