import { kindBits, type Interning } from '../interning.ts';
import type { Sqlite } from '../sqlite.ts';

export interface VerifyContext {
  readonly db: Sqlite;
  readonly interning: Interning;
  /** Numbers of the link kinds whose direction is NONE. */
  readonly symmetric: readonly number[];
  readonly hubThreshold: number;
}

/** Entities from one number up to, not including, another. */
export interface Slice {
  readonly from: number;
  readonly to: number;
}

/** Recomputes something of a slice of the entities and compares. Each problem a sentence, without anything a report said. */
export interface Check {
  /** Entities a slice: what is recomputed at a time must fit in memory. */
  readonly atOnce: number;
  run(at: VerifyContext, slice: Slice): readonly string[];
}

export const problemsShown = 100;

/** Slices that cover all entities. */
export function slicesOf(db: Sqlite, atOnce: number): Slice[] {
  const last = db.value<number | null>('SELECT max(e) FROM entity') ?? 0;
  const step = atOnce * kindBits;
  return Array.from({ length: Math.floor(last / step) + 1 }, (_, index) => ({ from: index * step, to: (index + 1) * step }));
}

/** One problem for each row that a query answers. */
export function rowProblems(
  db: Sqlite,
  { sql, parameters = [], sentence }: { sql: string; parameters?: readonly number[]; sentence: string },
): string[] {
  return db
    .all<(number | null)[]>(`${sql} LIMIT ${problemsShown}`, parameters)
    .map((cells) => `${sentence}: ${cells.join(', ')}`);
}

/** One problem for each row that only one of two queries answers. */
export function differences(
  db: Sqlite,
  asked: {
    readonly expected: string;
    readonly stored: string;
    readonly parameters: readonly number[];
    readonly lacks: string;
    readonly exceeds: string;
  },
): string[] {
  const { expected, stored, parameters, lacks, exceeds } = asked;
  db.exec('DROP TABLE IF EXISTS temp.expected');
  try {
    db.run(`CREATE TEMP TABLE expected AS ${expected}`, parameters);
    return [
      ...rowProblems(db, { sql: `SELECT * FROM temp.expected EXCEPT ${stored}`, parameters, sentence: lacks }),
      ...rowProblems(db, { sql: `${stored} EXCEPT SELECT * FROM temp.expected`, parameters, sentence: exceeds }),
    ];
  } finally {
    db.exec('DROP TABLE IF EXISTS temp.expected');
  }
}
