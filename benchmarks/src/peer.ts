import type { PreparedReport } from '@linchpin/api/src/model/prepared.ts';

/**
 * What is measured beside a store: the bare engine with plain entities and links, without scope, reports, records,
 * pointers, protection or undo. It says what the engine itself costs.
 */
export interface Peer {
  readonly name: string;
  add(reports: readonly PreparedReport[]): Promise<void>;
  /** Counts by kind, and the newest neighbours with their captions. */
  expand(id: string, limit: number): Promise<unknown>;
  search(words: readonly string[]): Promise<unknown>;
  /** Links between any two of them, by pair and kind. */
  linksAmong(ids: readonly string[]): Promise<unknown>;
  /** A shortest path of at most so many hops. */
  path(from: string, to: string, maxHops: number): Promise<unknown>;
  close(): Promise<void>;
}
