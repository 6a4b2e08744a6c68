import { isProtected, isTelling } from '../../../model/protection.ts';
import { PERSON } from '../../../model/vocabularyWords.ts';
import { kindBits, ordinalBits, type Interning } from '../interning.ts';
import type { Sqlite, SqlValue } from '../sqlite.ts';
import type { PlacedReport } from './reports.ts';
import { FactsByPerson, factWidth } from './personFacts.ts';
import { RowWriter } from './rows.ts';

/** Facts by which a person may be protected, one row per origin and outside rule; only people that have such a fact get rows. */
export class ProtectionWriter {
  readonly #db: Sqlite;
  readonly #interning: Interning;
  readonly #person: number;
  readonly #rows: RowWriter;

  constructor(db: Sqlite, interning: Interning) {
    this.#db = db;
    this.#interning = interning;
    this.#person = interning.findKind(PERSON) ?? -1;
    this.#rows = new RowWriter(db, {
      into: 'INSERT INTO protect(e, o, rule, marked, adult, earliest)',
      values: '(?,?,?,?,?,?)',
      tail: `ON CONFLICT DO UPDATE SET marked = max(marked, excluded.marked),
           adult = max(coalesce(adult, excluded.adult), coalesce(excluded.adult, adult)),
           earliest = min(coalesce(earliest, excluded.earliest), coalesce(excluded.earliest, earliest))`,
    });
  }

  /** After reports were added, their links in the adjacency. */
  add(placed: readonly PlacedReport[], made: ReadonlySet<number>): void {
    const facts = new FactsByPerson();
    for (const { report, o, ends } of placed) {
      const time = report.occurred ?? report.received;
      const noteOf = (e: number) => facts.of(e, { o, rule: report.rule });
      for (const [ordinal, record] of report.records.entries())
        if (this.#isPerson(ends[ordinal]!)) noteOf(ends[ordinal]!).addRecord(record, time);
      for (const { from, to, start, protecting } of report.links) {
        const [src, dst] = [ends[from]!, ends[to]!];
        if (this.#isPerson(src)) noteOf(src).addLink(start ?? time, protecting === 1);
        if (this.#isPerson(dst)) noteOf(dst).addLink(start ?? time, false);
      }
    }
    const had = this.#withRows(facts.people().filter((e) => !made.has(e)));
    const says = facts.people().filter((e) => facts.says(e));
    // What was met before counts from now on, too: read in full, once for each person.
    this.rebuild(says.filter((e) => !made.has(e) && !had.has(e)));
    const grown = [...had, ...says.filter((e) => made.has(e))];
    this.#rows.write(facts.cells(grown));
    this.#guard(grown);
  }

  /** Recomputes people's facts from their records and links, and guards them and whom a telling link joins to them. */
  rebuild(entities: readonly number[]): void {
    const people = entities.filter((e) => this.#isPerson(e));
    if (people.length === 0) return;
    this.#db.run('DELETE FROM protect WHERE e IN (SELECT value FROM json_each(?))', [JSON.stringify(people)]);
    const facts = this.#gather(people);
    const says = people.filter((e) => facts.says(e));
    this.#rows.write(facts.cells(says));
    this.#guard(says);
  }

  /** Rows of these people, from records and links. */
  recompute(people: readonly number[]): (readonly SqlValue[])[] {
    const facts = this.#gather(people);
    const cells = facts.cells(people.filter((e) => facts.says(e)));
    return Array.from({ length: cells.length / factWidth }, (_, row) => cells.slice(row * factWidth, (row + 1) * factWidth));
  }

  /** Those that must be guarded because of these people, and are not. */
  findUnguarded(people: readonly number[]): number[] {
    return this.#db
      .all<[number]>('SELECT e FROM json_each(?) AS asked CROSS JOIN entity ON e = asked.value WHERE guard = 0', [
        JSON.stringify(this.#toGuard(people)),
      ])
      .map(([e]) => e);
  }

  /** Once guarded, an entity is looked at closely on reading, even after the reason went: slower, never wrong. */
  #guard(people: readonly number[]): void {
    const guarded = this.#toGuard(people);
    if (guarded.length > 0)
      this.#db.run('UPDATE entity SET guard = 1 WHERE guard = 0 AND e IN (SELECT value FROM json_each(?))', [
        JSON.stringify(guarded),
      ]);
  }

  /** Those of the people who may be protected, and the other ends of their telling links. */
  #toGuard(people: readonly number[]): number[] {
    if (people.length === 0) return [];
    const maybe = this.#db
      .all<[number, number, number | null, number | null]>(
        `SELECT e, max(marked), max(adult), min(earliest) FROM json_each(?) AS asked CROSS JOIN protect ON e = asked.value GROUP BY e`,
        [JSON.stringify(people)],
      )
      .filter(([, marked, adultFrom, earliest]) => isProtected({ isMarked: marked === 1, adultFrom, earliest }))
      .map(([e]) => e);
    const told = this.#db
      .all<[number, number, number]>(
        'SELECT DISTINCT adj.e, other, ld FROM json_each(?) AS asked CROSS JOIN adj ON adj.e = asked.value',
        [JSON.stringify(maybe)],
      )
      .filter(([e, other, ld]) => this.#isTelling(Math.floor(ld / 4), e, other))
      .map(([, other]) => other);
    return [...new Set([...maybe, ...told])];
  }

  #isPerson(e: number): boolean {
    return e % kindBits === this.#person;
  }

  #isTelling(k: number, a: number, b: number): boolean {
    return isTelling(this.#interning.linkKindName(k), this.#interning.kindOf(a), this.#interning.kindOf(b));
  }

  #withRows(people: readonly number[]): Set<number> {
    if (people.length === 0) return new Set();
    const rows = this.#db.all<[number]>('SELECT DISTINCT e FROM json_each(?) AS asked CROSS JOIN protect ON e = asked.value', [
      JSON.stringify(people),
    ]);
    return new Set(rows.map(([e]) => e));
  }

  /** All facts of some people: their records, and the links of each report they are in, read once. */
  #gather(people: readonly number[]): FactsByPerson {
    const facts = new FactsByPerson();
    const records = this.#db.all<[number, number, number, number, number, 0 | 1, number | null]>(
      `SELECT e, rec, record.o, rule, report.time, minor, adult FROM json_each(?) AS asked CROSS JOIN record ON e = asked.value
       CROSS JOIN report ON report.r = rec / ${ordinalBits}`,
      [JSON.stringify(people)],
    );
    const places = new Map<
      number,
      { readonly time: number; readonly people: Map<number, { e: number; o: number; rule: number }> }
    >();
    for (const [e, rec, o, rule, time, minor, adult] of records) {
      facts.of(e, { o, rule }).addRecord({ minor, adult }, time);
      const r = Math.floor(rec / ordinalBits);
      const place = places.get(r) ?? { time, people: new Map() };
      places.set(r, place);
      place.people.set(rec % ordinalBits, { e, o, rule });
    }
    for (const [r, place] of places)
      for (const [sr, dr, start, protecting] of this.#linksOf(r)) {
        const [src, dst] = [place.people.get(sr), place.people.get(dr)];
        if (src) facts.of(src.e, src).addLink(start ?? place.time, protecting === 1);
        if (dst) facts.of(dst.e, dst).addLink(start ?? place.time, false);
      }
    return facts;
  }

  #linksOf(r: number): [number, number, number | null, number][] {
    return this.#db.all('SELECT sr, dr, start, protecting FROM link WHERE l BETWEEN ? AND ?', [
      r * ordinalBits,
      r * ordinalBits + ordinalBits - 1,
    ]);
  }
}
