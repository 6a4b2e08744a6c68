/** Chance that repeats: the same seed, the same world. */
export interface SeededRandom {
  /** Whole number from 0, less than the bound. */
  int(bound: number): number;
  chance(probability: number): boolean;
  pick<T>(items: readonly T[]): T;
  /** Some of the items, at most so many, in any order, each as often as it stands there. */
  some<T>(items: readonly T[], most: number): T[];
  bytes(count: number): Buffer;
}

/** Mulberry32 (Tommy Ettinger). */
export function seededRandom(seed: number): SeededRandom {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const int = (bound: number): number => Math.floor(next() * bound);
  const pick = <T>(items: readonly T[]): T => {
    if (items.length === 0) throw new Error('Nothing to pick from');
    return items[int(items.length)] as T;
  };
  return {
    int,
    chance: (probability) => next() < probability,
    pick,
    some: (items, most) => (items.length === 0 ? [] : Array.from({ length: int(most + 1) }, () => pick(items))),
    bytes: (count) => Buffer.from(Array.from({ length: count }, () => int(256))),
  };
}
