/** Times of one row's links, read from the links themselves: pairs of (start, end), NaN where there is none. */
export interface LinkTimesOfRow {
  readonly undated: number;
  readonly times: readonly number[];
}

/** Cells; 32 MB. */
const poolAtMost = 4_000_000;

/**
 * Times of single links by row, for time windows. Only rows that need it are filled: most are decided by their first
 * and last. Layout in the pool: count of pairs, undated links, then the pairs.
 */
export class RowTimes {
  /** By row: place in the pool + 1; 0 where nothing is known. Made with the first entry. */
  #at = new Uint32Array(0);
  #pool = new Float64Array(0);
  #end = 0;

  get bytes(): number {
    return this.#at.byteLength + this.#pool.byteLength;
  }

  has(row: number): boolean {
    return (this.#at[row] ?? 0) > 0;
  }

  undated(row: number): number {
    return this.#pool[this.#at[row]!]!;
  }

  /** Whether some link of the row matches: start < until and (start >= since or end > since). */
  matches(row: number, since: number, until: number): boolean {
    const at = this.#at[row]! - 1;
    const end = at + 2 + this.#pool[at]! * 2;
    for (let pair = at + 2; pair < end; pair += 2) {
      const start = this.#pool[pair]!;
      if (start < until && (start >= since || this.#pool[pair + 1]! > since)) return true;
    }
    return false;
  }

  /** @param rows how many rows there are, at most. */
  set(row: number, rows: number, { undated, times }: LinkTimesOfRow): void {
    if (this.#at.length < rows) {
      const grown = new Uint32Array(rows);
      grown.set(this.#at);
      this.#at = grown;
    }
    const size = 2 + times.length;
    if (this.#end + size > this.#pool.length) {
      const grown = new Float64Array(Math.max(64, (this.#end + size) * 2));
      grown.set(this.#pool);
      this.#pool = grown;
    }
    this.#pool[this.#end] = times.length / 2;
    this.#pool[this.#end + 1] = undated;
    this.#pool.set(times, this.#end + 2);
    this.#at[row] = this.#end + 1;
    this.#end += size;
  }

  /** Call before a load: rows that changed leave their old times in the pool. */
  trim(): void {
    if (this.#end <= poolAtMost) return;
    this.#at.fill(0);
    this.#end = 0;
  }

  forget(row: number): void {
    if (row < this.#at.length) this.#at[row] = 0;
  }

  /** Rows from `from` to before `to` moved up by `by`. */
  shift(from: number, to: number, by: number): void {
    if (this.#at.length === 0) return;
    if (to + by > this.#at.length) {
      const grown = new Uint32Array(to + by + 64);
      grown.set(this.#at);
      this.#at = grown;
    }
    this.#at.copyWithin(from + by, from, Math.min(to, this.#at.length));
  }
}
