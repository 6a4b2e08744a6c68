import type { Window } from './moment.ts';
import type { PathQuestion, PathsFound } from './pathSearch.ts';
import type { Scope } from './scope.ts';

/** A question that only the store answers: a window asks for single links, which nothing derived has. */
export interface StorePathQuestion extends PathQuestion {
  readonly window: Window;
}

/** Questions about the network that are answered in threads of their own, so that nothing else waits for them. */
export interface Analysis {
  /**
   * Over what is derived from the store, at least as new as the change `atLeast`. Not authoritative: whoever shows it
   * reads it again from the store inside the scope. Null: not answered (being built, behind, switched off); ask the store.
   */
  findPaths(scope: Scope, question: PathQuestion, atLeast: number): Promise<PathsFound | null>;
  /** By the store's own steps: slower, always right. Null: no thread could be asked. */
  searchStore(scope: Scope, question: StorePathQuestion): Promise<PathsFound | null>;
  readonly status: AnalysisStatus;
  /** Ends the threads. */
  close(): Promise<void>;
}

/** What the adjacency is doing. Says nothing of what the store holds but how much memory that takes. */
export interface AnalysisStatus {
  readonly state: AnalysisState;
  readonly bytes: number;
  /** Seconds that the last building took; null before it ended. */
  readonly buildSeconds: number | null;
  /** Seconds between the last look at the change log and now that nothing was left to apply; null while building. */
  readonly secondsBehind: number | null;
  /** Questions so far by who answered them. */
  readonly answered: { readonly adjacency: number; readonly store: number };
  /** Times that a thread was lost and replaced. */
  readonly restarts: number;
}

export const analysisStates = ['off', 'building', 'ready', 'tooLarge'] as const;
export type AnalysisState = (typeof analysisStates)[number];
