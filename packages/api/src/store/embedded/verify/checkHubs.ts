import { rowProblems, type Check } from './check.ts';

/** Who is a hub, and the versions by which readers follow one. */
export const checkHubs: Check = {
  atOnce: 100_000,
  run({ db, hubThreshold }, { from, to }) {
    const range = 'e >= ?1 AND e < ?2';
    const large = (table: string): string => `SELECT e FROM ${table} WHERE ${range} GROUP BY e HAVING count(*) > ${hubThreshold}`;
    const row = 'SELECT adj.e, other, ld, o FROM adj LEFT JOIN hub ON hub.e = adj.e WHERE adj.e >= ?1 AND adj.e < ?2';
    const problems: readonly (readonly [string, string])[] = [
      ['Entity is large but no hub', `SELECT e FROM (${large('adj')} UNION ${large('record')}) EXCEPT SELECT e FROM hub`],
      [
        'Hub is newer than the last change',
        `SELECT e FROM hub WHERE ${range} AND version > (SELECT max(1, coalesce(max(seq), 0)) FROM change)`,
      ],
      ['Hub starts after its version', `SELECT e FROM hub WHERE ${range} AND epoch > version`],
      [
        'Row of a hub has no version, or one after the hub',
        `${row} AND hub.e IS NOT NULL AND (adj.version <= 0 OR adj.version > hub.version)`,
      ],
      ['Row has a version but its entity is no hub', `${row} AND hub.e IS NULL AND adj.version <> 0`],
    ];
    return problems.flatMap(([sentence, sql]) => rowProblems(db, { sql, parameters: [from, to], sentence }));
  },
};
