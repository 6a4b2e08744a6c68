import type { SqlValue } from '../sqlite.ts';
import type { PackedRecord } from './packReport.ts';

/** Cells of a row of `protect`. */
export const factWidth = 6;

interface Source {
  readonly o: number;
  readonly rule: number;
}

/** What one origin and outside rule says of one person: a row of `protect`. */
class PersonFacts {
  readonly o: number;
  readonly rule: number;
  marked: 0 | 1 = 0;
  adult: number | null = null;
  earliest: number | null = null;

  constructor({ o, rule }: Source) {
    this.o = o;
    this.rule = rule;
  }

  addRecord({ minor, adult }: Pick<PackedRecord, 'minor' | 'adult'>, time: number): void {
    if (minor === 1) this.marked = 1;
    if (adult !== null && (this.adult === null || adult > this.adult)) this.adult = adult;
    this.#meet(time);
  }

  addLink(at: number, protects: boolean): void {
    if (protects) this.marked = 1;
    this.#meet(at);
  }

  #meet(at: number): void {
    if (this.earliest === null || at < this.earliest) this.earliest = at;
  }
}

/** Facts by which people may be protected, gathered from records and links. */
export class FactsByPerson {
  readonly #people = new Map<number, Map<string, PersonFacts>>();

  of(e: number, source: Source): PersonFacts {
    const person = this.#people.get(e) ?? new Map<string, PersonFacts>();
    this.#people.set(e, person);
    const key = `${source.o} ${source.rule}`;
    const facts = person.get(key) ?? new PersonFacts(source);
    person.set(key, facts);
    return facts;
  }

  people(): number[] {
    return [...this.#people.keys()];
  }

  /** Whether anything is a reason to protect the person; when they were met alone is none. */
  says(e: number): boolean {
    return [...(this.#people.get(e)?.values() ?? [])].some(({ marked, adult }) => marked === 1 || adult !== null);
  }

  /** Rows of `protect`. */
  cells(people: readonly number[]): SqlValue[] {
    const cells: SqlValue[] = [];
    for (const e of people.toSorted((a, b) => a - b))
      for (const { o, rule, marked, adult, earliest } of this.#people.get(e)?.values() ?? [])
        cells.push(e, o, rule, marked, adult, earliest);
    return cells;
  }
}
