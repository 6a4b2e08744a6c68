import type { Interning } from '../interning.ts';
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
  readonly #interning: Interning;
  #waiting: Job[] = [];
  #isScheduled = false;

  constructor(db: Sqlite, interning: Interning) {
    this.#db = db;
    this.#interning = interning;
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
      this.#interning.reload();
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
      this.#interning.reload();
      return () => job.reject(error);
    }
  }
}
