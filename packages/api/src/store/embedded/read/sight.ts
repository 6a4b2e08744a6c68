import { type EntityKind, type Vocabulary } from '@linchpin/schema';
import { entityView, greatest, least, type RecordFacts } from '../../../model/entityView.ts';
import { LinchpinError } from '../../../model/errors.ts';
import type { AdjacencyRow } from '../../../model/neighbourhood.ts';
import { limits } from '../../../model/paging.ts';
import type { PreparedProperty } from '../../../model/prepared.ts';
import { isProtected, isTelling } from '../../../model/protection.ts';
import type { PublicIds } from '../../../model/publicIds.ts';
import { sees, type Scope } from '../../../model/scope.ts';
import type { EntityView } from '../../../model/views.ts';
import { PERSON } from '../../../model/vocabularyWords.ts';
import { directionNames, ordinalBits, originBits, rule, type Interning } from '../interning.ts';
import type { Sqlite } from '../sqlite.ts';

/** What every read needs. */
export interface ReadContext {
  readonly db: Sqlite;
  readonly interning: Interning;
  readonly ids: PublicIds;
  readonly vocabulary: Vocabulary;
}

/** An adjacency row with the store's own integers beside the public words. */
export interface SeenRow extends AdjacencyRow {
  readonly e: number;
  readonly other: number;
  readonly k: number;
  readonly o: number;
}

type AdjCells = readonly [number, string, number, number, number, number, number, number | null, number | null];

/** SQL: whether the scope sees the origin in column `o`; parameter `?1` is the scope's sight. */
export const seen = (o: string): string => `substr(?1, ${o} + 1, 1) = x'01'`;

/** One viewer's sight for the length of one read: what is visible, what is protected, what a row looks like from here. */
export class Sight {
  readonly bytes: Buffer;
  readonly #protected = new Map<number, boolean>();

  constructor(
    readonly at: ReadContext,
    readonly scope: Scope,
  ) {
    this.bytes = at.interning.sight(scope);
  }

  /** The visible entity of a public id, merged-away ids followed; null otherwise. */
  find(id: string): number | null {
    const found = this.at.db.get<[number, number | null]>('SELECT e, redirect FROM entity WHERE id = ?', [id]);
    if (!found) return null;
    let [e, redirect] = found;
    while (redirect !== null) {
      e = redirect;
      redirect = this.at.db.value<number | null>('SELECT redirect FROM entity WHERE e = ?', [e]) ?? null;
    }
    return this.isVisible(e) ? e : null;
  }

  isVisible(e: number): boolean {
    return (
      this.at.db.value(`SELECT 1 FROM holding WHERE hk BETWEEN ?2 AND ?3 AND ${seen(`hk % ${originBits}`)} LIMIT 1`, [
        this.bytes,
        e * originBits,
        e * originBits + originBits - 1,
      ]) !== undefined
    );
  }

  idOf(e: number): string {
    return this.at.db.value<string>('SELECT id FROM entity WHERE e = ?', [e])!;
  }

  kindOf(e: number): EntityKind {
    const name = this.at.interning.kindOf(e);
    const kind = this.at.vocabulary.entityKinds.get(name);
    if (!kind)
      throw new LinchpinError('UNAVAILABLE', `The store holds entities of the kind ${name}, which this program does not know.`);
    return kind;
  }

  /** Whether a person is protected from this viewer. Facts count as `protectsFor` says. */
  isProtected(e: number): boolean {
    if (this.at.interning.kindOf(e) !== PERSON) return false;
    const known = this.#protected.get(e);
    if (known !== undefined) return known;
    const facts = this.at.db
      .all<[number, number, number, number | null, number | null]>(
        'SELECT o, rule, marked, adult, earliest FROM protect WHERE e = ?',
        [e],
      )
      .filter(
        ([o, outside]) =>
          this.bytes[o] === 1 || (outside & rule.sealed) === 0 || (outside & rule.everywhere) !== 0 || this.#protects(o),
      );
    const answer = isProtected({
      isMarked: facts.some(([, , marked]) => marked === 1),
      adultFrom: greatest(facts.map(([, , , adult]) => adult)),
      earliest: least(facts.map(([, , , , earliest]) => earliest)),
    });
    this.#protected.set(e, answer);
    return answer;
  }

  isGuarded(e: number): boolean {
    return this.at.db.value<number>('SELECT guard FROM entity WHERE e = ?', [e]) === 1;
  }

  /** Visible adjacency of one entity, telling links of protected people left out. */
  rows(e: number): SeenRow[] {
    return this.#present(
      e,
      this.at.db.all<AdjCells>(
        `SELECT other, id, ld, o, links, reports, sure, first, last FROM adj JOIN entity ON entity.e = other WHERE adj.e = ?2 AND ${seen('o')}`,
        [this.bytes, e],
      ),
    );
  }

  /** Distinct neighbours in scope. */
  countNeighbours(e: number): number {
    if (this.isGuarded(e)) return new Set(this.rows(e).map((row) => row.other)).size;
    return this.at.db.value<number>(`SELECT count(DISTINCT other) FROM adj WHERE e = ?2 AND ${seen('o')}`, [this.bytes, e]) ?? 0;
  }

  /** The same between any two of the entities, each pair once. */
  rowsAmong(entities: readonly number[]): SeenRow[] {
    // The unary plus keeps SQLite from probing the key once for every pair.
    const found = this.at.db.all<[number, ...AdjCells]>(
      `SELECT adj.e, other, entity.id, ld, o, links, reports, sure, first, last
       FROM json_each(?2) AS asked CROSS JOIN adj ON adj.e = asked.value JOIN entity ON entity.e = other
       WHERE other > adj.e AND +other IN (SELECT value FROM json_each(?2)) AND ${seen('o')}`,
      [this.bytes, JSON.stringify(entities)],
    );
    const byEntity = new Map<number, AdjCells[]>();
    for (const [e, ...cells] of found) {
      const rows = byEntity.get(e);
      if (rows) rows.push(cells);
      else byEntity.set(e, [cells]);
    }
    return [...byEntity].flatMap(([e, rows]) => this.#present(e, rows));
  }

  /** The same between two entities only. */
  rowsBetween(e: number, other: number): SeenRow[] {
    return this.#present(
      e,
      this.at.db.all<AdjCells>(
        `SELECT other, id, ld, o, links, reports, sure, first, last FROM adj JOIN entity ON entity.e = other
         WHERE adj.e = ?2 AND other = ?3 AND ${seen('o')}`,
        [this.bytes, e, other],
      ),
    );
  }

  /** Whether a link of this kind between these two must not be told of. */
  isHidden(k: number, a: number, b: number): boolean {
    const { interning } = this.at;
    return (
      isTelling(interning.linkKindName(k), interning.kindOf(a), interning.kindOf(b)) &&
      (this.isProtected(a) || this.isProtected(b))
    );
  }

  view(e: number): EntityView {
    const records = this.records(e);
    return entityView(this.kindOf(e), {
      id: this.idOf(e),
      isProtected: this.isProtected(e),
      records,
      ...this.#linkFacts(e),
    });
  }

  caption(e: number): string {
    return this.view(e).caption;
  }

  /** Newest last seen over what is visible; null when never dated. */
  lastSeen(e: number): number | null {
    if (this.isGuarded(e)) return this.view(e).lastSeen;
    return this.#holdings(e).last;
  }

  isGeneric(e: number): boolean {
    const says = this.at.db.value(`SELECT 1 FROM record WHERE e = ?2 AND generic = 1 AND ${seen('o')} LIMIT 1`, [this.bytes, e]);
    return says !== undefined || this.#linkFacts(e).neighbours >= limits.genericNeighbours;
  }

  /** Agencies of visible records, sorted. */
  agencies(e: number): string[] {
    const origins = this.at.db.all<[number]>(
      `SELECT hk % ${originBits} FROM holding WHERE hk BETWEEN ?2 AND ?3 AND ${seen(`hk % ${originBits}`)}`,
      [this.bytes, e * originBits, e * originBits + originBits - 1],
    );
    return [...new Set(origins.map(([o]) => this.at.interning.origin(o).agency))].sort();
  }

  /** Visible records of one entity, in the order of their reports. */
  records(e: number): RecordFacts[] {
    return this.at.db
      .all<[number, number, string | null, number, string, string, string, number, number | null]>(
        `SELECT rec, record.o, caption, generic, props, seed, number, received, occurred
         FROM record JOIN report ON report.r = rec / ${ordinalBits} WHERE e = ?2 AND ${seen('record.o')} ORDER BY rec`,
        [this.bytes, e],
      )
      .map(([rec, o, caption, generic, props, seed, number, received, occurred]) => ({
        id: this.at.ids.part('record', seed, rec % ordinalBits),
        reportNumber: number,
        agency: this.at.interning.origin(o).agency,
        receivedAt: received,
        occurredAt: occurred,
        caption,
        isGeneric: generic === 1,
        properties: JSON.parse(props) as PreparedProperty[],
      }));
  }

  seesOrigin(o: number): boolean {
    return sees(this.scope, this.at.interning.origin(o));
  }

  /** An audience may protect that the role does not read. */
  #protects(o: number): boolean {
    return this.scope.protecting.includes(this.at.interning.origin(o).audience);
  }

  #linkFacts(e: number): { neighbours: number; firstLink: number | null; lastLink: number | null } {
    if (this.isGuarded(e)) {
      const rows = this.rows(e);
      return {
        neighbours: new Set(rows.map((row) => row.other)).size,
        firstLink: least(rows.map((row) => row.first)),
        lastLink: greatest(rows.map((row) => row.last)),
      };
    }
    const neighbours = this.at.db.value<number>(
      `SELECT count(*) FROM (SELECT DISTINCT other FROM adj WHERE e = ?2 AND ${seen('o')} LIMIT ${limits.genericNeighbours})`,
      [this.bytes, e],
    );
    const { first, last } = this.#holdings(e);
    return { neighbours: neighbours ?? 0, firstLink: first, lastLink: last };
  }

  #holdings(e: number): { first: number | null; last: number | null } {
    const [first, last] = this.at.db.get<[number | null, number | null]>(
      `SELECT min(first), max(last) FROM holding WHERE hk BETWEEN ?2 AND ?3 AND ${seen(`hk % ${originBits}`)}`,
      [this.bytes, e * originBits, e * originBits + originBits - 1],
    ) ?? [null, null];
    return { first, last };
  }

  #present(e: number, cells: readonly AdjCells[]): SeenRow[] {
    const { interning } = this.at;
    const entityId = cells.length > 0 ? this.idOf(e) : '';
    const isGuarded = cells.length > 0 && this.isGuarded(e);
    const rows: SeenRow[] = [];
    for (const [other, otherId, ld, o, links, reports, sureLinks, first, last] of cells) {
      const k = Math.floor(ld / 4);
      if (isGuarded && this.isHidden(k, e, other)) continue;
      rows.push({
        e,
        other,
        k,
        o,
        entityId,
        otherId,
        otherKind: interning.kindOf(other),
        linkKind: interning.linkKindName(k),
        direction: directionNames[ld % 4]!,
        agency: interning.origin(o).agency,
        links,
        reports,
        sureLinks,
        first,
        last,
      });
    }
    return rows;
  }
}
