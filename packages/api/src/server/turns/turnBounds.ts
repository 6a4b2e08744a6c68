/**
 * Two lanes, so that reports coming in do not stand between an investigator and an answer. Of every five turns that are
 * given while both wait, four go to questions.
 */
export const lanes = ['questions', 'submissions'] as const;
export type Lane = (typeof lanes)[number];

export const weights: Readonly<Record<Lane, number>> = { questions: 4, submissions: 1 };

/** How much is done at once, and how much may wait. Beyond it the answer is UNAVAILABLE, at once. */
export interface TurnBounds {
  /** Operations that are being answered at the same time. */
  readonly inFlight: number;
  /** Of these, those that take reports in. */
  readonly submissionsInFlight: number;
  /** Of these, those of one viewer. Nobody signed in is one viewer. */
  readonly inFlightPerViewer: number;
  readonly waiting: number;
  readonly waitingPerViewer: number;
  /** Milliseconds after which one that waits is refused. */
  readonly longestWait: number;
}

export const usualBounds: TurnBounds = {
  inFlight: 32,
  submissionsInFlight: 16,
  inFlightPerViewer: 8,
  waiting: 512,
  waitingPerViewer: 128,
  longestWait: 20_000,
};

/** Why a turn was not given: too much waits, too much of this viewer waits, it waited too long, its caller is gone, the service ends. */
export type RefusalReason = 'full' | 'viewer' | 'late' | 'gone' | 'closing';
