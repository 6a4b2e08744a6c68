import type { AddOutcome } from '../../ports/graphStore.ts';
import type { Sqlite } from '../sqlite.ts';
import type { PackedReport } from './packReport.ts';

/** Reports to add, or any other write. */
export type Work = { readonly reports: readonly PackedReport[] } | { readonly run: () => unknown };

interface Job {
  readonly work: Work;
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: unknown) => void;
}

/** Records and links of one commit: it takes some 50 ms. A larger job is one commit all the same. */
const partsPerCommit = 1_000;
/** A job of more reports is an import's, and waits while others are served. */
const reportsOfOne = 16;
/** So many commits go before one of an import, at most. */
const turnsBeforeImport = 4;

/**
 * Group commit: what waits is written in one transaction, and everybody is told after COMMIT only. Reports that wait
 * together are added as one batch. When that fails each job is tried by itself, so that a bad one hurts no other.
 */
export class WriteQueue {
  readonly #db: Sqlite;
  readonly #add: (reports: readonly PackedReport[]) => readonly AddOutcome[];
  readonly #forget: () => void;
  #waiting: Job[] = [];
  #imports: Job[] = [];
  #turns = 0;
  #isScheduled = false;

  /** @param forget drops what is known of a transaction that was rolled back. */
  constructor(
    db: Sqlite,
    { add, forget }: { add: (reports: readonly PackedReport[]) => readonly AddOutcome[]; forget: () => void },
  ) {
    this.#db = db;
    this.#add = add;
    this.#forget = forget;
  }

  add(reports: readonly PackedReport[]): Promise<readonly AddOutcome[]> {
    return this.#enqueue({ reports });
  }

  write<T>(run: () => T): Promise<T> {
    return this.#enqueue({ run });
  }

  /** Writes all that waits, now. */
  flush(): void {
    for (let group = this.#nextGroup(); group.length > 0; group = this.#nextGroup()) this.#commit(group);
  }

  #enqueue<T>(work: Work): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      const job: Job = { work, resolve: resolve as (value: unknown) => void, reject };
      (sizeOf(work).reports > reportsOfOne ? this.#imports : this.#waiting).push(job);
      this.#schedule();
    });
  }

  /** One group a turn of the event loop, so that what comes in meanwhile is seen before an import goes on. */
  #schedule(): void {
    if (this.#isScheduled) return;
    this.#isScheduled = true;
    setImmediate(() => {
      this.#isScheduled = false;
      this.#commit(this.#nextGroup());
      if (this.#waiting.length + this.#imports.length > 0) this.#schedule();
    });
  }

  #nextGroup(): Job[] {
    if (this.#imports.length > 0 && (this.#waiting.length === 0 || this.#turns >= turnsBeforeImport)) {
      this.#turns = 0;
      return this.#imports.splice(0, 1);
    }
    this.#turns++;
    let parts = 0;
    let jobs = 0;
    for (const { work } of this.#waiting) {
      parts += sizeOf(work).parts;
      if (jobs > 0 && parts > partsPerCommit) break;
      jobs++;
    }
    return this.#waiting.splice(0, jobs);
  }

  #commit(jobs: readonly Job[]): void {
    if (jobs.length === 0) return;
    const told = this.#tryTogether(jobs) ?? this.#tryEach(jobs);
    for (const tell of told) tell();
  }

  /** Null when something failed, and nothing was written. */
  #tryTogether(jobs: readonly Job[]): (() => void)[] | null {
    try {
      return this.#db.transaction(() => joinReports(jobs).flatMap((batch) => this.#runBatch(batch)));
    } catch {
      this.#forget();
      return null;
    }
  }

  #tryEach(jobs: readonly Job[]): (() => void)[] {
    try {
      return this.#db.transaction(() => jobs.map((job) => this.#attempt(job)));
    } catch (error) {
      this.#forget();
      return jobs.map((job) => () => job.reject(error));
    }
  }

  #attempt(job: Job): () => void {
    this.#db.run('SAVEPOINT job');
    try {
      const told = this.#runBatch([job]);
      this.#db.run('RELEASE job');
      return () => told.forEach((tell) => tell());
    } catch (error) {
      this.#db.run('ROLLBACK TO job');
      this.#db.run('RELEASE job');
      this.#forget();
      return () => job.reject(error);
    }
  }

  #runBatch(jobs: readonly Job[]): (() => void)[] {
    const [first] = jobs;
    if (first && 'run' in first.work) {
      const result = first.work.run();
      return [() => first.resolve(result)];
    }
    const outcomes = this.#add(jobs.flatMap(({ work }) => ('reports' in work ? work.reports : [])));
    let from = 0;
    return jobs.map((job) => {
      const own = outcomes.slice(from, (from += sizeOf(job.work).reports));
      return () => job.resolve(own);
    });
  }
}

/** Neighbouring jobs that add reports as one batch; any other job is one of its own. */
function joinReports(jobs: readonly Job[]): Job[][] {
  const batches: Job[][] = [];
  for (const job of jobs) {
    const last = batches.at(-1)?.[0];
    if (last && 'reports' in last.work && 'reports' in job.work) batches.at(-1)!.push(job);
    else batches.push([job]);
  }
  return batches;
}

function sizeOf(work: Work): { readonly reports: number; readonly parts: number } {
  if ('run' in work) return { reports: 0, parts: 1 };
  return {
    reports: work.reports.length,
    parts: work.reports.reduce((sum, { records, links }) => sum + 1 + records.length + links.length, 0),
  };
}
