import type { Verification } from '../ports/graphStore.ts';
import { direction, ordinalBits, originBits, type Interning } from './interning.ts';
import type { Sqlite } from './sqlite.ts';
import { joinWords } from './write/packReport.ts';

const problemsShown = 100;

/** Recomputes adjacency (both directions), holdings and search documents from records and links, and compares. */
export function verify(db: Sqlite, interning: Interning, symmetricKinds: readonly string[]): Verification {
  const problems: string[] = [];
  const integrity = db.all<[string]>('PRAGMA quick_check(20)').map(([line]) => line);
  if (integrity.join() !== 'ok') problems.push(...integrity.map((line) => `File: ${line}`));
  checkAdjacency(db, interning, symmetricKinds, problems);
  checkHoldings(db, problems);
  checkWords(db, problems);
  try {
    db.exec("INSERT INTO fts(fts, rank) VALUES ('integrity-check', 1)");
  } catch {
    problems.push('The search index does not agree with the search documents.');
  }
  const count = (table: string): number => db.value<number>(`SELECT count(*) FROM ${table}`) ?? 0;
  return {
    checked: {
      reports: count('report'),
      records: count('record'),
      links: count('link'),
      entities: count('entity'),
      adjacencyRows: count('adj'),
      searchDocuments: count('holding'),
      changes: count('change'),
    },
    problems: problems.slice(0, problemsShown),
  };
}

function checkAdjacency(db: Sqlite, interning: Interning, symmetricKinds: readonly string[], problems: string[]): void {
  const symmetric = symmetricKinds.map((kind) => interning.linkKindNumber(kind)).join(',') || '-1';
  const code = (way: number): string => `k * 4 + CASE WHEN k IN (${symmetric}) THEN ${direction.NONE} ELSE ${way} END`;
  const side = (e: string, other: string, way: number): string =>
    `SELECT ${e} AS e, ${other} AS other, ${code(way)} AS ld, link.o AS o, l, r, 1 - weak AS sure, coalesce(start, link.time) AS first, link.time AS last
     FROM link JOIN report ON r = l / ${ordinalBits} WHERE src <> dst`;
  const expected = `SELECT e, other, ld, o, count(*), count(DISTINCT r), sum(sure), min(first), max(last)
    FROM (${side('src', 'dst', direction.OUT)} UNION ALL ${side('dst', 'src', direction.IN)}) GROUP BY e, other, ld, o`;
  const stored = 'SELECT e, other, ld, o, links, reports, sure, first, last FROM adj';
  report(db, problems, `${expected} EXCEPT ${stored}`, 'Adjacency lacks or miscounts');
  report(db, problems, `${stored} EXCEPT ${expected}`, 'Adjacency has without links');
}

function checkHoldings(db: Sqlite, problems: string[]): void {
  const records = `SELECT e * ${originBits} + record.o AS hk, count(*) AS n, count(DISTINCT r) AS reports, min(received) AS received,
    min(occurred) AS first, max(occurred) AS last FROM record JOIN report ON r = rec / ${ordinalBits} GROUP BY 1`;
  const links = `SELECT e * ${originBits} + o AS hk, min(first) AS first, max(last) AS last FROM adj GROUP BY 1`;
  const expected = `SELECT rs.hk, n, reports, received, min(coalesce(rs.first, ls.first), coalesce(ls.first, rs.first)),
    max(coalesce(rs.last, ls.last), coalesce(ls.last, rs.last)) FROM (${records}) AS rs LEFT JOIN (${links}) AS ls ON ls.hk = rs.hk`;
  const stored = 'SELECT hk, records, reports, received, first, last FROM holding';
  report(db, problems, `${expected} EXCEPT ${stored}`, 'Holding is missing or miscounts');
  report(db, problems, `${stored} EXCEPT ${expected}`, 'Holding has no records');
}

function checkWords(db: Sqlite, problems: string[]): void {
  const words = new Map<number, Set<string>>();
  for (const [hk, text] of db.all<[number, string]>(`SELECT e * ${originBits} + o, words FROM record`)) {
    const set = words.get(hk) ?? new Set<string>();
    words.set(hk, set);
    for (const word of text.split(' ')) set.add(word);
  }
  for (const [hk, text] of db.all<[number, string]>('SELECT hk, words FROM holding'))
    if (joinWords(words.get(hk) ?? []) !== text) problems.push(`Search document ${hk} does not hold the words of its records.`);
}

function report(db: Sqlite, problems: string[], sql: string, sentence: string): void {
  for (const cells of db.all<(number | null)[]>(`${sql} LIMIT ${problemsShown}`))
    problems.push(`${sentence}: ${cells.join(', ')}`);
}
