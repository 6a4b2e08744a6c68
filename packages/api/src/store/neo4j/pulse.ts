/** The server did not answer something small, or has not answered a piece of work in the time it had. */
export class Silence extends Error {
  override readonly name = 'Silence';

  constructor(
    readonly of: 'the server' | 'the work',
    options?: ErrorOptions,
  ) {
    super(`Silence of ${of}`, options);
  }
}

export interface PulseTimes {
  /** Work that has not ended after so many milliseconds is looked after: is the server there at all? */
  readonly quiet: number;
  /** It has so long to answer that. */
  readonly answer: number;
  /** So long it is believed to be away without being asked again. */
  readonly believed: number;
}

/** In all, a person is told within five seconds. */
const usual: PulseTimes = { quiet: 1_500, answer: 3_000, believed: 1_000 };
/** What has arrived while this process was busy is read before it counts as silence. */
const readFirst = 50;

/**
 * Tells work that takes long from a server that is gone: the driver waits for ever for an answer on an open connection. While
 * work is quiet the server is asked something small over a connection of its own, by all who wait together.
 */
export class Pulse {
  readonly #ask: () => Promise<unknown>;
  readonly #times: PulseTimes;
  #asking: Promise<void> | null = null;
  #awayAt: number | null = null;
  readonly #waiting = new Set<(silence: Silence) => void>();

  /** @param ask something small over a new connection; rejects where the server cannot be reached. */
  constructor(ask: () => Promise<unknown>, times: PulseTimes = usual) {
    this.#ask = ask;
    this.#times = times;
  }

  /** Before work is begun: at once unless the server was found to be away. @throws Silence while it is */
  async begin(): Promise<void> {
    if (this.#awayAt === null) return;
    if (performance.now() - this.#awayAt < this.#times.believed) throw new Silence('the server');
    await this.#feel();
  }

  /**
   * What the work comes to. It is left alone, not stopped, where this gives up.
   * @param most milliseconds; null: as long as the server lives
   * @throws Silence of the server, or of the work after `most`
   */
  during<T>(work: Promise<T>, most: number | null): Promise<T> {
    const end = most === null ? Infinity : performance.now() + most;
    return new Promise((resolve, reject) => {
      let timer: NodeJS.Timeout;
      let isOver = false;
      const finish = (settle: () => void): void => {
        isOver = true;
        this.#waiting.delete(tell);
        clearTimeout(timer);
        settle();
      };
      const tell = (silence: Silence): void => finish(() => reject(silence));
      this.#waiting.add(tell);
      const listen = (): void => {
        if (isOver) return;
        const left = end - performance.now();
        if (left <= 0) return finish(() => reject(new Silence('the work')));
        timer = setTimeout(() => void this.#feel().then(listen, () => {}), Math.min(this.#times.quiet, left));
      };
      listen();
      work.then(
        (result) => finish(() => resolve(result)),
        (error: unknown) => finish(() => reject(error)),
      );
    });
  }

  /** It could not be reached for a while. */
  missed(): void {
    this.#awayAt = performance.now();
  }

  #feel(): Promise<void> {
    return (this.#asking ??= within(this.#ask(), this.#times.answer, () => new Silence('the server'))
      .then(
        () => {
          this.#awayAt = null;
        },
        (cause: unknown) => {
          this.missed();
          const silence = new Silence('the server', { cause });
          // Also who has not waited long: what they do after something else may be one person's question.
          for (const tell of this.#waiting) tell(silence);
          throw silence;
        },
      )
      .finally(() => {
        this.#asking = null;
      }));
  }
}

/** What the work comes to, which is left alone after so many milliseconds. @throws what `late` makes */
export function within<T>(work: Promise<T>, milliseconds: number, late: () => unknown): Promise<T> {
  return new Promise((resolve, reject) => {
    let timer = setTimeout(() => (timer = setTimeout(() => reject(late()), readFirst)), milliseconds);
    work.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
