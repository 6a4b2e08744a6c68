/** Takes changes of these hubs away that are more than `kept` numbers behind, `limit` at most; answers how many. */
export type Forget = (asked: {
  readonly ids: readonly string[];
  readonly kept: number;
  readonly limit: number;
}) => Promise<number>;

/** Most hubs and changes in one statement. */
const hubsAtOnce = 100;
const changesAtOnce = 1_000;

/**
 * Takes old changes of hubs away: beside the writes, of a hub that this process writes to for the first time and then after
 * a tenth of those that are kept. What cannot be taken away now is taken away another time.
 */
export class ForgottenChanges {
  readonly #forgetSome: Forget;
  readonly #kept: number;
  readonly #every: number;
  /** Changes until it is a hub's turn. */
  readonly #left = new Map<string, number>();
  readonly #due = new Set<string>();
  #running: Promise<void> | null = null;

  /** @param kept numbers behind the version of a hub. */
  constructor(forgetSome: Forget, kept: number) {
    this.#forgetSome = forgetSome;
    this.#kept = kept;
    this.#every = Math.ceil(kept / 10);
  }

  note(ids: readonly string[]): void {
    for (const id of ids) {
      const left = (this.#left.get(id) ?? 1) - 1;
      this.#left.set(id, left > 0 ? left : this.#every);
      if (left <= 0) this.#due.add(id);
    }
    if (this.#due.size > 0) this.#running ??= this.#run();
  }

  /** Resolves when what runs has run; what is due yet is left. */
  async whenIdle(): Promise<void> {
    this.#due.clear();
    await this.#running;
  }

  async #run(): Promise<void> {
    while (this.#due.size > 0) {
      const ids = [...this.#due].slice(0, hubsAtOnce);
      for (const id of ids) this.#due.delete(id);
      for (let isMore = true; isMore;) isMore = await this.#forget(ids);
    }
    this.#running = null;
  }

  /** Whether there may be more of these hubs. */
  async #forget(ids: readonly string[]): Promise<boolean> {
    try {
      return (await this.#forgetSome({ ids, kept: this.#kept, limit: changesAtOnce })) === changesAtOnce;
    } catch {
      return false;
    }
  }
}
