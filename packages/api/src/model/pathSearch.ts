/** Ways between two visible entities; direction is ignored. Bounds are checked by the use-case. */
export interface PathQuestion {
  readonly from: string;
  readonly to: string;
  readonly maxHops: number;
  readonly count: number;
  readonly throughGeneric: boolean;
  /** Null: all. */
  readonly linkKinds: readonly string[] | null;
}

export interface PathStep {
  /** The parallel bundles, sorted by id. */
  readonly bundleIds: readonly string[];
  /** Newest of them; null: undated. */
  readonly lastSeen: number | null;
}

/** A simple path: one entity more than it has steps. */
export interface PathFound {
  readonly ids: readonly string[];
  readonly steps: readonly PathStep[];
}

/** Best first: shortest, then the newest weakest step, then by ids. */
export interface PathsFound {
  readonly paths: readonly PathFound[];
  /** A bound was reached: there may be more, or better ones. */
  readonly isLimitReached: boolean;
  /** Generic entities met and not walked through, nearest first, then by id; the first twenty. */
  readonly skippedGeneric: readonly string[];
}

export const mostSkippedGeneric = 20;
