/** Bounds that every adapter and use-case share. */
export const limits = {
  expandPage: 500,
  expandIds: 500,
  exclude: 5_000,
  entityIds: 500,
  amongIds: 2_000,
  page: 500,
  pathHops: 8,
  pathCount: 20,
  /** Beyond this a total is a lower bound and says so. */
  exactTotal: 10_000,
  /** Orders other than NEWEST read every neighbour: refused beyond. */
  orderedNeighbours: 10_000,
  /** Distinct neighbours in scope from which an entity counts as generic. */
  genericNeighbours: 400,
  reportRecords: 5_000,
  reportLinks: 10_000,
  narrativeBytes: 1_048_576,
} as const;
