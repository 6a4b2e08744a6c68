import type { Candidate } from './overlapCandidates.ts';
import { rankHeld, readHeld, type Held, type Ranked, type Sketch } from './overlapRank.ts';
import type { Sight } from './sight.ts';

/** Who is looking through candidates, and for what. */
export interface Seeker {
  /** Whether a candidate can still be wanted, by what no scope exceeds. */
  canReach(bound: number | null): boolean;
  /** The same, by what its holdings in scope say. Asked again when more has been taken. */
  isNear(sketch: Sketch): boolean;
  /** By which the likeliest are looked at first; greater is better. */
  promise(sketch: Sketch): number;
  take(ranked: readonly Ranked[]): void;
}

const atOnce = 200;

/** Looks through candidates from the highest bound down; answers the bound of the first that was not looked at, null when all were. */
export function walkCandidates(sight: Sight, portions: Iterable<readonly Candidate[]>, seeker: Seeker): number | null {
  for (const portion of portions) {
    const reaching = portion.filter(({ bound }) => seeker.canReach(bound));
    const held = readHeld(sight, reaching)
      .filter((one) => seeker.isNear(one))
      .sort((a, b) => seeker.promise(b) - seeker.promise(a));
    takeNear(sight, held, seeker);
    const missed = portion[reaching.length];
    if (missed) return missed.bound ?? -Infinity;
  }
  return null;
}

function takeNear(sight: Sight, held: readonly Held[], seeker: Seeker): void {
  for (let from = 0; from < held.length; from += atOnce) {
    const some = held.slice(from, from + atOnce).filter((one) => seeker.isNear(one));
    if (some.length > 0) seeker.take(rankHeld(sight, some, seeker));
  }
}
