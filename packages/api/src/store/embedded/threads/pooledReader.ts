import type { Scope } from '../../../model/scope.ts';
import type { ReaderLoad } from './chooseReader.ts';
import { LastingThread, type LastingOptions } from './lastingThread.ts';
import type { ReadText } from './roles/reader.ts';

/** Scopes that a reader is told at most, before it is told anew. */
const scopesKept = 1_000;

interface AskedRead {
  readonly name: string;
  readonly scope: Scope | null;
  /** Without the scope. */
  readonly asked: readonly unknown[];
  readonly isHeavy: boolean;
}

/** One reader of the pool: a thread and what it was told. */
export class PooledReader implements ReaderLoad {
  readonly #lasting: LastingThread;
  readonly #scopes = new Map<string, number>();
  heavy = 0;

  constructor(options: LastingOptions) {
    const onReady = (): void => {
      this.#scopes.clear();
      options.onReady?.();
    };
    this.#lasting = new LastingThread({ ...options, onReady });
  }

  get opened(): Promise<void> {
    return this.#lasting.opened;
  }

  get isReady(): boolean {
    return this.#lasting.isReady;
  }

  get given(): number {
    return this.#lasting.thread.waiting;
  }

  /** @returns JSON. @throws ThreadLost, or what the read throws */
  async ask({ name, scope, asked, isHeavy }: AskedRead): Promise<string | undefined> {
    if (isHeavy) this.heavy++;
    try {
      return await this.#lasting.thread.call<string | undefined>(name, [this.#write(scope, asked)]);
    } finally {
      if (isHeavy) this.heavy--;
    }
  }

  /** Ends the thread when it has been at one read for longer. */
  endAfter(deadline: number): void {
    const isLate = (): boolean => this.isReady && this.#lasting.thread.workingFor > deadline;
    if (!isLate()) return;
    // Where this thread was kept from looking, the answer may be here already.
    setImmediate(() => {
      if (isLate()) this.#lasting.end('late');
    });
  }

  close(): Promise<void> {
    return this.#lasting.close();
  }

  #write(scope: Scope | null, asked: readonly unknown[]): string {
    if (scope === null) return JSON.stringify([null, null, ...asked] satisfies ReadText);
    const known = this.#scopes.get(scope.key);
    if (known !== undefined) return JSON.stringify([known, null, ...asked] satisfies ReadText);
    if (this.#scopes.size >= scopesKept) this.#scopes.clear();
    const number = this.#scopes.size;
    this.#scopes.set(scope.key, number);
    return JSON.stringify([number, scope, ...asked] satisfies ReadText);
  }
}
