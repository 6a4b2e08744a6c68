import type { CarriedError } from './carryError.ts';

/** What the main thread sends: calls made in one go, in their order. The first call of a thread is `open`, the last `close`. */
export type Calls = readonly Call[];
export type Call = readonly [id: number, name: string, ...asked: unknown[]];

/** What comes back: answers that were there together, in their order. */
export type Answers = readonly Answer[];
export type Answer = readonly [id: number, value: unknown, error?: CarriedError];

/** Handed to a new thread. */
export interface ThreadData {
  /** Of its `StopSwitch`. */
  readonly stop: SharedArrayBuffer;
  /** One 32-bit integer: the id of the call that it is working on, 0 for none. Answers on their way say less when it dies. */
  readonly atWork: SharedArrayBuffer;
}

export const openCall = 'open';
export const closeCall = 'close';
