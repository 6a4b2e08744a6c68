/** What became of a row. A row may serve several reports: the best of them counts. */
export const fate = { unreached: 0, rejected: 1, skipped: 2, imported: 3 } as const;
export type Fate = (typeof fate)[keyof typeof fate];

/** Set beside the fate once the row has a rejection of its own. */
const isExplained = 4;
/** Set for rows that the file has: blank lines have numbers too. */
const isThere = 8;

/** What became of every row of every file, one byte each. */
export class RowTally {
  readonly #files = new Map<string, Uint8Array>();
  #read = 0;

  get read(): number {
    return this.#read;
  }

  add(file: string, row: number): void {
    const before = this.#files.get(file) ?? new Uint8Array(1 << 16);
    let rows = before;
    if (row >= rows.length) {
      rows = new Uint8Array(Math.max(row + 1, rows.length * 2));
      rows.set(before);
    }
    rows[row] = isThere;
    this.#files.set(file, rows);
    this.#read++;
  }

  mark(file: string, row: number, as: Fate): void {
    const rows = this.#files.get(file);
    if (!rows || row >= rows.length) return;
    const now = rows[row]!;
    if ((now & 3) < as) rows[row] = (now & ~3) | as;
  }

  explain(file: string, row: number): void {
    const rows = this.#files.get(file);
    if (rows && row < rows.length) rows[row]! |= isExplained;
  }

  count(): { readonly read: number; readonly imported: number; readonly skipped: number; readonly rejected: number } {
    const counts = [0, 0, 0, 0];
    for (const rows of this.#files.values()) for (const row of rows) if (row & isThere) counts[row & 3]!++;
    return { read: this.#read, imported: counts[3]!, skipped: counts[2]!, rejected: counts[0]! + counts[1]! };
  }

  /** Rejected rows that nothing was said about yet. */
  *unexplained(): Generator<{ readonly file: string; readonly row: number; readonly isReached: boolean }> {
    for (const [file, rows] of this.#files)
      for (const [row, state] of rows.entries())
        if (state & isThere && !(state & isExplained) && (state & 3) <= fate.rejected)
          yield { file, row, isReached: (state & 3) === fate.rejected };
  }
}
