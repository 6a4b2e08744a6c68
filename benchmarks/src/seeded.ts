/** A small seeded generator (mulberry32): the same seed, the same world on every machine. */
export interface Seeded {
  /** [0, 1). */
  next(): number;
  /** Integer in [0, below). */
  int(below: number): number;
  pick<T>(list: readonly T[]): T;
  /** Index in [0, below), small ones far more often: rank r has weight 1 / (r + 1) ** 0.9, roughly. */
  zipf(below: number): number;
  bytes(count: number): Buffer;
}

export function seeded(seed: number): Seeded {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
  const int = (below: number): number => Math.floor(next() * below);
  return {
    next,
    int,
    pick: (list) => list[int(list.length)]!,
    zipf: (below) => Math.min(below - 1, Math.floor(below ** next() - 1)),
    bytes: (count) => Buffer.from(Array.from({ length: count }, () => int(256))),
  };
}
