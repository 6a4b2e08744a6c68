import type { EntityKind, Vocabulary } from '@linchpin/schema';
import { greatest, least } from '../../../model/entityView.ts';
import { LinchpinError } from '../../../model/errors.ts';
import { limits } from '../../../model/paging.ts';
import { isProtected, isTelling, type ProtectionFacts } from '../../../model/protection.ts';
import type { Scope } from '../../../model/scope.ts';
import { PERSON } from '../../../model/vocabularyWords.ts';
import { groupBy } from '../groupBy.ts';
import type { HubMemory } from '../hub/hubMemory.ts';
import { entityRows, seenRow, type BundleRow, type RowColumns, type SeenRow } from '../mappers/adjacency.ts';
import { recordFacts, type EntityRecord, type RecordRow } from '../mappers/recordFacts.ts';
import type { Parameters } from '../parameters.ts';
import { readAround } from '../queries/readAround.ts';
import { findEntities, readBriefs, readProtection, readRecords } from '../queries/readEntities.ts';
import type { Cypher } from '../runCypher.ts';
import { partsOf, type EntityParts, type PartColumns } from './entityParts.ts';
import { SeenHub } from './seenHub.ts';

/** What every read needs. */
export interface ReadContext {
  readonly cypher: Pick<Cypher, 'read'>;
  readonly vocabulary: Vocabulary;
  /** Relationship types between entities, as a pattern. */
  readonly types: string;
  readonly hubs: HubMemory;
  /** Something may be written between two statements of the read. */
  readonly mayStraddle: boolean;
}

export interface FoundEntity {
  readonly id: string;
  readonly kind: string;
}

export interface FoundHub extends FoundEntity {
  readonly version: number;
  readonly isGuarded: boolean;
}

/** What is visible of an entity short of what its records say. */
export interface EntityBrief extends FoundEntity {
  readonly agencies: readonly string[];
  readonly records: number;
  readonly reports: number;
  readonly isGeneric: boolean;
  readonly lastSeen: number | null;
}

interface BriefRow extends FoundEntity {
  readonly agencies: readonly string[];
  readonly records: number;
  readonly reports: number;
  readonly generics: number;
  readonly version: number | null;
  readonly isGuarded: boolean;
  readonly lastOccurred: number | null;
  readonly lastLink: number | null;
}

export interface RowFilter {
  readonly linkKinds: readonly string[] | null;
  readonly entityKinds: readonly string[] | null;
}

export interface Around {
  /** By the ids asked for; nothing is told of those that are not visible. */
  readonly found: ReadonlyMap<string, FoundEntity>;
  /** Of those that are no hubs. */
  readonly rows: readonly SeenRow[];
  readonly hubs: readonly FoundHub[];
  /** Of the neighbours, as far as they were asked for. */
  readonly parts: readonly EntityParts[];
}

interface AroundRow extends FoundEntity {
  readonly asked: string;
  readonly version: number | null;
  readonly isGuarded: boolean;
  readonly rows: readonly RowColumns[];
  readonly parts: readonly PartColumns[];
}

export const everything: RowFilter = { linkKinds: null, entityKinds: null };
const nobody: Around = { found: new Map(), rows: [], hubs: [], parts: [] };

/** One viewer's sight for the length of one read: what is visible, who is protected, what joins whom. */
export class Sight {
  readonly #protected = new Map<string, boolean>();
  #seq: number | null = null;

  constructor(
    readonly at: ReadContext,
    readonly scope: Scope,
  ) {}

  /**
   * One statement with the scope among its parameters.
   * @throws Straddled when the statement tells the change number and something was written since an earlier one.
   */
  async read<T extends object>(cypher: string, parameters: Parameters): Promise<T[]> {
    const rows = await this.at.cypher.read<T & { readonly seq?: number }>(cypher, {
      ...parameters,
      agency: this.scope.agency,
      audiences: this.scope.audiences,
      protecting: this.scope.protecting,
    });
    const seq = rows[0]?.seq;
    if (!this.at.mayStraddle && seq !== undefined && this.#seq !== null && seq !== this.#seq) throw new Straddled();
    this.#seq = seq ?? this.#seq;
    return rows;
  }

  /** Visible entities by the ids asked for. */
  find(ids: readonly string[]): Promise<ReadonlyMap<string, FoundEntity>> {
    return this.findWithVersions(ids);
  }

  /** The same, with the version of those that are hubs. */
  async findWithVersions(
    ids: readonly string[],
  ): Promise<ReadonlyMap<string, FoundEntity & { readonly version: number | null }>> {
    if (ids.length === 0) return new Map();
    const rows = await this.read<FoundEntity & { asked: string; version: number | null }>(findEntities, {
      ids: [...new Set(ids)],
    });
    return new Map(rows.map(({ asked, id, kind, version }) => [asked, { id, kind, version }]));
  }

  kindOf(name: string): EntityKind {
    const kind = this.at.vocabulary.entityKinds.get(name);
    if (!kind)
      throw new LinchpinError('UNAVAILABLE', `The store holds entities of the kind ${name}, which this program does not know.`);
    return kind;
  }

  /** Those of the entities who are protected from this viewer. */
  async protectedAmong(entities: Iterable<FoundEntity>): Promise<ReadonlySet<string>> {
    const people = [...new Set([...entities].flatMap(({ id, kind }) => (kind === PERSON ? [id] : [])))];
    const unknown = people.filter((id) => !this.#protected.has(id));
    if (unknown.length > 0) {
      const facts = await this.read<ProtectionFacts & { id: string }>(readProtection, { ids: unknown });
      for (const id of unknown) this.#protected.set(id, false);
      for (const row of facts) this.noteProtection(row.id, row);
    }
    return new Set(people.filter((id) => this.#protected.get(id)));
  }

  /** What a statement told of a person in passing need not be asked again. */
  noteProtection(id: string, facts: ProtectionFacts): void {
    this.#protected.set(id, isProtected(facts));
  }

  /**
   * Entities with what joins them to others, in one statement, telling links of protected people left out.
   * @param page of an entity of no more neighbours than these, the parts of their views come too.
   */
  async around(ids: readonly string[], { linkKinds, entityKinds }: RowFilter = everything, page = 0): Promise<Around> {
    if (ids.length === 0) return nobody;
    const found = await this.read<AroundRow>(readAround(this.at.types), {
      ids: [...new Set(ids)],
      linkKinds,
      entityKinds,
      page,
    });
    const distinct = [...new Map(found.map((row) => [row.id, row])).values()];
    const bundles = distinct.flatMap((row) => entityRows(row, row.rows));
    const parts = distinct.flatMap((row) => row.parts.map(partsOf));
    for (const part of parts) if (part.kind === PERSON) this.noteProtection(part.id, part);
    return {
      found: new Map(found.map(({ asked, id, kind }) => [asked, { id, kind }])),
      rows: await this.present(bundles),
      hubs: distinct.flatMap(({ id, kind, version, isGuarded }) => (version === null ? [] : { id, kind, version, isGuarded })),
      parts,
    };
  }

  /** Visible adjacency of the entities, hubs among them, telling links of protected people left out. */
  async rows(ids: readonly string[], filter: RowFilter = everything): Promise<SeenRow[]> {
    return this.allRows(await this.around(ids, filter), filter);
  }

  async allRows({ rows, hubs }: Around, filter: RowFilter = everything): Promise<SeenRow[]> {
    const all = [...rows];
    for (const hub of hubs) for (const row of (await this.hub(hub)).rows(filter)) all.push(row);
    return all;
  }

  hub(hub: FoundHub): Promise<SeenHub> {
    return SeenHub.open(this, hub);
  }

  async present(rows: readonly BundleRow[]): Promise<SeenRow[]> {
    const telling = rows.filter((row) => row.isGuarded && isTelling(row.linkKind, row.entityKind, row.otherKind));
    const protectedIds = await this.protectedAmong(
      telling.flatMap((row) => [
        { id: row.entityId, kind: row.entityKind },
        { id: row.otherId, kind: row.otherKind },
      ]),
    );
    const hidden = new Set(telling.filter((row) => protectedIds.has(row.entityId) || protectedIds.has(row.otherId)));
    return rows.filter((row) => !hidden.has(row)).map((row) => seenRow(this.at.vocabulary, row));
  }

  /** Briefs of visible entities, by id; others are absent. */
  async briefs(ids: readonly string[]): Promise<ReadonlyMap<string, EntityBrief>> {
    if (ids.length === 0) return new Map();
    const found = await this.read<BriefRow>(readBriefs, { ids: [...new Set(ids)] });
    const guarded = found.filter(({ isGuarded, version }) => isGuarded && version === null).map(({ id }) => id);
    const byEntity = groupBy(await this.rows(guarded), ({ entityId }) => entityId);
    const briefs = new Map<string, EntityBrief>();
    for (const { generics, version, isGuarded, lastOccurred, ...row } of found) {
      const hub = version === null ? null : await this.hub({ id: row.id, kind: row.kind, version, isGuarded });
      const lastLink = hub ? hub.summary().lastLink : isGuarded ? linkSpan(byEntity.get(row.id) ?? []).lastLink : row.lastLink;
      briefs.set(row.id, {
        ...row,
        agencies: [...row.agencies].sort(),
        isGeneric: generics > 0 || (hub?.summary().neighbours ?? 0) >= limits.genericNeighbours,
        lastSeen: greatest([lastLink, lastOccurred]),
      });
    }
    return briefs;
  }

  /** Visible records by entity. */
  async records(ids: readonly string[]): Promise<ReadonlyMap<string, EntityRecord[]>> {
    if (ids.length === 0) return new Map();
    const rows = await this.read<RecordRow>(readRecords, { ids: [...new Set(ids)] });
    return groupBy(rows.map(recordFacts), ({ entityId }) => entityId);
  }
}

/** Something was written between two statements of one read. */
export class Straddled extends Error {}

/** Holdings count telling links too: for guarded entities the visible rows are counted instead. */
export function linkSpan(rows: readonly SeenRow[]): { readonly firstLink: number | null; readonly lastLink: number | null } {
  return { firstLink: least(rows.map(({ first }) => first)), lastLink: greatest(rows.map(({ last }) => last)) };
}
