/** What a store may offer for loading it while it is empty and nobody uses it. */
export interface BulkLoading {
  /** From here on reports come in faster, and no read is answered right until `end`. False, and nothing changes, where the store holds reports. */
  begin(): Promise<boolean>;
  /** Derives what was left for the end; nothing when no load was begun. */
  end(): Promise<void>;
}
