import type { Sqlite } from '../sqlite.ts';

interface Job {
  readonly work: () => unknown;
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Group commit: what waits is written in one transaction, each job within a savepoint of its own, and everybody is
 * told after COMMIT only.
 */
export class WriteQueue {
  readonly #db: Sqlite;
  readonly #forget: () => void;
  #waiting: Job[] = [];
  #isScheduled = false;

  /** @param forget drops what is known of a transaction that was rolled back. */
  constructor(db: Sqlite, forget: () => void) {
    this.#db = db;
    this.#forget = forget;
  }

  write<T>(work: () => T): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      this.#waiting.push({ work, resolve: resolve as (value: unknown) => void, reject });
      if (this.#isScheduled) return;
      this.#isScheduled = true;
      setImmediate(() => this.flush());
    });
  }

  /** Writes what waits, now. */
  flush(): void {
    this.#isScheduled = false;
    const jobs = this.#waiting;
    this.#waiting = [];
    if (jobs.length === 0) return;
    const told: (() => void)[] = [];
    try {
      this.#db.transaction(() => {
        for (const job of jobs) told.push(this.#attempt(job));
      });
    } catch (error) {
      this.#forget();
      for (const job of jobs) job.reject(error);
      return;
    }
    for (const tell of told) tell();
  }

  #attempt(job: Job): () => void {
    this.#db.run('SAVEPOINT job');
    try {
      const result = job.work();
      this.#db.run('RELEASE job');
      return () => job.resolve(result);
    } catch (error) {
      this.#db.run('ROLLBACK TO job');
      this.#db.run('RELEASE job');
      this.#forget();
      return () => job.reject(error);
    }
  }
}
