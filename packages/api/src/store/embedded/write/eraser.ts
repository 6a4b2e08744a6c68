import type { Sqlite } from '../sqlite.ts';
import type { WriteQueue } from './writeQueue.ts';

/** Pages of the index that are merged at a time: some milliseconds. */
const usualPages = 128;
/** Beyond, the rest is merged in one go. */
const slicesAtMost = 5_000;

export interface EraserOptions {
  readonly queue: WriteQueue;
  readonly emptyJournal: () => void;
  /** Pages merged at a time. */
  readonly pages?: number;
}

/**
 * Deleted means deleted. FTS5 keeps deleted words until the segments that held them are merged (its own secure-delete
 * option damages the index in SQLite 3.45), and the journal keeps old pages until it is emptied. Freed pages are zeroed
 * by `secure_delete`. Merging takes seconds at a million entities, so it goes slice by slice between other writes,
 * once for all retractions that wait; a row in the file has it done after a crash.
 */
export class Eraser {
  readonly #db: Sqlite;
  readonly #queue: WriteQueue;
  readonly #emptyJournal: () => void;
  readonly #pages: number;
  /** Deletions so far, and how many of them have left no trace. */
  #noted = 0;
  #erased = 0;
  #running: Promise<void> | null = null;
  #next: Promise<void> | null = null;

  constructor(db: Sqlite, { queue, emptyJournal, pages = usualPages }: EraserOptions) {
    this.#db = db;
    this.#queue = queue;
    this.#emptyJournal = emptyJournal;
    this.#pages = pages;
    this.finish();
  }

  /** Call in the transaction that deletes. */
  note(): void {
    this.#db.run("INSERT INTO unfinished(work, body) VALUES ('erase', ?) ON CONFLICT DO UPDATE SET body = excluded.body", [
      String(++this.#noted),
    ]);
  }

  /** Resolves when nothing is left of what was deleted before the call. */
  erase(): Promise<void> {
    if (!this.#running) return this.#start();
    // What is running began before the call: one more for all who wait.
    this.#next ??= this.#running
      // Whoever waited for it was told that it failed; this is another try.
      .catch(() => {})
      .then(() => {
        this.#next = null;
        return this.#start();
      });
    return this.#next;
  }

  /** Erases what is noted, now. */
  finish(): void {
    const isNoted = this.#db.value("SELECT 1 FROM unfinished WHERE work = 'erase'") !== undefined;
    // What another process noted before it ended counts as well.
    if (isNoted)
      this.#db.transaction(() => {
        this.#mergeRest();
        this.#db.run("DELETE FROM unfinished WHERE work = 'erase'");
      });
    if (isNoted || this.#erased < this.#noted) this.#emptyJournal();
    this.#erased = this.#noted;
  }

  #start(): Promise<void> {
    this.#running = this.#mergeInSlices(this.#noted).finally(() => (this.#running = null));
    return this.#running;
  }

  async #mergeInSlices(noted: number): Promise<void> {
    let merging: ReadonlySet<number> = new Set();
    for (let slice = 0; this.#erased < noted; slice++) {
      const isMerged = await this.#queue.write(() => {
        if (slice === 0) merging = this.#segments();
        return this.#mergeSome(merging, slice) && this.#strike(noted);
      });
      if (!isMerged || this.#erased >= noted) continue;
      this.#erased = noted;
      this.#emptyJournal();
    }
  }

  /** Answers whether nothing is left to merge of the segments that there were at the first slice. */
  #mergeSome(merging: ReadonlySet<number>, slice: number): boolean {
    if (merging.size < 2 || slice >= slicesAtMost) return this.#mergeRest();
    const changes = this.#changes();
    // A negative number first puts all segments on one level. They go all at once, when the last page of them is merged.
    this.#db.run("INSERT INTO fts(fts, rank) VALUES ('merge', ?)", [slice === 0 ? -this.#pages : this.#pages]);
    const left = this.#segments();
    if ([...merging].some((segment) => !left.has(segment))) return true;
    return this.#changes() - changes < 2 && this.#mergeRest();
  }

  #mergeRest(): true {
    this.#db.run("INSERT INTO fts(fts) VALUES ('optimize')");
    return true;
  }

  /** The note goes, unless something was deleted since. */
  #strike(noted: number): true {
    this.#db.run("DELETE FROM unfinished WHERE work = 'erase' AND CAST(body AS INT) <= ?", [noted]);
    return true;
  }

  #changes(): number {
    return this.#db.value<number>('SELECT total_changes()') ?? 0;
  }

  #segments(): ReadonlySet<number> {
    return new Set(this.#db.all<[number]>('SELECT DISTINCT segid FROM fts_idx').map(([segment]) => segment));
  }
}
