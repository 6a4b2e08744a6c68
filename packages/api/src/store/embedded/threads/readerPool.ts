import { LinchpinError } from '../../../model/errors.ts';
import type { Scope } from '../../../model/scope.ts';
import { chooseReader, type Wish } from './chooseReader.ts';
import { PooledReader } from './pooledReader.ts';
import { readTraits, type ReadName } from './readTraits.ts';
import type { ReaderOptions } from './roles/reader.ts';
import { ThreadLost } from './thread.ts';
import type { Threads } from './threads.ts';

export interface PoolOptions {
  readonly readers: number;
  /** Milliseconds that a read may take. */
  readonly deadline: number;
  readonly threads: Threads;
  readonly reader: ReaderOptions;
}

interface Read extends Wish {
  readonly name: ReadName;
  readonly scope: Scope | null;
  readonly asked: readonly unknown[];
  readonly since: number;
  readonly resolve: (answer: unknown) => void;
  readonly reject: (error: unknown) => void;
  wasLost: boolean;
}

/** Milliseconds that a read waits for a reader. */
const patience = 30_000;

/** Some threads that read, and who of them reads what. A reader that dies is replaced, and what it was asked is asked again once. */
export class ReaderPool {
  readonly #deadline: number;
  readonly #readers: readonly PooledReader[];
  readonly #watch: NodeJS.Timeout;
  #waiting: Read[] = [];
  #given = 0;
  #isClosing = false;
  #wake: (() => void) | null = null;

  constructor({ readers, deadline, threads, reader }: PoolOptions) {
    this.#deadline = deadline;
    this.#readers = Array.from(
      { length: readers },
      () => new PooledReader({ threads, role: { role: 'reader', ...reader }, onReady: () => this.#giveOut() }),
    );
    this.#watch = setInterval(() => this.#endLate(), Math.min(250, deadline / 4)).unref();
  }

  /** When all can read. @throws what opening one throws */
  async opened(): Promise<void> {
    await Promise.all(this.#readers.map((reader) => reader.opened));
  }

  ask<T>(name: ReadName, asked: readonly unknown[]): Promise<T> {
    if (this.#isClosing) return Promise.reject(closing());
    const { isScoped, isHeavy, about } = readTraits[name];
    const scope = isScoped ? (asked[0] as Scope) : null;
    const rest = isScoped ? asked.slice(1) : asked;
    const entity = about?.(...rest);
    return new Promise<T>((resolve, reject) => {
      this.#waiting.push({
        name,
        scope,
        asked: rest,
        isHeavy: isHeavy?.(...rest) ?? false,
        preference: entity === undefined ? null : numberOf(entity),
        since: performance.now(),
        resolve: resolve as (answer: unknown) => void,
        reject,
        wasLost: false,
      });
      this.#giveOut();
    });
  }

  /** Answers what was asked, then ends the readers. */
  async close(): Promise<void> {
    this.#isClosing = true;
    if (this.#given + this.#waiting.length > 0) await new Promise<void>((resolve) => (this.#wake = resolve));
    clearInterval(this.#watch);
    await Promise.all(this.#readers.map((reader) => reader.close()));
  }

  #giveOut(): void {
    if (this.#waiting.length === 0) return;
    this.#waiting = this.#waiting.filter((read) => {
      const index = chooseReader(this.#readers, read);
      if (index === null) return true;
      void this.#give(read, this.#readers[index]!);
      return false;
    });
  }

  async #give(read: Read, reader: PooledReader): Promise<void> {
    this.#given++;
    try {
      const text = await reader.ask(read);
      read.resolve(text === undefined ? undefined : JSON.parse(text));
    } catch (error) {
      if (!(error instanceof ThreadLost)) read.reject(error);
      else if (error.wasAtWork && error.loss === 'late') read.reject(tooLong());
      else if (error.wasAtWork && read.wasLost) read.reject(lostTwice(error));
      else {
        // What waited beside the read that ended the thread is not to blame, and may be asked again as often as it takes.
        read.wasLost ||= error.wasAtWork;
        this.#waiting.unshift(read);
      }
    }
    this.#given--;
    this.#giveOut();
    if (this.#given + this.#waiting.length === 0) this.#wake?.();
  }

  #endLate(): void {
    for (const reader of this.#readers) reader.endAfter(this.#deadline);
    const now = performance.now();
    const late = this.#waiting.filter(({ since }) => now - since > patience);
    if (late.length === 0) return;
    this.#waiting = this.#waiting.filter((read) => !late.includes(read));
    for (const { reject } of late) reject(busy());
    if (this.#given + this.#waiting.length === 0) this.#wake?.();
  }
}

/** The same entity, the same number. */
function numberOf(id: string): number {
  let number = 0;
  for (let index = 0; index < id.length; index++) number = (number * 31 + id.charCodeAt(index)) >>> 0;
  return number;
}

function tooLong(): LinchpinError {
  return new LinchpinError('UNAVAILABLE', 'The question took too long and was given up. Ask for less at once, or try again.');
}

function busy(): LinchpinError {
  return new LinchpinError('UNAVAILABLE', 'The store is too busy to answer. Try again in a moment.');
}

function closing(): LinchpinError {
  return new LinchpinError('UNAVAILABLE', 'The store is being closed.');
}

function lostTwice(cause: unknown): LinchpinError {
  return new LinchpinError('UNAVAILABLE', 'The question could not be answered, twice. Try again in a moment.', [], { cause });
}
