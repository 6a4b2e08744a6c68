import { allocate } from './allocate.ts';

/** Rows of all entities, one entity after the other: those of entity n are from `starts[n]` to `starts[n + 1]`, sorted by `others`. */
export interface RowColumns {
  readonly starts: Uint32Array;
  readonly others: Int32Array;
  /** Link kind * 4 + direction, as the entity sees it. */
  readonly codes: Uint8Array;
  readonly origins: Uint16Array;
  /** Newest time; -Infinity: undated. */
  readonly last: Float64Array;
}

/** What origins say about entities, laid out like rows (`FactChunk`). */
export interface FactColumns {
  readonly starts: Uint32Array;
  readonly origins: Uint16Array;
  readonly flags: Uint8Array;
  readonly adultFrom: Float64Array;
  readonly earliest: Float64Array;
}

export function emptyRows(entities: number, rows: number): RowColumns {
  return {
    starts: allocate(Uint32Array, entities + 1),
    others: allocate(Int32Array, rows),
    codes: allocate(Uint8Array, rows),
    origins: allocate(Uint16Array, rows),
    last: allocate(Float64Array, rows),
  };
}

export function emptyFacts(entities: number, facts: number): FactColumns {
  return {
    starts: allocate(Uint32Array, entities + 1),
    origins: allocate(Uint16Array, facts),
    flags: allocate(Uint8Array, facts),
    adultFrom: allocate(Float64Array, facts),
    earliest: allocate(Float64Array, facts),
  };
}

/** What this many rows and entities will take, in bytes. */
export function rowBytes(entities: number, rows: number): number {
  return 4 * (entities + 1) + 15 * rows;
}
