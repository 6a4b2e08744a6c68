import type { RecordFacts } from '../../../model/entityView.ts';
import type { EntityView } from '../../../model/views.ts';
import type { AdjRows } from './adjRows.ts';
import type { ReadContext } from './context.ts';
import { forgetting } from './forgetting.ts';
import type { Budget } from './kept.ts';
import type { OtherEnd } from './readRows.ts';

/** What one origin holds about an entity. */
export interface KeptHolding {
  readonly o: number;
  readonly first: number | null;
  readonly last: number | null;
  /** Null until a viewer of the origin asked. */
  records: readonly RecordFacts[] | null;
  /** Whether it tells others where to ask: some record is not sealed. Null until it was asked. */
  isPointing: boolean | null;
}

/** What was read of one entity, in whatever scope; it holds until a change speaks of the entity. */
export interface KeptEntity extends OtherEnd {
  /** Of entities that are no hubs; null until asked for. */
  holdings: readonly KeptHolding[] | null;
  /** Of an entity that is no hub: the rows that the last viewer who asked sees. */
  rows: { readonly scope: string; readonly rows: AdjRows } | null;
  /** As viewed by which of the holdings are seen, where nothing else decides. */
  readonly views: Map<string, EntityView>;
  bytes: number;
}

class Generation {
  readonly entities = new Map<number, KeptEntity>();
  readonly ids = new Map<string, KeptEntity>();
  bytes = 0;
}

const emptyBytes = 450;

/**
 * What a reader keeps of entities from read to read, exact by the change log: what a change names, or may have guarded,
 * is forgotten before anything is answered. Two generations: when the young one is full the old one goes, and what is
 * asked for again becomes young.
 */
export class KeptEntities {
  readonly #context: ReadContext;
  readonly #budget: Budget;
  readonly #most: number;
  #young = new Generation();
  #old = new Generation();
  #upTo = -1;
  #isLoading = false;

  constructor(context: ReadContext, { budget, most }: { readonly budget: Budget; readonly most: number }) {
    this.#context = context;
    this.#budget = budget;
    this.#most = most;
  }

  /** Number of the newest change. Call at the beginning of each read. */
  get upTo(): number {
    return this.#upTo;
  }

  /** Forgets what has changed since. Call at the beginning of each read. */
  freshen(): void {
    const { db } = this.#context;
    const now = db.value<number | null>('SELECT max(seq) FROM change') ?? 0;
    if (now === this.#upTo && !this.#isLoading) return;
    // What a bulk load leaves for its end is derived without a change that says so.
    this.#isLoading = db.value('SELECT 1 FROM unfinished WHERE work = ?', ['load']) !== undefined;
    const changed = this.#isLoading || now < this.#upTo ? null : forgetting(this.#context, this.#upTo);
    this.#upTo = now;
    if (!changed) this.#clear();
    else for (const e of changed) this.#forget(e);
  }

  get(e: number): KeptEntity | undefined {
    return this.#young.entities.get(e) ?? this.#renew(this.#old.entities.get(e));
  }

  /** By public id; only of entities that were met as what they are now, not merged into another. */
  find(id: string): KeptEntity | undefined {
    return this.#young.ids.get(id) ?? this.#renew(this.#old.ids.get(id));
  }

  add(end: OtherEnd): KeptEntity {
    const known = this.get(end.e);
    if (known) return known;
    const entity = { ...end, holdings: null, rows: null, views: new Map<string, EntityView>(), bytes: emptyBytes };
    this.#put(entity);
    return entity;
  }

  /** The entity stands in rows or was found by its id: it answers by it. */
  name(entity: KeptEntity): void {
    if (this.#young.entities.get(entity.e) === entity) this.#young.ids.set(entity.id, entity);
  }

  /** Something was added to an entity. */
  grow(entity: KeptEntity, bytes: number): void {
    entity.bytes += bytes;
    if (this.#young.entities.get(entity.e) === entity) this.#young.bytes += bytes;
  }

  /** Call when a read has ended: gives back what is too much. */
  settle(): void {
    if (this.#young.bytes > this.#most) {
      this.#old = this.#young;
      this.#young = new Generation();
    }
    this.#budget.use(this, this.#young.bytes + this.#old.bytes, () => this.#clear());
  }

  #put(entity: KeptEntity): void {
    this.#young.entities.set(entity.e, entity);
    this.#young.bytes += entity.bytes;
  }

  #renew(entity: KeptEntity | undefined): KeptEntity | undefined {
    if (!entity) return undefined;
    const isNamed = this.#old.ids.get(entity.id) === entity;
    this.#old.entities.delete(entity.e);
    this.#old.ids.delete(entity.id);
    this.#old.bytes -= entity.bytes;
    this.#put(entity);
    if (isNamed) this.name(entity);
    return entity;
  }

  #forget(e: number): void {
    for (const generation of [this.#young, this.#old]) {
      const entity = generation.entities.get(e);
      if (!entity) continue;
      generation.entities.delete(e);
      generation.ids.delete(entity.id);
      generation.bytes -= entity.bytes;
    }
  }

  #clear(): void {
    this.#young = new Generation();
    this.#old = new Generation();
  }
}
