import { ordinalBits, originBits } from '../interning.ts';
import { joinWords } from '../write/packReport.ts';
import { differences, type Check } from './check.ts';

/** What each origin holds about each entity, from records and adjacency. */
export const checkHoldings: Check = {
  atOnce: 100_000,
  run({ db }, { from, to }) {
    const range = 'e >= ?1 AND e < ?2';
    const records = `SELECT e * ${originBits} + record.o AS hk, count(*) AS n, count(DISTINCT r) AS reports, min(received) AS received,
      min(occurred) AS first, max(occurred) AS last FROM record JOIN report ON report.r = rec / ${ordinalBits} WHERE ${range} GROUP BY 1`;
    const links = `SELECT e * ${originBits} + o AS hk, min(first) AS first, max(last) AS last FROM adj WHERE ${range} GROUP BY 1`;
    return differences(db, {
      expected: `SELECT rs.hk AS hk, n, reports, received, min(coalesce(rs.first, ls.first), coalesce(ls.first, rs.first)) AS first,
        max(coalesce(rs.last, ls.last), coalesce(ls.last, rs.last)) AS last FROM (${records}) AS rs LEFT JOIN (${links}) AS ls ON ls.hk = rs.hk`,
      stored: `SELECT hk, records, reports, received, first, last FROM holding WHERE hk >= ?1 * ${originBits} AND hk < ?2 * ${originBits}`,
      parameters: [from, to],
      lacks: 'Holding is missing or miscounts',
      exceeds: 'Holding has no records',
    });
  },
};

/** Search documents, from the words of records. */
export const checkWords: Check = {
  atOnce: 20_000,
  run({ db }, { from, to }) {
    const words = new Map<number, Set<string>>();
    const records = db.all<[number, string]>(`SELECT e * ${originBits} + o, words FROM record WHERE e >= ? AND e < ?`, [
      from,
      to,
    ]);
    for (const [hk, text] of records) {
      const set = words.get(hk) ?? new Set<string>();
      words.set(hk, set);
      for (const word of text.split(' ')) set.add(word);
    }
    return db
      .all<[number, string]>('SELECT hk, words FROM holding WHERE hk >= ? AND hk < ?', [from * originBits, to * originBits])
      .filter(([hk, text]) => joinWords(words.get(hk) ?? []) !== text)
      .map(([hk]) => `Search document ${hk} does not hold the words of its records.`);
  },
};
