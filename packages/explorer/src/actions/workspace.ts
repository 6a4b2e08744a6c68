import type { ChartStore } from '../chart/chartStore.ts';
import type { LayoutRunner } from '../chart/layout/layoutRunner.ts';
import type { ExpandAnswer, ExpandInput, PathsAnswer, PathsInput } from '../remote/chartReads.ts';
import type { BundleRecord, EntityRecord, Records } from '../remote/records.ts';
import type { ViewStore } from '../view/viewState.ts';
import type { Running } from './running.ts';

/** Reads that actions await. Each fills `records` before it answers; failures are `RemoteError`. */
export interface Remote {
  expand(input: ExpandInput, signal?: AbortSignal): Promise<ExpandAnswer>;
  linksAmong(ids: readonly string[], signal?: AbortSignal): Promise<readonly BundleRecord[]>;
  entities(ids: readonly string[], signal?: AbortSignal): Promise<readonly EntityRecord[]>;
  paths(input: PathsInput, signal?: AbortSignal): Promise<PathsAnswer>;
}

/** What a finished action tells. The shell shows it as a toast and announces it. */
export interface Outcome {
  readonly text: string;
  readonly detail?: string;
  readonly actions?: readonly { readonly label: string; run(): void }[];
  readonly tone?: 'plain' | 'failure';
}

/** All that an action may touch; handed to it, so that tests hand in another one. */
export interface Workspace {
  readonly chart: ChartStore;
  readonly view: ViewStore;
  readonly remote: Remote;
  readonly records: () => Records;
  readonly layout: LayoutRunner;
  /** What is under way and can be stopped. */
  readonly running: Running;
  readonly say: (outcome: Outcome) => void;
  /** Puts text on the clipboard; rejects where that is forbidden. */
  readonly copy: (text: string) => Promise<void>;
}
