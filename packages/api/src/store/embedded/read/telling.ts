import type { Vocabulary } from '@linchpin/schema';
import { isTelling } from '../../../model/protection.ts';
import { kindBits, type Interning } from '../interning.ts';

/** Which links would tell of a protected person, by numbers of kinds. */
export class Telling {
  readonly #tables = new Map<number, Uint8Array>();
  readonly #interning: Interning;
  readonly #vocabulary: Vocabulary;

  constructor({ interning, vocabulary }: { readonly interning: Interning; readonly vocabulary: Vocabulary }) {
    this.#interning = interning;
    this.#vocabulary = vocabulary;
  }

  /** For an entity's kind: 1 at (link kind * 64 + the other's kind) where the link is a telling one. */
  tableOf(e: number): Uint8Array {
    const kind = e % kindBits;
    const known = this.#tables.get(kind);
    if (known) return known;
    const table = new Uint8Array(kindBits * kindBits);
    const name = this.#interning.kindOf(e);
    for (const linkKind of this.#vocabulary.linkKinds.keys())
      for (const other of this.#vocabulary.entityKinds.keys())
        if (isTelling(linkKind, name, other))
          table[this.#interning.linkKindNumber(linkKind) * kindBits + this.#interning.kindNumber(other)] = 1;
    this.#tables.set(kind, table);
    return table;
  }

  isTelling(k: number, e: number, other: number): boolean {
    return this.tableOf(e)[k * kindBits + (other % kindBits)] === 1;
  }
}
