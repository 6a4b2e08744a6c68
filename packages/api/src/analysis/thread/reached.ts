interface Waiting {
  readonly seq: number;
  settle(isReached: boolean): void;
}

/** Who waits for which change. */
export class Reached {
  #seq = 0;
  #waiting: Waiting[] = [];

  /** Everything up to this change is there. */
  note(seq: number): void {
    this.#seq = seq;
    this.#settle((waiting) => waiting.seq <= seq, true);
  }

  /** Nothing is there any more. */
  giveUp(): void {
    this.#seq = 0;
    this.#settle(() => true, false);
  }

  /** False after so many milliseconds. */
  wait(seq: number, patience: number): Promise<boolean> {
    if (seq <= this.#seq) return Promise.resolve(true);
    return new Promise((resolve) => {
      const waiting = { seq, settle: resolve };
      this.#waiting.push(waiting);
      setTimeout(() => this.#settle((other) => other === waiting, false), patience).unref();
    });
  }

  #settle(isMeant: (waiting: Waiting) => boolean, isReached: boolean): void {
    const settled = this.#waiting.filter(isMeant);
    if (settled.length === 0) return;
    this.#waiting = this.#waiting.filter((waiting) => !isMeant(waiting));
    for (const { settle } of settled) settle(isReached);
  }
}
