/** A page of a list in Relay's shape. */
export interface Connection<T> {
  readonly edges: readonly Edge<T>[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

export interface Edge<T> {
  readonly cursor: string;
  readonly node: T;
}

export interface CountedConnection<T> extends Connection<T> {
  /** Length of the whole list, within the scope. */
  readonly totalCount: number;
}
