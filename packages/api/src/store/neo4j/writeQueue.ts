interface Waiting<Job, Result> {
  readonly job: Job;
  readonly resolve: (result: Result) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Group commit in the client: one batch is being written, and whatever arrives meanwhile waits and goes together next.
 * Order is kept. A batch that fails is tried job by job, so that one bad job does not take others with it; what ends all of
 * them is told to each at once.
 */
export class WriteQueue<Job, Result> {
  readonly #write: (jobs: readonly Job[]) => Promise<readonly Result[]>;
  readonly #sizeOf: (job: Job) => number;
  readonly #largest: number;
  readonly #endsAll: (error: unknown) => boolean;
  #waiting: Waiting<Job, Result>[] = [];
  #writing: Promise<void> | null = null;

  constructor(options: {
    readonly write: (jobs: readonly Job[]) => Promise<readonly Result[]>;
    readonly sizeOf: (job: Job) => number;
    /** Sum of sizes above which a batch takes no further job. */
    readonly largest: number;
    /** What would fail each job of a batch as it failed the batch, such as an outage. */
    readonly endsAll?: (error: unknown) => boolean;
  }) {
    this.#write = options.write;
    this.#sizeOf = options.sizeOf;
    this.#largest = options.largest;
    this.#endsAll = options.endsAll ?? (() => false);
  }

  add(job: Job): Promise<Result> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ job, resolve, reject });
      this.#writing ??= this.#drain();
    });
  }

  /** Resolves when everything handed over so far is written or refused. */
  async whenIdle(): Promise<void> {
    await this.#writing;
  }

  async #drain(): Promise<void> {
    // Begins after the caller's turn: what was handed over at once goes together.
    await Promise.resolve();
    while (this.#waiting.length > 0) await this.#settle(this.#nextBatch());
    this.#writing = null;
  }

  #nextBatch(): Waiting<Job, Result>[] {
    let size = 0;
    let count = 0;
    for (const { job } of this.#waiting) {
      size += this.#sizeOf(job);
      if (count > 0 && size > this.#largest) break;
      count++;
    }
    return this.#waiting.splice(0, count);
  }

  async #settle(batch: readonly Waiting<Job, Result>[]): Promise<void> {
    try {
      const results = await this.#write(batch.map(({ job }) => job));
      batch.forEach(({ resolve }, index) => resolve(results[index]!));
    } catch (error) {
      if (batch.length === 1 || this.#endsAll(error)) for (const { reject } of batch) reject(error);
      else for (const one of batch) await this.#settle([one]);
    }
  }
}
