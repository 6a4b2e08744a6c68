import { seededRandom } from '../../../features/demo/seededRandom.ts';

/** Chance that can be repeated: the same seed gives the same attack. */
export interface Chance {
  /** From 0 to `bound` - 1. */
  below(bound: number): number;
  pick<T>(from: readonly T[]): T;
}

export function chanceOf(seed: number): Chance {
  const random = seededRandom(seed, 'attack');
  return { below: (bound) => random.between(0, bound - 1), pick: random.pick };
}
