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
}

export const openCall = 'open';
export const closeCall = 'close';
