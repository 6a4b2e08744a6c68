import { LinchpinError } from '../../../model/errors.ts';
import type { PublicIds } from '../../../model/publicIds.ts';
import { kindBits, type Interning } from '../interning.ts';
import type { Sqlite } from '../sqlite.ts';

/** An entity by the store's own number and by its public id. */
export interface KnownEntity {
  readonly e: number;
  readonly id: string;
}

interface FoundEntity extends KnownEntity {
  readonly redirect: number | null;
}

/** Finds and makes entities. */
export class EntityWriter {
  readonly #db: Sqlite;
  readonly #interning: Interning;
  readonly #ids: PublicIds;
  #lastSeq: number;

  constructor(db: Sqlite, interning: Interning, ids: PublicIds) {
    this.#db = db;
    this.#ids = ids;
    this.#interning = interning;
    this.#lastSeq = Math.floor((db.value<number | null>('SELECT max(e) FROM entity') ?? 0) / kindBits);
  }

  /** The entity a record belongs to: the one that has its key (or that one went into), else the proposed one. */
  resolve(record: { readonly kind: string; readonly key: string | null; readonly proposedEntityId: string }): KnownEntity {
    const key = record.key === null ? null : this.#ids.digest(record.key);
    const owner = (key === null ? null : this.#read('nkey', key)) ?? this.#adopt(record.proposedEntityId, key);
    if (!owner) return { e: this.#make(record.kind, record.proposedEntityId, key), id: record.proposedEntityId };
    if (owner.redirect === null) return owner;
    const e = this.follow(owner.redirect);
    return { e, id: this.#db.value<string>('SELECT id FROM entity WHERE e = ?', [e])! };
  }

  /** Where a merged-away entity went; itself when it was not merged. */
  follow(e: number): number {
    let at = e;
    for (;;) {
      const next = this.#db.value<number | null>('SELECT redirect FROM entity WHERE e = ?', [at]) ?? null;
      if (next === null) return at;
      at = next;
    }
  }

  /** By public id, made when new. @throws LinchpinError INVALID when it is there with another kind. */
  findOrMake(id: string, kind: string): number {
    const e = this.#db.value<number>('SELECT e FROM entity WHERE id = ?', [id]);
    if (e === undefined) return this.#make(kind, id, null);
    if (this.#interning.kindOf(e) !== kind)
      throw new LinchpinError(
        'INVALID',
        `Records of kind ${kind} cannot belong to an entity of kind ${this.#interning.kindOf(e)}.`,
      );
    return e;
  }

  /** An entity that has the proposed id already (records were moved to it by hand) takes the key. */
  #adopt(id: string, key: string | null): FoundEntity | null {
    const found = this.#read('id', id);
    if (found && key !== null) this.#db.run('UPDATE entity SET nkey = ? WHERE e = ? AND nkey IS NULL', [key, found.e]);
    return found;
  }

  #read(column: 'nkey' | 'id', value: string): FoundEntity | null {
    const row = this.#db.get<[number, string, number | null]>(`SELECT e, id, redirect FROM entity WHERE ${column} = ?`, [value]);
    return row ? { e: row[0], id: row[1], redirect: row[2] } : null;
  }

  #make(kind: string, id: string, key: string | null): number {
    // Numbers are never given twice, not even those of a write that was rolled back.
    const e = ++this.#lastSeq * kindBits + this.#interning.kindNumber(kind);
    this.#db.run('INSERT INTO entity(e, id, nkey) VALUES (?, ?, ?)', [e, id, key]);
    return e;
  }
}
