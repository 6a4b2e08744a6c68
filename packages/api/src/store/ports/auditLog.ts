/** Append-only memory of who did what. Chained by hash; if an entry cannot be written, the answer is not given. */
export interface AuditLog {
  /** Durable when the promise resolves; entries keep the order in which they were handed over. */
  append(entry: AuditEntry): Promise<void>;
  /** Newest first. For auditors and `audit verify`; a later part gives it a face. */
  entries(filter: { readonly before: number | null; readonly limit: number }): Promise<readonly StoredAuditEntry[]>;
  /** Walks the chain; the first broken link's sequence number, null when whole. */
  verify(): Promise<{ readonly entries: number; readonly brokenAt: number | null }>;
  close(): Promise<void>;
}

export interface AuditEntry {
  /** Epoch milliseconds. */
  readonly at: number;
  /** Null when nobody was signed in. */
  readonly user: string | null;
  readonly agency: string | null;
  readonly useCase: string;
  /** Ids and bounds of the question; never values of evidence, narratives or search text in clear where a digest will do. */
  readonly subject: Readonly<Record<string, unknown>>;
  readonly outcome: 'ANSWERED' | 'REFUSED' | 'FAILED';
  /** Error code when not answered. */
  readonly code: string | null;
  readonly results: number | null;
  readonly legalCase: string | null;
  readonly purpose: string | null;
}

export interface StoredAuditEntry extends AuditEntry {
  readonly seq: number;
  /** SHA-256, hex, over the previous hash and this entry. */
  readonly hash: string;
}
