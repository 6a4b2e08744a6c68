import { PERSON } from '../../../model/vocabularyWords.ts';
import { isTelling } from '../../../model/protection.ts';
import { ordinalBits, type Interning } from '../interning.ts';
import type { Sqlite } from '../sqlite.ts';

interface Facts {
  marked: number;
  adult: number | null;
  earliest: number | null;
}

/** Facts by which a person may be protected, one row per origin and outside rule; only people that have such a fact get rows. */
export class ProtectionWriter {
  readonly #db: Sqlite;
  readonly #interning: Interning;

  constructor(db: Sqlite, interning: Interning) {
    this.#db = db;
    this.#interning = interning;
  }

  isPerson(e: number): boolean {
    return this.#interning.kindOf(e) === PERSON;
  }

  hasFacts(e: number): boolean {
    return this.#db.value('SELECT 1 FROM protect WHERE e = ? LIMIT 1', [e]) !== undefined;
  }

  /** Recomputes a person's facts from their records and links, and guards them and whom a telling link joins to them. */
  rebuild(e: number): void {
    if (!this.isPerson(e)) return;
    this.#db.run('DELETE FROM protect WHERE e = ?', [e]);
    const byOrigin = this.#gather(e);
    const all = [...byOrigin.values()];
    if (!all.some((facts) => facts.marked === 1 || facts.adult !== null)) return;
    for (const [key, facts] of byOrigin) {
      const [o, rule] = key.split(' ').map(Number) as [number, number];
      this.#db.run('INSERT INTO protect(e, o, rule, marked, adult, earliest) VALUES (?, ?, ?, ?, ?, ?)', [
        e,
        o,
        rule,
        facts.marked,
        facts.adult,
        facts.earliest,
      ]);
    }
    const adult = Math.max(...all.map((facts) => facts.adult ?? -Infinity));
    const earliest = Math.min(...all.map((facts) => facts.earliest ?? Infinity));
    if (all.some((facts) => facts.marked === 1) || earliest < adult) this.#guard(e);
  }

  /** Guards the other end of telling links of people who may be protected. */
  guardTold(links: readonly { readonly src: number; readonly dst: number; readonly k: number }[]): void {
    for (const { src, dst, k } of links) {
      if (!this.#isTelling(k, src, dst)) continue;
      if (this.#isGuarded(src)) this.#mark(dst);
      if (this.#isGuarded(dst)) this.#mark(src);
    }
  }

  /** Once guarded, an entity is looked at closely on reading, even after the reason went: slower, never wrong. */
  #guard(e: number): void {
    this.#mark(e);
    for (const [other, ld] of this.#db.all<[number, number]>('SELECT DISTINCT other, ld FROM adj WHERE e = ?', [e]))
      if (this.#isTelling(Math.floor(ld / 4), e, other)) this.#mark(other);
  }

  #mark(e: number): void {
    this.#db.run('UPDATE entity SET guard = 1 WHERE e = ? AND guard = 0', [e]);
  }

  #isGuarded(e: number): boolean {
    return this.isPerson(e) && this.#db.value<number>('SELECT guard FROM entity WHERE e = ?', [e]) === 1;
  }

  #isTelling(k: number, a: number, b: number): boolean {
    return isTelling(this.#interning.linkKindName(k), this.#interning.kindOf(a), this.#interning.kindOf(b));
  }

  #gather(e: number): Map<string, Facts> {
    const byOrigin = new Map<string, Facts>();
    const records = this.#db.all<[number, number, number, number, number, number | null]>(
      `SELECT rec, record.o, rule, report.time, minor, adult FROM record JOIN report ON report.r = rec / ${ordinalBits} WHERE e = ?`,
      [e],
    );
    for (const [rec, o, rule, time, minor, adult] of records) {
      const key = `${o} ${rule}`;
      const facts = byOrigin.get(key) ?? { marked: 0, adult: null, earliest: null };
      byOrigin.set(key, facts);
      if (minor === 1) facts.marked = 1;
      if (adult !== null && (facts.adult === null || adult > facts.adult)) facts.adult = adult;
      meet(facts, time);
      for (const [start, protecting, isFrom] of this.#linksOf(rec)) {
        if (protecting === 1 && isFrom === 1) facts.marked = 1;
        meet(facts, start ?? time);
      }
    }
    return byOrigin;
  }

  #linksOf(rec: number): [number | null, number, number][] {
    const report = Math.floor(rec / ordinalBits) * ordinalBits;
    const ordinal = rec % ordinalBits;
    return this.#db.all('SELECT start, protecting, sr = ?3 FROM link WHERE l BETWEEN ?1 AND ?2 AND (sr = ?3 OR dr = ?3)', [
      report,
      report + ordinalBits - 1,
      ordinal,
    ]);
  }
}

function meet(facts: Facts, at: number): void {
  if (facts.earliest === null || at < facts.earliest) facts.earliest = at;
}
