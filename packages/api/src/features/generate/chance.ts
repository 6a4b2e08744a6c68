/** Chance that repeats: the same seed, stream and number give the same draws on every machine, in any order. */
export class Chance {
  #state: number;

  /** @param stream keeps draws for one purpose apart from those for another @param number of the thing drawn for */
  constructor(seed: number, stream: number, number: number) {
    this.#state = mix(mix(mix(seed >>> 0) ^ stream) ^ number);
  }

  /** 0 <= x < 1. */
  next(): number {
    // mulberry32
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), this.#state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  }

  /** A whole number, 0 <= x < below. */
  below(below: number): number {
    return Math.floor(this.next() * below);
  }

  between(least: number, greatest: number): number {
    return least + this.below(greatest - least + 1);
  }

  /** True in this share of cases. */
  happens(share: number): boolean {
    return this.next() < share;
  }

  pick<T>(from: readonly T[]): T {
    return from[this.below(from.length)] as T;
  }

  /** The list in random order, in place. */
  shuffle<T>(list: T[]): T[] {
    for (let at = list.length - 1; at > 0; at--) {
      const other = this.below(at + 1);
      [list[at], list[other]] = [list[other] as T, list[at] as T];
    }
    return list;
  }
}

/** Draws an index by weight. */
export class Weighted {
  readonly #sums: Float64Array;

  constructor(weights: readonly number[]) {
    this.#sums = new Float64Array(weights.length);
    let sum = 0;
    for (const [at, weight] of weights.entries()) this.#sums[at] = sum += weight;
  }

  draw(chance: Chance): number {
    const wanted = chance.next() * this.#sums[this.#sums.length - 1]!;
    let [low, high] = [0, this.#sums.length - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#sums[middle]! > wanted) high = middle;
      else low = middle + 1;
    }
    return low;
  }
}

function mix(value: number): number {
  let mixed = Math.imul(value ^ (value >>> 16), 0x21f0aaad);
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97);
  return (mixed ^ (mixed >>> 15)) >>> 0;
}
