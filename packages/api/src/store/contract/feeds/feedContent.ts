import type { ProtectionFacts } from '../../../model/protection.ts';

interface RowSaid {
  readonly from: string;
  readonly to: string;
  readonly kind: string;
  readonly origin: string;
  /** -Infinity: undated. */
  readonly last: number;
}

interface FactSaid extends ProtectionFacts {
  readonly isEverywhere: boolean;
}

/** What a feed says, or ought to say, gathered piece by piece and compared as sorted lines. */
export class FeedContent {
  readonly #rows = new Map<string, RowSaid>();
  readonly #facts = new Map<string, Map<string, FactSaid[]>>();
  readonly #generics = new Map<string, string>();

  addRow(row: RowSaid): void {
    const key = `${row.from} ${row.kind} ${row.to} ${row.origin}`;
    const known = this.#rows.get(key);
    this.#rows.set(key, known ? { ...known, last: Math.max(known.last, row.last) } : row);
  }

  addFact(id: string, origin: string, fact: FactSaid): void {
    const byOrigin = this.#facts.get(id) ?? new Map<string, FactSaid[]>();
    this.#facts.set(id, byOrigin);
    byOrigin.set(origin, [...(byOrigin.get(origin) ?? []), fact]);
  }

  addGeneric(id: string, origin: string): void {
    this.#generics.set(`${id} ${origin} generic`, id);
  }

  /** Lines of rows with both their ends, in no order. */
  rows(): ReadonlyMap<string, readonly [string, string]> {
    return new Map([...this.#rows].map(([key, { from, to, last }]) => [`${key} ${last}`, [from, to]]));
  }

  /** Lines of facts with the entity they speak of. What nobody could ever be protected by is left out. */
  facts(): ReadonlyMap<string, string> {
    const lines = new Map(this.#generics);
    for (const [id, byOrigin] of this.#facts) {
      const said = [...byOrigin.values()].flat();
      if (!said.some(({ isMarked, adultFrom }) => isMarked || adultFrom !== null)) continue;
      for (const [origin, facts] of byOrigin) {
        lines.set(`${id} ${origin} inside ${sum(facts)}`, id);
        const everywhere = facts.filter(({ isEverywhere }) => isEverywhere);
        if (everywhere.length > 0) lines.set(`${id} ${origin} everywhere ${sum(everywhere)}`, id);
      }
    }
    return lines;
  }

  /** Of entities for which `isAsked`; of rows it decides by both ends. */
  lines(isAsked: (...ids: readonly string[]) => boolean = () => true): { readonly rows: string[]; readonly facts: string[] } {
    return {
      rows: [...this.rows()].flatMap(([line, ends]) => (isAsked(...ends) ? [line] : [])).sort(),
      facts: [...this.facts()].flatMap(([line, id]) => (isAsked(id) ? [line] : [])).sort(),
    };
  }
}

function sum(facts: readonly ProtectionFacts[]): string {
  const adultFrom = Math.max(...facts.map((fact) => fact.adultFrom ?? -Infinity));
  const earliest = Math.min(...facts.map((fact) => fact.earliest ?? Infinity));
  return `${facts.some(({ isMarked }) => isMarked)} ${adultFrom} ${earliest}`;
}
