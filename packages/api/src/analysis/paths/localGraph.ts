import { noSteps, type ScopeSight } from '../adjacency/scopeSight.ts';

export interface Walking {
  readonly sight: ScopeSight;
  /** Codes of links that may be walked. */
  readonly wanted: Uint8Array;
  readonly throughGeneric: boolean;
  /** The two entities of the question, by dense number: generic or not, a path may end there. */
  readonly ends: readonly [number, number];
  /** Places of entities in local graphs, all zero between two searches; at least one for each entity. */
  readonly places: Int32Array;
}

/** The part of the adjacency that one search has read, by local numbers in the order of meeting. Links are walked both ways. */
export class LocalGraph {
  /** Dense number of each. */
  readonly entities: number[] = [];
  /** Neighbours read so far, and with what step: `steps` of both directions, one list an entity through `next`. */
  readonly #first: number[] = [];
  readonly #isRead: boolean[] = [];
  readonly #skipped: (readonly number[])[] = [];
  readonly #next: number[] = [];
  readonly #to: number[] = [];
  readonly #last: number[] = [];
  readonly #found = noSteps();
  readonly #at: Walking;

  constructor(at: Walking) {
    this.#at = at;
  }

  get steps(): number {
    return this.#to.length;
  }

  /** Local number of an entity, given when it is new. */
  meet(entity: number): number {
    const { places } = this.#at;
    if (places[entity]! > 0) return places[entity]! - 1;
    this.entities.push(entity);
    this.#first.push(-1);
    this.#isRead.push(false);
    this.#skipped.push(none);
    places[entity] = this.entities.length;
    return this.entities.length - 1;
  }

  /** Reads all steps from an entity, once. */
  read(local: number): void {
    if (this.#isRead[local]) return;
    this.#isRead[local] = true;
    const { sight, wanted, throughGeneric, ends } = this.#at;
    sight.steps(this.entities[local]!, wanted, this.#found);
    let skipped: number[] | null = null;
    for (let i = 0; i < this.#found.length; i++) {
      const other = this.#found.others[i]!;
      if (!throughGeneric && other !== ends[0] && other !== ends[1] && sight.isGeneric(other)) {
        (skipped ??= []).push(other);
        continue;
      }
      const beside = this.meet(other);
      // One that was read has the step already, from its side.
      if (this.#isRead[beside]) continue;
      this.#link(local, beside, this.#found.last[i]!);
      this.#link(beside, local, this.#found.last[i]!);
    }
    if (skipped) this.#skipped[local] = skipped;
  }

  /** Generic entities beside one that was read. */
  skippedAt(local: number): readonly number[] {
    return this.#skipped[local]!;
  }

  /** Steps from an entity are a list: `for (let at = firstStep(x); at >= 0; at = nextStep(at))`. */
  firstStep(local: number): number {
    return this.#first[local]!;
  }

  nextStep(step: number): number {
    return this.#next[step]!;
  }

  stepTo(step: number): number {
    return this.#to[step]!;
  }

  /** -Infinity: undated. */
  stepTime(step: number): number {
    return this.#last[step]!;
  }

  /** Leaves `places` as it was found. */
  release(): void {
    for (const entity of this.entities) this.#at.places[entity] = 0;
  }

  #link(from: number, to: number, last: number): void {
    this.#next.push(this.#first[from]!);
    this.#first[from] = this.#to.length;
    this.#to.push(to);
    this.#last.push(last);
  }
}

const none: readonly number[] = [];
