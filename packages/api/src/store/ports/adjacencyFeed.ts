import type { Origin } from '../../model/scope.ts';

/**
 * All of the adjacency, whoever may see it: for what is derived from the store and applies the scope itself
 * (`analysis/adjacency`). NEVER shown to a viewer, and no part of `GraphStore`, so that no use-case can hold one.
 *
 * A `ref` is the store's own number of an entity: a safe integer, the same as long as the store lives, shown to nobody.
 * Kinds, link kinds and origins are places in the lists of `names`. Errors are `LinchpinError`s.
 */
export interface AdjacencyFeed {
  /** What the small numbers mean, as far as was read. Lists only grow. */
  readonly names: FeedNames;
  /**
   * Everything in chunks, entities before what speaks of them, each pair of entities from one side. It is not the state
   * of one moment: whoever reads `lastChange` before, and applies the changes after it when the scan has ended, has one.
   */
  scan(): AsyncIterable<FeedChunk>;
  lastChange(): Promise<number>;
  /** In order, without gaps. */
  changes(after: number, limit: number): Promise<readonly FeedChange[]>;
  /** Entities with these refs, and their facts, as they are now. */
  entitiesOf(refs: readonly number[]): Promise<{ readonly entities: EntityChunk; readonly facts: FactChunk }>;
  /** Every row of these entities as it is now: `from` is one of them. A pair of two of them comes from both sides. */
  rowsOf(refs: readonly number[]): Promise<RowChunk>;
  /** Rows between any two of one group, each pair from one side, without reading all rows of either. */
  rowsAmong(groups: readonly (readonly number[])[]): Promise<RowChunk>;
  close(): Promise<void>;
}

export interface FeedNames {
  readonly kinds: readonly string[];
  readonly linkKinds: readonly string[];
  readonly origins: readonly Pick<Origin, 'agency' | 'audience'>[];
}

export interface FeedChange {
  readonly seq: number;
  /** Entities of which something may be otherwise now. Null: too many to name, scan again. */
  readonly refs: readonly number[] | null;
  /** Whether both ends of every row that changed are among `refs`; otherwise at least one is. */
  readonly namesBothEnds: boolean;
}

export type FeedChunk = EntityChunk | RowChunk | FactChunk;

/** Letters of a public id. */
export const idLength = 26;

export interface EntityChunk {
  readonly of: 'entities';
  readonly refs: Float64Array;
  readonly kinds: Uint8Array;
  /** ASCII, `idLength` bytes each. */
  readonly ids: Uint8Array;
}

/** Direction as seen from `from`, beside four times the link kind: `code`. */
export const rowDirection = { OUT: 0, IN: 1, NONE: 2 } as const;

/** One row a pair, link kind, direction and origin. */
export interface RowChunk {
  readonly of: 'rows';
  readonly from: Float64Array;
  readonly to: Float64Array;
  readonly codes: Uint8Array;
  readonly origins: Uint16Array;
  /** Newest time, epoch milliseconds; -Infinity: undated. */
  readonly last: Float64Array;
}

/** What a fact says, bit by bit. `everywhere`: it protects also from who does not see its origin. */
export const factFlag = { marked: 1, everywhere: 2, generic: 4 } as const;

/** What origins say about entities that decides what a scope sees: that one is generic; by what a person may be protected. */
export interface FactChunk {
  readonly of: 'facts';
  readonly refs: Float64Array;
  readonly origins: Uint16Array;
  readonly flags: Uint8Array;
  /** `ProtectionFacts`, epoch milliseconds: -Infinity and Infinity where nothing is known. */
  readonly adultFrom: Float64Array;
  readonly earliest: Float64Array;
}
