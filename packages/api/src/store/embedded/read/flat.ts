import type { Sqlite, SqlValue } from '../sqlite.ts';

type Cell = string | number | null;

/** SQL whose one row holds all cells of all rows as text: many times cheaper than fetching rows (docs/adr/0010). */
export function flatSelect(columns: readonly string[], rest: string): string {
  return `SELECT group_concat(${columns.map((column) => `(${column})`).join(" || ',' || ")}) ${rest}`;
}

/** A column that may be null, for `flatSelect`. */
export function orNull(column: string): string {
  return `ifnull(${column}, 'null')`;
}

/** A column of plain letters and digits, for `flatSelect`; other text goes through json_quote. */
export function quoted(column: string): string {
  return `'"' || ${column} || '"'`;
}

/** Cells row after row. The order of the rows is not promised. */
export function readFlat<T extends Cell>(db: Sqlite, sql: string, parameters: readonly SqlValue[]): T[] {
  const text = db.value<string | null>(sql, parameters) ?? null;
  return text === null ? [] : (JSON.parse(`[${text}]`) as T[]);
}
