import { LinchpinError } from '../../../model/errors.ts';
import { kindBits, type Interning } from '../interning.ts';
import type { Sqlite, SqlValue } from '../sqlite.ts';
import type { PackedRecord } from './packReport.ts';
import { readRows, RowWriter } from './rows.ts';

/** An entity by the store's own number and by its public id. */
export interface KnownEntity {
  readonly e: number;
  readonly id: string;
}

interface FoundEntity extends KnownEntity {
  key: string | null;
  readonly redirect: number | null;
}

type Sought = Pick<PackedRecord, 'kind' | 'key' | 'proposedEntityId'>;

export interface ResolvedRecords {
  /** Entity of each record, in order. */
  readonly entities: readonly KnownEntity[];
  /** Those that were not there before. */
  readonly made: ReadonlySet<number>;
}

/** Finds and makes entities. */
export class EntityWriter {
  readonly #db: Sqlite;
  readonly #interning: Interning;
  readonly #rows: RowWriter;
  #lastSeq: number;

  constructor(db: Sqlite, interning: Interning) {
    this.#db = db;
    this.#interning = interning;
    this.#rows = new RowWriter(db, { into: 'INSERT INTO entity(e, id, nkey)', values: '(?,?,?)' });
    this.#lastSeq = Math.floor((db.value<number | null>('SELECT max(e) FROM entity') ?? 0) / kindBits);
  }

  /** The entities records belong to: the one that has the key (or that one went into), else the proposed one. In order, as if one by one. */
  resolve(records: readonly Sought[]): ResolvedRecords {
    const byKey = new Map<string, FoundEntity>();
    const byId = new Map<string, FoundEntity>();
    const keys = new Set(records.map(({ key }) => key).filter((key) => key !== null));
    for (const found of this.#find('nkey', keys)) byKey.set(found.key!, found);
    const proposed = records.filter(({ key }) => key === null || !byKey.has(key)).map((record) => record.proposedEntityId);
    for (const found of this.#find('id', new Set(proposed))) byId.set(found.id, found);
    const made = new Set<FoundEntity>();
    const entities = records.map((record): KnownEntity => {
      const owner = (record.key === null ? undefined : byKey.get(record.key)) ?? byId.get(record.proposedEntityId);
      const entity = owner ?? this.#make(record, made);
      byId.set(entity.id, entity);
      if (record.key !== null && !byKey.has(record.key)) this.#adopt(entity, record.key, { byKey, made });
      return entity.redirect === null ? entity : this.#read(this.follow(entity.redirect));
    });
    const cells: SqlValue[] = [];
    for (const { e, id, key } of made) cells.push(e, id, key);
    this.#rows.write(cells);
    return { entities, made: new Set([...made].map(({ e }) => e)) };
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
    if (e === undefined) {
      const entity = this.#make({ kind, proposedEntityId: id }, new Set());
      this.#rows.write([entity.e, id, null]);
      return entity.e;
    }
    if (this.#interning.kindOf(e) !== kind)
      throw new LinchpinError(
        'INVALID',
        `Records of kind ${kind} cannot belong to an entity of kind ${this.#interning.kindOf(e)}.`,
      );
    return e;
  }

  /** An entity that has the proposed id already (records were moved to it by hand) takes the key, unless it has another. */
  #adopt(
    entity: FoundEntity,
    key: string,
    { byKey, made }: { readonly byKey: Map<string, FoundEntity>; readonly made: ReadonlySet<FoundEntity> },
  ): void {
    if (entity.key !== null) return;
    entity.key = key;
    byKey.set(key, entity);
    if (!made.has(entity)) this.#db.run('UPDATE entity SET nkey = ? WHERE e = ?', [key, entity.e]);
  }

  #find(column: 'nkey' | 'id', values: ReadonlySet<string>): FoundEntity[] {
    if (values.size === 0) return [];
    return readRows<[number, string, string | null, number | null]>(this.#db, {
      cells: 'e, entity.id, nkey, redirect',
      from: `json_each(?) AS asked CROSS JOIN entity ON entity.${column} = asked.value`,
      parameters: [JSON.stringify([...values])],
    }).map(([e, id, key, redirect]) => ({ e, id, key, redirect }));
  }

  #read(e: number): KnownEntity {
    return { e, id: this.#db.value<string>('SELECT id FROM entity WHERE e = ?', [e])! };
  }

  #make({ kind, proposedEntityId }: Omit<Sought, 'key'>, made: Set<FoundEntity>): FoundEntity {
    // Numbers are never given twice, not even those of a write that was rolled back.
    const e = ++this.#lastSeq * kindBits + this.#interning.kindNumber(kind);
    const entity = { e, id: proposedEntityId, key: null, redirect: null };
    made.add(entity);
    return entity;
  }
}
