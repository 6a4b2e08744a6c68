import { setImmediate as breathe } from 'node:timers/promises';
import type { AdjacencyFeed, FeedChange, FeedChunk, FeedNames } from '../ports/adjacencyFeed.ts';
import { entityChunk, factChunk, rowChunk, type Cell } from './feedChunks.ts';
import { kindBits, ordinalBits, rule } from './interning.ts';
import { Sqlite } from './sqlite.ts';
import type { StopSwitch } from './stopSwitch.ts';

/** Entities of one chunk of a scan: some tens of thousands of rows. */
const chunk = 2_000;
/** Cells of one row go in one string, and all rows of a chunk in one cell: many small rows cost more than one large. */
const list = (...columns: string[]): string => `'[' || group_concat(${columns.join("||','||")}) || ']'`;
const rowColumns = list('adj.e', 'other', 'ld', 'o', "ifnull(last, 'null')");
const factColumns = list('e', 'o', 'flags', "ifnull(adult, 'null')", "ifnull(earliest, 'null')");
const facts = (among: string): string => `SELECT ${factColumns} FROM (
  SELECT e, o, marked + CASE WHEN rule & ${rule.sealed} = 0 OR rule & ${rule.everywhere} THEN 2 ELSE 0 END AS flags, adult, earliest
    FROM protect WHERE ${among}
  UNION ALL SELECT DISTINCT e, o, 4, NULL, NULL FROM record WHERE generic = 1 AND ${among})`;

export interface FeedOptions {
  /** File of the evidence; it must be there. */
  readonly path: string;
  /** Where another thread may end this one. */
  readonly stop?: StopSwitch;
}

/** The adjacency of an embedded store over a connection of its own, for a thread of its own. */
export function embeddedAdjacencyFeed({ path, stop }: FeedOptions): AdjacencyFeed {
  const db = new Sqlite(path, { isReadOnly: true, cache: 16, stop });
  const names = {
    kinds: namesIn(db, 'kind'),
    linkKinds: namesIn(db, 'link_kind'),
    origins: [] as { agency: string; audience: string }[],
  };
  const cells = (sql: string, parameters: readonly (string | number)[]): Cell[] =>
    JSON.parse(db.value<string | null>(sql, parameters) ?? '[]') as Cell[];
  /** Call after rows were read: what they name is there by then. */
  const learnOrigins = (): void => {
    for (const [o, agency, audience] of db.all<[number, string, string]>('SELECT o, agency, audience FROM origin WHERE o >= ?', [
      names.origins.length,
    ]))
      names.origins[o] = { agency, audience };
  };
  const entities = (where: string, parameters: readonly (string | number)[]) =>
    entityChunk(db.all<[number, string]>(`SELECT e, id FROM entity WHERE ${where}`, parameters), kindBits);

  async function* scan(): AsyncGenerator<FeedChunk> {
    const ends: number[] = [];
    for (let after = -1; ; after = ends.at(-1)!) {
      const read = entities(`e > ? ORDER BY e LIMIT ${chunk}`, [after]);
      if (read.refs.length === 0) break;
      ends.push(read.refs.at(-1)!);
      yield read;
      await breathe();
    }
    for (const [index, end] of ends.entries()) {
      const from = (ends[index - 1] ?? -1) + 1;
      const rows = rowChunk(cells(`SELECT ${rowColumns} FROM adj WHERE e BETWEEN ? AND ? AND other > e`, [from, end]));
      const said = factChunk(cells(facts('e BETWEEN ?1 AND ?2'), [from, end]));
      learnOrigins();
      yield rows;
      yield said;
      await breathe();
    }
  }

  return {
    names: names satisfies FeedNames,
    scan,
    lastChange: async () => db.value<number | null>('SELECT max(seq) FROM change') ?? 0,
    changes: async (after, limit) => readChanges(db, after, limit),
    entitiesOf: async (refs) => {
      const asked = JSON.stringify(refs);
      const among = 'e IN (SELECT value FROM json_each(?1))';
      const answer = { entities: entities(among, [asked]), facts: factChunk(cells(facts(among), [asked])) };
      learnOrigins();
      return answer;
    },
    rowsOf: async (refs) => {
      const rows = rowChunk(
        cells(`SELECT ${rowColumns} FROM json_each(?) AS asked CROSS JOIN adj ON adj.e = asked.value`, [JSON.stringify(refs)]),
      );
      learnOrigins();
      return rows;
    },
    rowsAmong: async (groups) => {
      const rows = rowChunk(groups.flatMap((group) => cells(rowsOfPairs, [JSON.stringify(group)])));
      learnOrigins();
      return rows;
    },
    close: async () => db.close(),
  };
}

/** One probe a pair: all rows of a hub are never read. */
const rowsOfPairs = `SELECT ${rowColumns} FROM json_each(?1) AS asked CROSS JOIN json_each(?1) AS beside ON beside.value > asked.value
  CROSS JOIN adj ON adj.e = asked.value AND adj.other = beside.value`;

function namesIn(db: Sqlite, table: 'kind' | 'link_kind'): string[] {
  const names: string[] = [];
  for (const [k, name] of db.all<[number, string]>(`SELECT k, name FROM ${table} ORDER BY k`)) names[k] = name;
  return Array.from(names, (name) => name ?? '');
}

function readChanges(db: Sqlite, after: number, limit: number): FeedChange[] {
  return db
    .all<[number, string, string | null, string]>(
      'SELECT seq, kind, report, entities FROM change WHERE seq > ? ORDER BY seq LIMIT ?',
      [after, limit],
    )
    .map(([seq, kind, number, entities]) => {
      const named = JSON.parse(entities) as number[];
      // Too many to name: those of a new report can still be found by it.
      const refs = named.length > 0 ? named : kind === 'ADDED' && number !== null ? entitiesIn(db, number) : null;
      return { seq, refs, namesBothEnds: kind !== 'RECLUSTERED' };
    });
}

function entitiesIn(db: Sqlite, number: string): number[] {
  const found = db.all<[number]>(
    `SELECT DISTINCT e FROM report JOIN record ON rec BETWEEN r * ${ordinalBits} AND r * ${ordinalBits} + ${ordinalBits - 1} WHERE number = ?`,
    [number],
  );
  return found.map(([e]) => e);
}
