import { greatest } from '../../../model/entityView.ts';
import { strengthBound } from '../../../model/overlapStrength.ts';
import { INVOLVED_IN } from '../../../model/vocabularyWords.ts';
import { originBits, type Interning } from '../interning.ts';
import type { Sqlite } from '../sqlite.ts';

/** Dates are rounded up to this, so that most additions change nothing here: the bound is some 6 % looser. */
const step = 8 * 86_400_000;

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

  constructor(db: Sqlite, interning: Interning) {
    this.#db = db;
    this.#interning = interning;
    this.#involvedIn = interning.findLinkKind(INVOLVED_IN) ?? -1;
  }

  /** After an addition to what one origin holds. `isNew`: it held nothing before. */
  add({ e, isNew, last, cases }: { e: number; isNew: boolean; last: number | null; cases: number }): void {
    const known = this.#known(e);
    if (!known) {
      if (isNew) this.rebuild(e);
      return;
    }
    const agencies = isNew ? this.#facts(e).agencies : known.agencies;
    const later = last !== null && (known.last === null || last > known.last) ? roundUp(last) : known.last;
    this.#put(e, known, { agencies, cases: known.cases + cases, last: later });
  }

  /** Recomputes it from holdings and links. */
  rebuild(e: number): void {
    const { agencies, last } = this.#facts(e);
    const known = this.#known(e);
    if (agencies < 2) {
      if (known) this.#db.run('DELETE FROM shared WHERE e = ?', [e]);
      return;
    }
    const cases = this.#db.value<number>('SELECT count(*) FROM link WHERE src = ? AND k = ?', [e, this.#involvedIn]) ?? 0;
    this.#put(e, known, { agencies, cases, last: roundUp(last) });
  }

  #known(e: number): Sharing | null {
    const row = this.#db.get<[number, number, number | null]>('SELECT agencies, cases, last FROM shared WHERE e = ?', [e]);
    return row ? { agencies: row[0], cases: row[1], last: row[2] } : null;
  }

  #facts(e: number): { readonly agencies: number; readonly last: number | null } {
    const held = this.#db.all<[number, number | null]>(`SELECT hk % ${originBits}, last FROM holding WHERE hk BETWEEN ? AND ?`, [
      e * originBits,
      e * originBits + originBits - 1,
    ]);
    const agencies = new Set(held.map(([o]) => this.#interning.origin(o).agency));
    return { agencies: agencies.size, last: greatest(held.map(([, last]) => last)) };
  }

  #put(e: number, known: Sharing | null, { agencies, cases, last }: Sharing): void {
    if (known && known.agencies === agencies && known.cases === cases && known.last === last) return;
    const bound = strengthBound({ agencies, openCases: cases, lastSeen: last });
    this.#db.run(
      `INSERT INTO shared(e, agencies, cases, last, bound) VALUES (?, ?, ?, ?, ?)
       ON CONFLICT DO UPDATE SET agencies = excluded.agencies, cases = excluded.cases, last = excluded.last, bound = excluded.bound`,
      [e, agencies, cases, last, bound],
    );
  }
}

function roundUp(at: number | null): number | null {
  return at === null ? null : Math.ceil(at / step) * step;
}
