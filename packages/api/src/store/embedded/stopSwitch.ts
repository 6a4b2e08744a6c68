import { LinchpinError } from '../../model/errors.ts';

const told = 0;
const inside = 1;

/**
 * Between a thread that uses SQLite and the one that started it. A thread that is ended while it is inside SQLite takes
 * the whole process down (libsql aborts when its call is cut off), so it is told to stop first: from then on it enters
 * SQLite no more, and once it has left it may be ended at any moment.
 */
export class StopSwitch {
  readonly shared: SharedArrayBuffer;
  readonly #cells: Int32Array;

  /** @param shared of the other side's switch */
  constructor(shared: SharedArrayBuffer = new SharedArrayBuffer(8)) {
    this.shared = shared;
    this.#cells = new Int32Array(shared);
  }

  tell(): void {
    Atomics.store(this.#cells, told, 1);
  }

  get isInside(): boolean {
    return Atomics.load(this.#cells, inside) === 1;
  }

  /** One call of SQLite, in the thread. @throws LinchpinError UNAVAILABLE once it was told to stop */
  guard<T>(work: () => T): T {
    // Says that it is inside before it looks: whoever tells it and then looks sees one or the other.
    Atomics.store(this.#cells, inside, 1);
    try {
      if (Atomics.load(this.#cells, told) === 1) throw new LinchpinError('UNAVAILABLE', 'The store stopped working on this.');
      return work();
    } finally {
      Atomics.store(this.#cells, inside, 0);
    }
  }
}
