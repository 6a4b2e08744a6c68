import type { Sqlite } from '../sqlite.ts';
import { problemsShown, rowProblems, type Check } from './check.ts';

/** Keys that records are found by. */
export const checkKeys: Check = {
  atOnce: 100_000,
  run: ({ db }, { from, to }) =>
    rowProblems(db, {
      sql: `SELECT record.rec FROM record, json_each(record.keys) WHERE e >= ?1 AND e < ?2
        AND NOT EXISTS (SELECT 1 FROM record_key WHERE record_key.key = value AND record_key.rec = record.rec)`,
      parameters: [from, to],
      sentence: 'Record is not found by a key it has',
    }),
};

/** What cannot be asked of a slice: keys without records, the list of words, the index. */
export const wholeChecks: readonly ((db: Sqlite) => readonly string[])[] = [
  (db) =>
    db
      .all<[number]>(
        `SELECT rec FROM record_key WHERE NOT EXISTS (SELECT 1 FROM record, json_each(record.keys)
           WHERE record.rec = record_key.rec AND value = record_key.key) LIMIT ${problemsShown}`,
      )
      .map(([rec]) => `Key leads to a record that is not there or lacks it: ${rec}`),
  (db) => {
    db.exec("CREATE VIRTUAL TABLE IF NOT EXISTS temp.vocabulary USING fts5vocab(main, fts, 'row')");
    try {
      const lacking = db.value<number>(
        'SELECT count(*) FROM temp.vocabulary WHERE NOT EXISTS (SELECT 1 FROM term WHERE word = vocabulary.term)',
      );
      const left = db.value<number>(
        'SELECT count(*) FROM term WHERE NOT EXISTS (SELECT 1 FROM temp.vocabulary WHERE term = word)',
      );
      return [
        ...(lacking ? [`The list of words lacks words of search documents: ${lacking}`] : []),
        ...(left ? [`The list of words has words of no search document: ${left}`] : []),
      ];
    } finally {
      db.exec('DROP TABLE temp.vocabulary');
    }
  },
  (db) => {
    try {
      db.exec("INSERT INTO fts(fts, rank) VALUES ('integrity-check', 1)");
      return [];
    } catch {
      return ['The search index does not agree with the search documents.'];
    }
  },
  (db) => {
    const integrity = db.all<[string]>('PRAGMA quick_check(20)').map(([line]) => line);
    return integrity.join() === 'ok' ? [] : integrity.map((line) => `File: ${line}`);
  },
];
