import type { EntityKind, Vocabulary } from '@linchpin/schema';
import { greatest, least } from '../../../model/entityView.ts';
import { LinchpinError } from '../../../model/errors.ts';
import { bundleIdOf } from '../../../model/neighbourhood.ts';
import type { Window } from '../../../model/moment.ts';
import { limits } from '../../../model/paging.ts';
import { isProtected, isTelling, type ProtectionFacts } from '../../../model/protection.ts';
import type { Scope } from '../../../model/scope.ts';
import { PERSON } from '../../../model/vocabularyWords.ts';
import { groupBy } from '../groupBy.ts';
import { seenRow, type BundleRow, type SeenRow } from '../mappers/adjacency.ts';
import { recordFacts, type EntityRecord, type RecordRow } from '../mappers/recordFacts.ts';
import type { Parameters } from '../parameters.ts';
import { findEntities, readBriefs, readProtection, readRecords } from '../queries/readEntities.ts';
import { findInWindow, readRows } from '../queries/readRows.ts';
import type { Cypher } from '../runCypher.ts';

/** What every read needs. */
export interface ReadContext {
  readonly cypher: Cypher;
  readonly vocabulary: Vocabulary;
  /** Relationship types between entities, as a pattern. */
  readonly types: string;
}

export interface FoundEntity {
  readonly id: string;
  readonly kind: string;
}

/** What is visible of an entity short of what its records say. */
export interface EntityBrief extends FoundEntity {
  readonly agencies: readonly string[];
  readonly records: number;
  readonly reports: number;
  readonly isGeneric: boolean;
  readonly neighbours: number;
  readonly firstLink: number | null;
  readonly lastLink: number | null;
  readonly lastSeen: number | null;
}

interface BriefRow extends Omit<EntityBrief, 'isGeneric' | 'lastSeen'> {
  readonly isGuarded: boolean;
  readonly generics: number;
  readonly lastOccurred: number | null;
}

export interface RowFilter {
  readonly linkKinds: readonly string[] | null;
  readonly entityKinds: readonly string[] | null;
}

const everything: RowFilter = { linkKinds: null, entityKinds: null };

/** One viewer's sight for the length of one read: what is visible, who is protected, what joins whom. */
export class Sight {
  readonly #protected = new Map<string, boolean>();

  constructor(
    readonly at: ReadContext,
    readonly scope: Scope,
  ) {}

  /** One statement with the scope among its parameters. */
  read<T extends object>(cypher: string, parameters: Parameters): Promise<T[]> {
    return this.at.cypher.read<T>(cypher, {
      ...parameters,
      agency: this.scope.agency,
      audiences: this.scope.audiences,
      protecting: this.scope.protecting,
    });
  }

  /** Visible entities by the ids asked for. */
  async find(ids: readonly string[]): Promise<ReadonlyMap<string, FoundEntity>> {
    if (ids.length === 0) return new Map();
    const rows = await this.read<FoundEntity & { asked: string }>(findEntities, { ids: [...new Set(ids)] });
    return new Map(rows.map(({ asked, id, kind }) => [asked, { id, kind }]));
  }

  /** Ids of visible entities, each once, in the order asked. */
  async findAll(ids: readonly string[]): Promise<string[]> {
    const found = await this.find(ids);
    return [...new Set(ids.flatMap((id) => found.get(id)?.id ?? []))];
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
      for (const row of facts) this.#protected.set(row.id, isProtected(row));
    }
    return new Set(people.filter((id) => this.#protected.get(id)));
  }

  /** Visible adjacency of the entities, telling links of protected people left out. */
  async rows(ids: readonly string[], { linkKinds, entityKinds }: RowFilter = everything): Promise<SeenRow[]> {
    if (ids.length === 0) return [];
    return this.present(await this.read<BundleRow>(readRows(this.at.types), { ids, linkKinds, entityKinds }));
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

  /** Rows of bundles that have a visible link in the window. */
  async inWindow(rows: readonly SeenRow[], { since, until }: Window): Promise<SeenRow[]> {
    if (since === null && until === null) return [...rows];
    const bundles = [...new Set(rows.map(bundleIdOf))];
    const found = await this.read<{ bundle: string }>(findInWindow, { bundles, since, until });
    const matching = new Set(found.map(({ bundle }) => bundle));
    return rows.filter((row) => matching.has(bundleIdOf(row)));
  }

  /** Briefs of visible entities, by id; others are absent. */
  async briefs(ids: readonly string[]): Promise<ReadonlyMap<string, EntityBrief>> {
    if (ids.length === 0) return new Map();
    const found = await this.read<BriefRow>(readBriefs(this.at.types), {
      ids: [...new Set(ids)],
      generic: limits.genericNeighbours,
    });
    const rows = await this.rows(found.filter(({ isGuarded }) => isGuarded).map(({ id }) => id));
    const byEntity = groupBy(rows, ({ entityId }) => entityId);
    return new Map(
      found.map((row) => [row.id, brief(row.isGuarded ? { ...row, ...linkFacts(byEntity.get(row.id) ?? []) } : row)]),
    );
  }

  /** Visible records by entity. */
  async records(ids: readonly string[]): Promise<ReadonlyMap<string, EntityRecord[]>> {
    if (ids.length === 0) return new Map();
    const rows = await this.read<RecordRow>(readRecords, { ids: [...new Set(ids)] });
    return groupBy(rows.map(recordFacts), ({ entityId }) => entityId);
  }
}

/** Holdings count telling links too: for guarded entities the visible rows are counted instead. */
function linkFacts(rows: readonly SeenRow[]): Pick<EntityBrief, 'neighbours' | 'firstLink' | 'lastLink'> {
  return {
    neighbours: new Set(rows.map(({ otherId }) => otherId)).size,
    firstLink: least(rows.map(({ first }) => first)),
    lastLink: greatest(rows.map(({ last }) => last)),
  };
}

function brief({ isGuarded: _, generics, lastOccurred, ...row }: BriefRow): EntityBrief {
  return {
    ...row,
    agencies: [...row.agencies].sort(),
    isGeneric: generics > 0 || row.neighbours >= limits.genericNeighbours,
    lastSeen: greatest([row.lastLink, lastOccurred]),
  };
}
