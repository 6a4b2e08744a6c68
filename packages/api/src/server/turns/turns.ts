import { Busy } from './busy.ts';
import { lanes, weights, type Lane, type RefusalReason, type TurnBounds } from './turnBounds.ts';
import { WaitingLine, type Waiting } from './waitingLine.ts';

/** What is in flight in one lane. */
interface LaneState {
  readonly line: WaitingLine;
  inFlight: number;
  /** Turns still due before the other lane's come again. */
  credit: number;
}

export interface TurnRequest {
  /** Who asks; '' for nobody. */
  readonly viewer: string;
  readonly lane: Lane;
  /** Calls its argument when the caller is gone: a turn that nobody waits for is not given. */
  onGone?(leave: () => void): void;
}

export interface TurnWatch {
  onRefused?(lane: Lane, reason: RefusalReason): void;
}

/**
 * Gives operations their turn: so many at once, so many waiting, the rest refused at once. While several viewers wait
 * they take turns, whoever came first with however many.
 */
export class Turns {
  readonly #bounds: TurnBounds;
  readonly #watch: TurnWatch;
  readonly #lanes: Readonly<Record<Lane, LaneState>>;
  readonly #inFlightOf = new Map<string, number>();
  #inFlight = 0;
  /** How long an operation takes, in milliseconds; follows the last few dozen. */
  #usual = 20;
  #isClosing = false;

  constructor(bounds: TurnBounds, watch: TurnWatch = {}) {
    this.#bounds = bounds;
    this.#watch = watch;
    const state = (lane: Lane): LaneState => ({ line: new WaitingLine(), inFlight: 0, credit: weights[lane] });
    this.#lanes = { questions: state('questions'), submissions: state('submissions') };
  }

  /**
   * Waits for a turn; its end must be said by calling what it answers.
   * @throws Busy when too much waits already, when the wait was too long, and when the service is being stopped.
   */
  async take({ viewer, lane, onGone }: TurnRequest): Promise<() => void> {
    if (this.#isClosing) throw this.#refuse(lane, 'closing');
    const { line } = this.#lanes[lane];
    if (line.lengthOf(viewer) === 0 && this.#mayBegin(lane, viewer)) return this.#begin(lane, viewer);
    if (this.count().waiting >= this.#bounds.waiting) throw this.#refuse(lane, 'full');
    if (line.lengthOf(viewer) >= this.#bounds.waitingPerViewer) throw this.#refuse(lane, 'viewer');
    return this.#wait(lane, viewer, onGone);
  }

  /** Takes nothing new; what waits still gets its turn, until `refuseWaiting`. */
  close(): void {
    this.#isClosing = true;
  }

  /** Refuses whatever still waits. */
  refuseWaiting(): void {
    this.#isClosing = true;
    for (const lane of lanes) while (this.#lanes[lane].line.next(() => true)?.refuse('closing'));
  }

  /** For the metrics. */
  count(lane?: Lane): { readonly inFlight: number; readonly waiting: number } {
    const counted = lane ? [this.#lanes[lane]] : Object.values(this.#lanes);
    const sum = (of: (state: LaneState) => number): number => counted.reduce((total, state) => total + of(state), 0);
    return { inFlight: sum((state) => state.inFlight), waiting: sum((state) => state.line.length) };
  }

  #wait(lane: Lane, viewer: string, onGone: TurnRequest['onGone']): Promise<() => void> {
    const { line } = this.#lanes[lane];
    return new Promise((resolve, reject) => {
      const refuse = (reason: RefusalReason): true => {
        clearTimeout(timer);
        reject(this.#refuse(lane, reason));
        return true;
      };
      const one: Waiting = {
        viewer,
        begin: () => {
          clearTimeout(timer);
          resolve(this.#begin(lane, viewer));
        },
        refuse,
      };
      const timer = setTimeout(() => line.remove(one) && refuse('late'), this.#bounds.longestWait);
      line.add(one);
      onGone?.(() => line.remove(one) && refuse('gone'));
    });
  }

  #mayBegin(lane: Lane, viewer: string): boolean {
    const { inFlight, inFlightPerViewer, submissionsInFlight } = this.#bounds;
    if (this.#inFlight >= inFlight || (this.#inFlightOf.get(viewer) ?? 0) >= inFlightPerViewer) return false;
    return lane === 'questions' || this.#lanes.submissions.inFlight < submissionsInFlight;
  }

  #begin(lane: Lane, viewer: string): () => void {
    const started = performance.now();
    this.#lanes[lane].inFlight++;
    this.#inFlight++;
    this.#inFlightOf.set(viewer, (this.#inFlightOf.get(viewer) ?? 0) + 1);
    let isOver = false;
    return () => {
      if (isOver) return;
      isOver = true;
      this.#lanes[lane].inFlight--;
      this.#inFlight--;
      const left = this.#inFlightOf.get(viewer)! - 1;
      if (left > 0) this.#inFlightOf.set(viewer, left);
      else this.#inFlightOf.delete(viewer);
      this.#usual += (performance.now() - started - this.#usual) / 32;
      this.#giveTurns();
    };
  }

  #giveTurns(): void {
    for (let next = this.#next(); next; next = this.#next()) next.begin();
  }

  /** From the lane that is due; from the other when nobody of that one may begin. */
  #next(): Waiting | null {
    if (this.#inFlight >= this.#bounds.inFlight) return null;
    if (lanes.every((lane) => this.#lanes[lane].credit === 0)) for (const lane of lanes) this.#lanes[lane].credit = weights[lane];
    const inOrder = lanes.toSorted((a, b) => Math.sign(this.#lanes[b].credit) - Math.sign(this.#lanes[a].credit));
    for (const lane of inOrder) {
      const state = this.#lanes[lane];
      const next = state.line.next((viewer) => this.#mayBegin(lane, viewer));
      if (!next) continue;
      state.credit = Math.max(0, state.credit - 1);
      return next;
    }
    return null;
  }

  #refuse(lane: Lane, reason: RefusalReason): Busy {
    this.#watch.onRefused?.(lane, reason);
    const seconds = Math.ceil((this.count().waiting * this.#usual) / this.#bounds.inFlight / 1_000);
    return new Busy(words[reason], Math.min(30, Math.max(1, seconds)));
  }
}

const words: Readonly<Record<RefusalReason, string>> = {
  full: 'Linchpin is busy: as many questions wait already as may',
  viewer: 'You have asked as much at the same time as may wait',
  late: 'Linchpin is busy: this question waited too long',
  gone: 'Whoever asked is gone',
  closing: 'Linchpin is being restarted',
};
