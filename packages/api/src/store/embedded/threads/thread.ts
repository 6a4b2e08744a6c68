import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { StopSwitch } from '../stopSwitch.ts';
import { unpackError } from './carryError.ts';
import { leaveSqliteAtExit } from './leaveSqliteAtExit.ts';
import { closeCall, openCall, type Answers, type Call, type ThreadData } from './messages.ts';
import type { RoleOptions } from './roles/openRole.ts';
import { threadCode } from '../../../threads/threadCode.ts';

const storeThread = join(import.meta.dirname, 'storeThread.ts');

/** How a thread went: by itself, or ended since it was at one thing for too long. */
export type Loss = 'died' | 'late';

/** The thread ended before it answered. */
export class ThreadLost extends Error {
  override readonly name = 'ThreadLost';

  /** @param wasAtWork on this very call */
  constructor(
    readonly loss: Loss,
    readonly wasAtWork: boolean,
    options?: ErrorOptions,
  ) {
    super('A thread of the store ended before it answered', options);
  }
}

interface Asked {
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * A thread as seen from the one that started it: calls in, answers out, in order. What is called in one turn of the event
 * loop travels in one message. Keeps the process alive only while something is asked of it.
 */
export class Thread {
  readonly #worker: Worker;
  readonly #stop = new StopSwitch();
  readonly #atWork = new Int32Array(new SharedArrayBuffer(4));
  readonly #asked = new Map<number, Asked>();
  readonly #ended: Promise<void>;
  readonly #idle: (() => void)[] = [];
  #outbox: Call[] = [];
  #lastId = 0;
  #workingSince = 0;
  #failure: unknown = null;
  #isLost = false;
  #tellLost: () => void = () => {};
  readonly lost = new Promise<void>((resolve) => (this.#tellLost = resolve));

  /** @param code what it runs: `serveThread` with its roles */
  constructor(code: string = threadCode(storeThread)) {
    const workerData: ThreadData = { stop: this.#stop.shared, atWork: this.#atWork.buffer };
    this.#worker = new Worker(code, { eval: true, execArgv: [], workerData });
    this.#worker.unref();
    leaveSqliteAtExit.add(this.#stop);
    this.#worker.on('message', (answers: Answers) => this.#settle(answers));
    this.#worker.on('error', (error) => (this.#failure = error));
    this.#ended = new Promise((resolve) => {
      this.#worker.on('exit', () => {
        leaveSqliteAtExit.delete(this.#stop);
        this.#lose('died');
        resolve();
      });
    });
  }

  /** @throws what opening throws there */
  open(options: RoleOptions): Promise<void> {
    return this.call<void>(openCall, [options]);
  }

  /** @throws ThreadLost, or what the call throws there */
  call<T>(name: string, asked: readonly unknown[]): Promise<T> {
    if (this.#isLost) return Promise.reject(new ThreadLost('died', false));
    return new Promise<T>((resolve, reject) => {
      if (this.#asked.size === 0) {
        this.#workingSince = performance.now();
        this.#worker.ref();
      }
      const id = ++this.#lastId;
      this.#asked.set(id, { resolve: resolve as (value: unknown) => void, reject });
      this.#outbox.push([id, name, ...asked]);
      if (this.#outbox.length === 1) setImmediate(() => this.#send());
    });
  }

  /** Calls that are not answered yet. */
  get waiting(): number {
    return this.#asked.size;
  }

  get isLost(): boolean {
    return this.#isLost;
  }

  /** How long it has been at what it is doing, in milliseconds; 0 when it does nothing. */
  get workingFor(): number {
    return this.#asked.size === 0 ? 0 : performance.now() - this.#workingSince;
  }

  /** Lets it finish what it was asked and let go of its files. */
  async close(): Promise<void> {
    if (this.#asked.size > 0) await new Promise<void>((resolve) => this.#idle.push(resolve));
    if (!this.#isLost) await this.call<void>(closeCall, []);
  }

  /** Ends it whatever it does. Everything asked of it is lost at once; resolves when it has ended. */
  async end(loss: Loss = 'died'): Promise<void> {
    this.#stop.tell();
    this.#lose(loss);
    for (let ms = 1; this.#stop.isInside; ms = Math.min(ms * 2, 100)) await pause(ms, undefined, { ref: false });
    await this.#worker.terminate();
    await this.#ended;
  }

  #send(): void {
    const calls = this.#outbox;
    this.#outbox = [];
    if (!this.#isLost) this.#worker.postMessage(calls);
  }

  #settle(answers: Answers): void {
    if (this.#isLost) return;
    for (const [id, value, error] of answers) {
      const asked = this.#asked.get(id);
      this.#asked.delete(id);
      if (error === undefined) asked?.resolve(value);
      else asked?.reject(unpackError(error));
    }
    this.#workingSince = performance.now();
    if (this.#asked.size === 0) this.#rest();
  }

  #lose(loss: Loss): void {
    if (this.#isLost) return;
    this.#isLost = true;
    const atWork = Atomics.load(this.#atWork, 0);
    const lost = [...this.#asked];
    this.#asked.clear();
    for (const [id, { reject }] of lost) reject(new ThreadLost(loss, (id | 0) === atWork, { cause: this.#failure }));
    this.#rest();
    this.#tellLost();
  }

  #rest(): void {
    this.#worker.unref();
    for (const wake of this.#idle.splice(0)) wake();
  }
}
