import { greatest, least } from '../../../model/entityView.ts';
import { isProtected } from '../../../model/protection.ts';
import type { Scope } from '../../../model/scope.ts';
import { PERSON } from '../../../model/vocabularyWords.ts';
import { kindBits, rule } from '../interning.ts';
import type { Reading } from './context.ts';
import { flatSelect, orNull, readFlat } from './flat.ts';

const factsOf = flatSelect(
  ['protect.e', 'o', 'rule', 'marked', orNull('adult'), orNull('earliest')],
  'FROM json_each(?1) AS asked CROSS JOIN protect ON protect.e = asked.value',
);

interface Facts {
  marked: boolean;
  adultFrom: number | null;
  earliest: number | null;
}

/** Who is protected from one viewer, as far as it was asked. */
export class Protection {
  readonly #at: Reading;
  readonly #scope: Scope;
  readonly #bytes: Buffer;
  readonly #person: number | undefined;
  readonly #answers = new Map<number, boolean>();

  constructor(at: Reading, { scope, bytes }: { readonly scope: Scope; readonly bytes: Buffer }) {
    this.#at = at;
    this.#scope = scope;
    this.#bytes = bytes;
    this.#person = at.interning.findKind(PERSON);
  }

  isPerson(e: number): boolean {
    return e % kindBits === this.#person;
  }

  of(person: number): boolean {
    if (!this.#answers.has(person)) this.learn([person]);
    return this.#answers.get(person)!;
  }

  learn(people: readonly number[]): void {
    const unknown = people.filter((person) => !this.#answers.has(person));
    if (unknown.length === 0) return;
    const facts = new Map<number, Facts>();
    const cells = readFlat<number | null>(this.#at.db, factsOf, [JSON.stringify(unknown)]);
    for (let at = 0; at < cells.length; at += 6) {
      const [e, o, outside, marked, adult, earliest] = cells.slice(at, at + 6) as [
        number,
        number,
        number,
        number,
        number | null,
        number | null,
      ];
      if (!this.#counts(o, outside)) continue;
      const known = facts.get(e) ?? { marked: false, adultFrom: null, earliest: null };
      known.marked ||= marked === 1;
      known.adultFrom = greatest([known.adultFrom, adult]);
      known.earliest = least([known.earliest, earliest]);
      facts.set(e, known);
    }
    for (const person of unknown) {
      const { marked, ...times } = facts.get(person) ?? { marked: false, adultFrom: null, earliest: null };
      this.#answers.set(person, isProtected({ isMarked: marked, ...times }));
    }
  }

  /** As `protectsFor` says. An audience may protect that the role does not read. */
  #counts(o: number, outside: number): boolean {
    return (
      this.#bytes[o] === 1 ||
      (outside & rule.sealed) === 0 ||
      (outside & rule.everywhere) !== 0 ||
      this.#scope.protecting.includes(this.#at.interning.origin(o).audience)
    );
  }
}
