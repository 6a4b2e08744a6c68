import { greatest } from '../../../model/entityView.ts';
import { strengthBound } from '../../../model/overlapStrength.ts';
import { INVOLVED_IN } from '../../../model/vocabularyWords.ts';
import { originBits, type Interning } from '../interning.ts';
import type { Sqlite, SqlValue } from '../sqlite.ts';
import { holdingKey, type HoldingAddition } from './holdings.ts';
import { readRows, RowWriter } from './rows.ts';

/** Dates are rounded up to this, so that most additions change nothing here: the bound is some 6 % looser. */
const step = 8 * 86_400_000;

/** Up to so many, all that hold an entity are read; with more, those of one agency are looked for. */
const fewAgencies = 16;

interface Sharing {
  readonly agencies: number;
  readonly cases: number;
  readonly last: number | null;
}

/** Entities that two agencies or more hold, with a bound that no scope's overlap strength is above. */
export class SharedWriter {
  readonly #db: Sqlite;
  readonly #interning: Interning;
  readonly #involvedIn: number;
  readonly #rows: RowWriter;

  constructor(db: Sqlite, interning: Interning) {
    this.#db = db;
    this.#interning = interning;
    this.#involvedIn = interning.findLinkKind(INVOLVED_IN) ?? -1;
    this.#rows = new RowWriter(db, {
      into: 'INSERT INTO shared(e, agencies, cases, last, bound)',
      values: '(?,?,?,?,?)',
      tail: 'ON CONFLICT DO UPDATE SET agencies = excluded.agencies, cases = excluded.cases, last = excluded.last, bound = excluded.bound',
    });
  }

  /** After additions to holdings, which say whether they are new. */
  add(additions: readonly HoldingAddition[], made: ReadonlySet<number>): void {
    const touched = new Map<number, Touched>();
    for (const { e, o, isNew, last, cases } of additions) {
      const before = touched.get(e) ?? { agencies: new Set(), isNew: false, last: null, cases: 0 };
      before.agencies.add(this.#interning.origin(o).agency);
      touched.set(e, {
        agencies: before.agencies,
        isNew: before.isNew || isNew,
        last: greatest([before.last, last]),
        cases: before.cases + cases,
      });
    }
    const known = this.#known([...touched.keys()].filter((e) => !made.has(e)));
    const joined = additions.filter(({ e, isNew }) => isNew && known.has(e));
    const isMany = ({ e }: HoldingAddition): boolean => known.get(e)!.agencies > fewAgencies;
    const facts = this.#facts([...new Set(joined.filter((one) => !isMany(one)).map(({ e }) => e))]);
    const joining = this.#joining(joined.filter(isMany));
    const cells: SqlValue[] = [];
    const maybeShared: number[] = [];
    for (const [e, { agencies, isNew, last, cases }] of touched) {
      const before = known.get(e);
      if (!before) {
        if (isNew && !(made.has(e) && agencies.size < 2)) maybeShared.push(e);
        continue;
      }
      const now = {
        agencies: facts.get(e)?.agencies ?? before.agencies + (joining.get(e) ?? 0),
        cases: before.cases + cases,
        last: greatest([before.last, roundUp(last)]),
      };
      if (now.agencies !== before.agencies || now.cases !== before.cases || now.last !== before.last)
        cells.push(...cellsOf(e, now));
    }
    this.#rows.write(cells);
    this.rebuild(maybeShared);
  }

  /** Recomputes them from holdings and links. */
  rebuild(entities: readonly number[]): void {
    if (entities.length === 0) return;
    const rows = this.recompute(entities);
    const kept = new Set(rows.map(([e]) => e));
    const gone = entities.filter((e) => !kept.has(e));
    if (gone.length > 0) this.#db.run('DELETE FROM shared WHERE e IN (SELECT value FROM json_each(?))', [JSON.stringify(gone)]);
    this.#rows.write(rows.flat());
  }

  /** Rows of those that are shared, from holdings and links. */
  recompute(entities: readonly number[]): SharedCells[] {
    const facts = this.#facts(entities);
    const shared = entities.filter((e) => (facts.get(e)?.agencies ?? 0) >= 2);
    const cases = new Map(
      this.#db.all<[number, number]>(
        'SELECT asked.value, (SELECT count(*) FROM link WHERE src = asked.value AND k = ?2) FROM json_each(?1) AS asked',
        [JSON.stringify(shared), this.#involvedIn],
      ),
    );
    return shared.map((e) => {
      const { agencies, last } = facts.get(e)!;
      return cellsOf(e, { agencies, cases: cases.get(e) ?? 0, last: roundUp(last) });
    });
  }

  /** How many agencies hold each entity now that did not before these holdings. A hub is held by too many origins to read them all. */
  #joining(added: readonly HoldingAddition[]): Map<number, number> {
    const joining = new Map<number, Set<string>>();
    const keys = new Set(added.map(holdingKey));
    const others: number[] = [];
    for (const { e, o } of added) {
      const { agency } = this.#interning.origin(o);
      joining.set(e, (joining.get(e) ?? new Set()).add(agency));
      for (const other of this.#interning.originsOf(agency)) {
        const hk = holdingKey({ e, o: other });
        if (!keys.has(hk)) others.push(hk);
      }
    }
    if (others.length > 0)
      for (const [hk] of readRows<[number]>(this.#db, {
        cells: 'hk',
        from: 'json_each(?) AS asked CROSS JOIN holding ON hk = asked.value',
        parameters: [JSON.stringify(others)],
      }))
        joining.get(Math.floor(hk / originBits))!.delete(this.#interning.origin(hk % originBits).agency);
    return new Map([...joining].map(([e, agencies]) => [e, agencies.size]));
  }

  #known(entities: readonly number[]): Map<number, Sharing> {
    const rows = readRows<[number, number, number, number | null]>(this.#db, {
      cells: 'e, agencies, cases, last',
      from: 'json_each(?) AS asked CROSS JOIN shared ON e = asked.value',
      parameters: [JSON.stringify(entities)],
    });
    return new Map(rows.map(([e, agencies, cases, last]) => [e, { agencies, cases, last }]));
  }

  #facts(entities: readonly number[]): Map<number, { readonly agencies: number; readonly last: number | null }> {
    const held = new Map<number, { readonly agencies: Set<string>; last: number | null }>();
    if (entities.length === 0) return new Map();
    const rows = readRows<[number, number, number | null]>(this.#db, {
      cells: `asked.value, hk % ${originBits}, last`,
      from: `json_each(?) AS asked
       CROSS JOIN holding ON hk BETWEEN asked.value * ${originBits} AND asked.value * ${originBits} + ${originBits - 1}`,
      parameters: [JSON.stringify(entities)],
    });
    for (const [e, o, last] of rows) {
      const facts = held.get(e) ?? { agencies: new Set(), last: null };
      held.set(e, facts);
      facts.agencies.add(this.#interning.origin(o).agency);
      facts.last = greatest([facts.last, last]);
    }
    return new Map([...held].map(([e, { agencies, last }]) => [e, { agencies: agencies.size, last }]));
  }
}

type SharedCells = readonly [e: number, agencies: number, cases: number, last: number | null, bound: number];

interface Touched {
  readonly agencies: Set<string>;
  readonly isNew: boolean;
  readonly last: number | null;
  readonly cases: number;
}

function cellsOf(e: number, { agencies, cases, last }: Sharing): SharedCells {
  return [e, agencies, cases, last, strengthBound({ agencies, openCases: cases, lastSeen: last })];
}

function roundUp(at: number | null): number | null {
  return at === null ? null : Math.ceil(at / step) * step;
}
