import type { EntityKind } from '@linchpin/schema';
import { LinchpinError } from '../../../model/errors.ts';
import type { Scope } from '../../../model/scope.ts';
import { originBits } from '../interning.ts';
import { AdjRows, may } from './adjRows.ts';
import type { HubState, KeptRows, Reading } from './context.ts';
import { readEntities, readVisible } from './findEntities.ts';
import { flatSelect, quoted, readFlat } from './flat.ts';
import { learnHoldings } from './heldRecords.ts';
import { hubRows, learnGuards } from './hubRows.ts';
import type { KeptEntity } from './keptEntities.ts';
import { matchRows, type MatchedRows, type RowFilter } from './matchRows.ts';
import { Protection } from './protection.ts';
import { readRowsOf, readRowsOfMany, type OtherEnd } from './readRows.ts';

const known = flatSelect(
  ['entity.e', quoted('entity.id'), 'guard', 'ifnull(version, -1)', 'ifnull(epoch, -1)'],
  'FROM json_each(?1) AS asked CROSS JOIN entity ON entity.e = asked.value LEFT JOIN hub ON hub.e = entity.e',
);

/** Of columns beside their cells. */
const keptRowsBytes = 1_200;

/** One viewer's sight for the length of one read: what is visible, what is protected, what has been read already. */
export class Sight {
  /** One byte an origin: 1 where it is seen. */
  readonly bytes: Buffer;
  readonly #known = new Map<number, KeptEntity>();
  readonly #rows = new Map<number, AdjRows>();
  readonly #hubs = new Map<number, KeptRows>();
  readonly #protection: Protection;
  readonly #meet = (other: OtherEnd): void => this.meet(other);

  constructor(
    readonly at: Reading,
    readonly scope: Scope,
  ) {
    this.bytes = at.interning.sight(scope);
    at.entities.freshen();
    this.#protection = new Protection(at, { scope, bytes: this.bytes });
  }

  /** The visible entity of a public id, merged-away ids followed; null otherwise. */
  find(id: string): number | null {
    return this.findAll([id])[0] ?? null;
  }

  findAll(ids: readonly string[]): (number | null)[] {
    const found = this.#identify(ids);
    const visible = this.#visible(found.filter((e) => e !== undefined));
    return found.map((e) => (e !== undefined && visible.has(e) ? e : null));
  }

  /** Entities of public ids, each once, seen or not: where nothing is said of those that are not seen. */
  identify(ids: readonly string[]): number[] {
    return [...new Set(this.#identify(ids))].filter((e) => e !== undefined);
  }

  #identify(ids: readonly string[]): (number | undefined)[] {
    const found = ids.map((id) => this.#find(id));
    const unknown = [...found.keys()].filter((i) => found[i] === undefined);
    if (unknown.length > 0) {
      const read = readEntities(
        this.at,
        unknown.map((i) => ids[i]!),
        this.#meet,
      );
      for (const [place, e] of read) found[unknown[place]!] = e;
    }
    return found;
  }

  /** Visible entities of public ids, each once, in the order asked. */
  findEach(ids: readonly string[]): number[] {
    return [...new Set(this.findAll(ids))].filter((e) => e !== null);
  }

  /** Reads what is not known yet of these in one go. */
  know(entities: Iterable<number>): void {
    const missing = [...new Set(entities)].filter((e) => this.#recall(e) === undefined);
    if (missing.length === 0) return;
    const cells = readFlat<number | string>(this.at.db, known, [JSON.stringify(missing)]);
    for (let at = 0; at < cells.length; at += 5) {
      const [e, id, guard, version, epoch] = cells.slice(at, at + 5) as [number, string, number, number, number];
      this.#known.set(e, this.at.entities.add({ e, id, isGuarded: guard === 1, hub: version < 0 ? null : { version, epoch } }));
    }
  }

  idOf(e: number): string {
    return this.entity(e).id;
  }

  isGuarded(e: number): boolean {
    return this.entity(e).isGuarded;
  }

  hub(e: number): HubState | null {
    return this.entity(e).hub;
  }

  kindOf(e: number): EntityKind {
    const name = this.at.interning.kindOf(e);
    const kind = this.at.vocabulary.entityKinds.get(name);
    if (!kind)
      throw new LinchpinError('UNAVAILABLE', `The store holds entities of the kind ${name}, which this program does not know.`);
    return kind;
  }

  isPerson(e: number): boolean {
    return this.#protection.isPerson(e);
  }

  /** Whether a person is protected from this viewer. Ask `learnProtection` before asking of many. */
  isProtected(e: number): boolean {
    return this.#protection.isPerson(e) && this.isGuarded(e) && this.#protection.of(e);
  }

  /** Reads the facts of all of these in one go. */
  learnProtection(entities: readonly number[]): void {
    const people = entities.filter((e) => this.#protection.isPerson(e));
    this.know(people);
    this.#protection.learn(people.filter((e) => this.isGuarded(e)));
  }

  /** Protected people among many entities: their facts are looked up without asking who is guarded. */
  protectedAmong(entities: Iterable<number>): Set<number> {
    const people = [...new Set(entities)].filter((e) => this.#protection.isPerson(e));
    this.#protection.learn(people);
    return new Set(people.filter((e) => this.#protection.of(e)));
  }

  /** Rows of one entity; of a hub in all scopes. `match` says which count. */
  rows(e: number): AdjRows {
    const read = this.#rows.get(e);
    if (read) return read;
    const state = this.hub(e);
    const kept = state ? hubRows(this.at, e, state) : null;
    if (kept) this.#hubs.set(e, kept);
    else this.#recallRows(e);
    const rows = kept?.rows ?? this.#rows.get(e) ?? readRowsOf(this.at, { bytes: this.bytes, e, meet: this.#meet });
    this.#rows.set(e, rows);
    if (!kept) this.#keepRows(e, rows);
    return rows;
  }

  /** Reads the rows of all that are no hubs in one go. */
  learnRows(entities: Iterable<number>): void {
    const missing = [...new Set(entities)].filter((e) => !this.#rows.has(e) && !this.hub(e) && !this.#recallRows(e));
    if (missing.length < 2) return;
    const found = readRowsOfMany(this.at, { bytes: this.bytes, entities: missing, meet: this.#meet });
    for (const e of missing) {
      const rows = found.get(e) ?? new AdjRows(e, 0);
      this.#rows.set(e, rows);
      this.#keepRows(e, rows);
    }
  }

  match(e: number, filter?: RowFilter): MatchedRows {
    return matchRows(this, this.rows(e), filter);
  }

  /** Others of the wanted rows that may be protected people. */
  guardedOthers(rows: AdjRows, wanted: Uint8Array): number[] {
    const kept = this.#hubs.get(rows.e);
    if (kept?.rows === rows) learnGuards(this.at, kept, wanted);
    else this.#learnGuards(rows, wanted);
    const others = new Set<number>();
    for (let i = 0; i < rows.count; i++) if (wanted[i] === 1 && rows.may[i] === may.be) others.add(rows.other[i]!);
    return [...others];
  }

  /** Kept rows, and copies, remember guards of another day. */
  #learnGuards(rows: AdjRows, wanted: Uint8Array): void {
    const asked = [...wanted.keys()].filter((i) => wanted[i] === 1);
    this.know(asked.map((i) => rows.other[i]!));
    for (const i of asked) rows.may[i] = this.isGuarded(rows.other[i]!) ? may.be : may.not;
  }

  /** Whether a link of this kind between these two must not be told of. */
  isHidden(k: number, a: number, b: number): boolean {
    return this.at.telling.isTelling(k, a, b) && (this.isProtected(a) || this.isProtected(b));
  }

  /** First key, and last, of what origins hold about an entity. */
  holdingRange(e: number): [number, number] {
    return [e * originBits, e * originBits + originBits - 1];
  }

  meet(other: OtherEnd): void {
    const entity = this.at.entities.add(other);
    this.at.entities.name(entity);
    this.#known.set(other.e, entity);
  }

  /** With what was read of it, to read more into it. */
  entity(e: number): KeptEntity {
    const known = this.#recall(e);
    if (known) return known;
    this.know([e]);
    return this.#known.get(e)!;
  }

  #recall(e: number): KeptEntity | undefined {
    const known = this.#known.get(e);
    if (known) return known;
    const kept = this.at.entities.get(e);
    if (kept) this.#known.set(e, kept);
    return kept;
  }

  #find(id: string): number | undefined {
    const kept = this.at.entities.find(id);
    if (kept) this.#known.set(kept.e, kept);
    return kept?.e;
  }

  #visible(entities: readonly number[]): Set<number> {
    const found = entities.map((e) => this.entity(e));
    const small = found.filter(({ hub }) => hub === null);
    learnHoldings(this, small);
    const hubs = found.filter(({ hub }) => hub !== null).map(({ e }) => e);
    const visible = new Set(readVisible(this.at, this.bytes, hubs));
    for (const { e, holdings } of small) if (holdings!.some(({ o }) => this.bytes[o] === 1)) visible.add(e);
    return visible;
  }

  #recallRows(e: number): boolean {
    const { rows } = this.entity(e);
    if (rows?.scope !== this.scope.key) return false;
    this.#rows.set(e, rows.rows);
    return true;
  }

  #keepRows(e: number, rows: AdjRows): void {
    const entity = this.entity(e);
    this.at.entities.grow(entity, keptRowsBytes + rows.bytes - (entity.rows ? keptRowsBytes + entity.rows.rows.bytes : 0));
    entity.rows = { scope: this.scope.key, rows };
  }
}
