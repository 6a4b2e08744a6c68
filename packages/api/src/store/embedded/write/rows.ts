import type { Sqlite, SqlValue } from '../sqlite.ts';

/** Rows a statement. Few sizes, so that few statements are kept prepared; a row of many costs a third of a row alone. */
const sizes = [64, 16, 4, 1] as const;

/** Many rows of numbers and texts as one JSON text: a third of the time that the driver takes to hand them over row by row. */
export function readRows<T extends readonly SqlValue[]>(
  db: Sqlite,
  { cells, from, parameters }: { readonly cells: string; readonly from: string; readonly parameters: readonly SqlValue[] },
): T[] {
  return JSON.parse(db.value<string>(`SELECT json_group_array(json_array(${cells})) FROM ${from}`, parameters)!) as T[];
}

/** Writes many rows of one table at a time. */
export class RowWriter {
  readonly #db: Sqlite;
  readonly #statements: readonly string[];
  readonly #width: number;

  /** `into`: the beginning of the statement, before VALUES; `values`: one row of it, each cell a `?`; `tail`: what follows the rows. */
  constructor(db: Sqlite, { into, values, tail = '' }: { into: string; values: string; tail?: string }) {
    this.#db = db;
    this.#width = values.split('?').length - 1;
    this.#statements = sizes.map((size) => `${into} VALUES ${Array.from({ length: size }, () => values).join(',')} ${tail}`);
  }

  /** Cells of all rows, one after the other. */
  write(cells: readonly SqlValue[]): void {
    let at = 0;
    for (const [index, size] of sizes.entries()) {
      const step = size * this.#width;
      for (; cells.length - at >= step; at += step) this.#db.run(this.#statements[index]!, cells.slice(at, at + step));
    }
  }
}
