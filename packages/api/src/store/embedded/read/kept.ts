interface Holding {
  bytes: number;
  readonly drop: () => void;
}

/** Bytes that a reader may keep between its reads; what was used longest ago is given up first. */
export class Budget {
  readonly #most: number;
  readonly #held = new Map<object, Holding>();
  #used = 0;

  constructor(most: number) {
    this.#most = most;
  }

  get used(): number {
    return this.#used;
  }

  /**
   * Call when a thing was used or has grown. It may be given up at once when it is larger than everything allowed.
   * @param size without it as before
   */
  use(thing: object, size: number | undefined, drop: () => void): void {
    const bytes = size ?? this.#held.get(thing)?.bytes ?? 0;
    this.free(thing);
    this.#held.set(thing, { bytes, drop });
    this.#used += bytes;
    for (const [oldest, { drop: giveUp }] of this.#held) {
      if (this.#used <= this.#most) return;
      this.free(oldest);
      giveUp();
    }
  }

  free(thing: object): void {
    this.#used -= this.#held.get(thing)?.bytes ?? 0;
    this.#held.delete(thing);
  }
}

/** Things of one sort kept within a budget that several shelves share. */
export class Shelf<K, T extends object> {
  readonly #budget: Budget;
  readonly #things = new Map<K, T>();

  constructor(budget: Budget) {
    this.#budget = budget;
  }

  get(key: K): T | undefined {
    return this.#things.get(key);
  }

  /** Keeps a thing, in place of what was there. @param bytes without it as before */
  keep(key: K, thing: T, bytes?: number): void {
    const before = this.#things.get(key);
    if (before && before !== thing) this.#budget.free(before);
    this.#things.set(key, thing);
    this.#budget.use(thing, bytes, () => {
      if (this.#things.get(key) === thing) this.#things.delete(key);
    });
  }
}
