/** Chance that repeats: the same seed and name give the same draws. Each part of the demo has a stream of its own, so that changing one leaves the others. */
export interface Chance {
  /** 0 <= x < 1. */
  next(): number;
  /** A whole number from `least` to `greatest`, both possible. */
  between(least: number, greatest: number): number;
  /** True in this share of cases. */
  happens(share: number): boolean;
  pick<T>(from: readonly T[]): T;
  /** Up to `count` different ones, in random order. */
  sample<T>(from: readonly T[], count: number): T[];
}

export function seededRandom(seed: number, name: string): Chance {
  let state = seed >>> 0;
  for (const letter of name) state = Math.imul(state ^ letter.charCodeAt(0), 0x01000193) >>> 0;
  // mulberry32
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const between = (least: number, greatest: number): number => least + Math.floor(next() * (greatest - least + 1));
  return {
    next,
    between,
    happens: (share) => next() < share,
    pick<T>(from: readonly T[]): T {
      return from[between(0, from.length - 1)] as T;
    },
    sample<T>(from: readonly T[], count: number): T[] {
      const rest = [...from];
      return Array.from({ length: Math.min(count, rest.length) }, () => rest.splice(between(0, rest.length - 1), 1)[0] as T);
    },
  };
}
