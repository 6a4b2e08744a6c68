import { setImmediate as breathe, setTimeout as pause } from 'node:timers/promises';
import type { PathQuestion, PathsFound } from '../../model/pathSearch.ts';
import type { Scope } from '../../model/scope.ts';
import type { AdjacencyFeed } from '../../store/ports/adjacencyFeed.ts';
import type { Adjacency } from '../adjacency/adjacency.ts';
import { applyUpdate, readUpdate } from '../adjacency/applyChanges.ts';
import { buildAdjacency, TooLargeToHold } from '../adjacency/buildAdjacency.ts';
import { mergePatches } from '../adjacency/mergePatches.ts';
import { ScopeSight } from '../adjacency/scopeSight.ts';
import { searchAdjacency } from '../paths/searchAdjacency.ts';
import { Reached } from './reached.ts';

export interface KeeperOptions {
  readonly feed: AdjacencyFeed;
  /** Null: no bound. */
  readonly mostBytes: number | null;
  /** Milliseconds between two looks at the change log. */
  readonly pollEvery: number;
  /** Called whenever something that it tells has changed. */
  onProgress(progress: KeeperProgress): void;
  /** The store did not answer; it is tried again. */
  onFault(error: unknown): void;
}

export interface KeeperProgress {
  readonly state: 'building' | 'ready' | 'tooLarge';
  readonly bytes: number;
  readonly buildSeconds: number | null;
  /** Epoch milliseconds of the last moment at which nothing was left to apply. */
  readonly freshAt: number | null;
}

/** Changes applied in one go. */
const mostChanges = 500;
/** How long a question waits for the change that it asks for, in milliseconds. */
const patience = 2_000;
const firstPause = 100;
const longestPause = 5_000;
/** Scopes whose sight is kept until the next change. */
const sightsKept = 50;

/** Builds the adjacency, keeps it as new as the change log, and answers from it. */
export class AdjacencyKeeper {
  readonly #with: KeeperOptions;
  readonly #reached = new Reached();
  readonly #sights = new Map<string, ScopeSight>();
  #adjacency: Adjacency | null = null;
  #places = new Int32Array(0);
  #progress: KeeperProgress = { state: 'building', bytes: 0, buildSeconds: null, freshAt: null };
  #isClosed = false;
  #kick: (() => void) | null = null;

  constructor(options: KeeperOptions) {
    this.#with = options;
  }

  /** Until it is closed, or the graph turns out too large. */
  async run(): Promise<void> {
    for (let ms = firstPause; !this.#isClosed; ms = Math.min(ms * 2, longestPause)) {
      const begun = performance.now();
      try {
        if (await this.#build()) await this.#follow();
      } catch (error) {
        this.#forget();
        if (error instanceof TooLargeToHold) return this.#tell({ state: 'tooLarge', bytes: 0, freshAt: null });
        if (this.#isClosed) return;
        this.#with.onFault(error);
      }
      // What did not last is not made again and again without a rest: scans take a core, and the store's time.
      if (performance.now() - begun > longestPause) ms = firstPause;
      await pause(ms);
    }
  }

  /** Null: not built, or not as new as asked in time, or an end is not known. */
  async findPaths(scope: Scope, question: PathQuestion, atLeast: number): Promise<PathsFound | null> {
    if (this.#adjacency === null) return null;
    if (this.#adjacency.seq < atLeast) {
      this.#kick?.();
      if (!(await this.#reached.wait(atLeast, patience))) return null;
    }
    const adjacency = this.#adjacency;
    if (adjacency === null) return null;
    if (this.#places.length < adjacency.table.count) this.#places = new Int32Array(Math.ceil(adjacency.table.count * 1.25));
    return searchAdjacency({ sight: this.#sightOf(scope, adjacency), places: this.#places }, question);
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    this.#forget();
    this.#kick?.();
    await this.#with.feed.close();
  }

  /** False: there was a change meanwhile that only another scan can take in. */
  async #build(): Promise<boolean> {
    this.#tell({ state: 'building', freshAt: null });
    const begun = performance.now();
    const adjacency = await buildAdjacency({ ...this.#with, breathe: () => this.#breathe() });
    if (!(await this.#catchUp(adjacency))) return false;
    this.#adjacency = adjacency;
    this.#reached.note(adjacency.seq);
    const buildSeconds = (performance.now() - begun) / 1_000;
    this.#tell({ state: 'ready', bytes: adjacency.bytes, buildSeconds, freshAt: Date.now() });
    return true;
  }

  /** Returns when there is a change that only a new scan can take in. */
  async #follow(): Promise<void> {
    const adjacency = this.#adjacency!;
    while (!this.#isClosed) {
      await this.#rest();
      if (!(await this.#catchUp(adjacency))) return this.#forget();
      this.#tell({ bytes: adjacency.bytes, freshAt: Date.now() });
    }
  }

  /** Applies what changed, until nothing is left. False: something cannot be applied. */
  async #catchUp(adjacency: Adjacency): Promise<boolean> {
    const { feed, mostBytes } = this.#with;
    while (!this.#isClosed) {
      const changes = await feed.changes(adjacency.seq, mostChanges);
      const last = changes.at(-1);
      if (last === undefined) return true;
      if (changes.some(({ refs }) => refs === null)) return false;
      const update = await readUpdate(feed, adjacency, changes);
      if (this.#isClosed) return true;
      applyUpdate(adjacency, update);
      adjacency.seq = last.seq;
      this.#sights.clear();
      if (adjacency === this.#adjacency) this.#reached.note(adjacency.seq);
      if (adjacency.isWorthMerging) await mergePatches(adjacency, () => this.#breathe());
      if (mostBytes !== null && adjacency.bytes > mostBytes) throw new TooLargeToHold();
      await this.#breathe();
    }
    return true;
  }

  #sightOf(scope: Scope, adjacency: Adjacency): ScopeSight {
    const known = this.#sights.get(scope.key);
    if (known) return known;
    const sight = new ScopeSight(adjacency, scope);
    if (this.#sights.size >= sightsKept) this.#sights.clear();
    this.#sights.set(scope.key, sight);
    return sight;
  }

  #forget(): void {
    this.#adjacency = null;
    this.#sights.clear();
    this.#reached.giveUp();
  }

  #tell(progress: Partial<KeeperProgress>): void {
    this.#progress = { ...this.#progress, ...progress };
    this.#with.onProgress(this.#progress);
  }

  /** Lets questions in; ends the work when it is closed. */
  async #breathe(): Promise<void> {
    await breathe();
    if (this.#isClosed) throw new Error('The analysis is being closed');
  }

  /** Until the next look is due, or somebody asks for a change that is not here. */
  async #rest(): Promise<void> {
    const kicked = new Promise<void>((resolve) => (this.#kick = resolve));
    const stop = new AbortController();
    const due = pause(this.#with.pollEvery, undefined, { signal: stop.signal }).catch(() => undefined);
    await Promise.race([kicked, due]);
    stop.abort();
    this.#kick = null;
  }
}
