import type { ServerResponse } from 'node:http';
import { Busy } from './turns/busy.ts';

export interface UnreadBounds {
  /** Bytes of answers that are sent and not yet taken: of all viewers, and of one. */
  readonly unread: number;
  readonly unreadPerViewer: number;
  /** Milliseconds in which an answer must be taken. */
  readonly longestReading: number;
}

/**
 * An answer that its reader does not take stays in memory. So it is counted until it is taken, whoever has too much
 * lying about is answered no more, and after a while the connection is cut.
 */
export class UnreadAnswers {
  readonly #bounds: UnreadBounds;
  readonly #of = new Map<string, number>();
  #sum = 0;

  constructor(bounds: UnreadBounds) {
    this.#bounds = bounds;
  }

  /** Bytes that wait to be taken. */
  get sum(): number {
    return this.#sum;
  }

  /** @throws Busy */
  requireRoom(viewer: string): void {
    if ((this.#of.get(viewer) ?? 0) >= this.#bounds.unreadPerViewer) throw new Busy('Earlier answers to you are not read yet', 5);
    if (this.#sum >= this.#bounds.unread) throw new Busy('Linchpin is busy: too many answers are not read yet', 5);
  }

  /** Counts an answer until its connection has taken it, or is cut for not taking it. */
  hold(viewer: string, bytes: number, response: ServerResponse): void {
    // Who left before it was there takes nothing, and is not heard leaving again.
    if (response.closed) return;
    this.#add(viewer, bytes);
    const timer = setTimeout(() => response.destroy(), this.#bounds.longestReading);
    timer.unref();
    response.once('close', () => {
      clearTimeout(timer);
      this.#add(viewer, -bytes);
    });
  }

  #add(viewer: string, bytes: number): void {
    this.#sum += bytes;
    const own = (this.#of.get(viewer) ?? 0) + bytes;
    if (own > 0) this.#of.set(viewer, own);
    else this.#of.delete(viewer);
  }
}
