import type { Vocabulary } from '@linchpin/schema';
import { directionOf } from '../mappers/adjacency.ts';
import { hubChangesAfter, readHubLinks, readHubLinksTo, readHubRecords, readHubRecordsOf } from '../queries/readHubs.ts';
import type { Cypher } from '../runCypher.ts';
import { HubLinks, type HubLinkRow } from './hubLinks.ts';
import { HubNames } from './hubNames.ts';
import { HubRecords, type HubRecordRow } from './hubRecords.ts';

interface Kept<T extends { readonly size: number }> {
  what: T;
  /** Newest change that it has. */
  version: number;
  /** Changes up to here were whole when they were read: while a commit is applied, a reader may see a part of it. */
  settled: number;
  /** When `version` was first seen, of `performance.now()`. */
  seenAt: number;
}

interface HubChange {
  readonly others: readonly string[];
  readonly numbers: readonly string[];
}

interface HubChanges {
  readonly changes: readonly HubChange[];
  /** Of the hub, read after the changes were. */
  readonly version: number;
}

interface HubMemoryOptions {
  readonly vocabulary: Vocabulary;
  readonly types: string;
  /** Rows kept in all. */
  readonly most: number;
  /** Who is further behind a hub's version reads it anew: changes before may be gone. */
  readonly changesKept: number;
}

interface StoredLink extends Omit<HubLinkRow, 'direction'> {
  readonly isOut: boolean;
}

/** Milliseconds after which a commit that was seen in part is seen whole. */
const applied = 2_000;

/**
 * Hubs in memory: relationships and records of entities that have many, exact by the version that every write which
 * touches a hub gives it. What was written since is read; the least used go when there are too many rows.
 */
export class HubMemory {
  readonly names = new HubNames();
  readonly #cypher: Pick<Cypher, 'read'>;
  readonly #vocabulary: Vocabulary;
  readonly #types: string;
  readonly #most: number;
  readonly #changesKept: number;
  readonly #links = new Map<string, Kept<HubLinks>>();
  readonly #records = new Map<string, Kept<HubRecords>>();
  /** One reading at a time for each hub, whoever asks. */
  readonly #reading = new Map<string, Promise<unknown>>();

  constructor(cypher: Pick<Cypher, 'read'>, { vocabulary, types, most, changesKept }: HubMemoryOptions) {
    this.#cypher = cypher;
    this.#changesKept = changesKept;
    this.#vocabulary = vocabulary;
    this.#types = types;
    this.#most = most;
  }

  /** @param version of the hub, read from the store by whoever asks. */
  links(id: string, version: number): Promise<HubLinks> {
    return this.#upToDate(this.#links, id, version, {
      load: async () => {
        const links = new HubLinks(id, this.names);
        for (const row of await this.#cypher.read<StoredLink>(readHubLinks(this.#types), { id })) links.add(this.#linkRow(row));
        return links;
      },
      follow: async (links, { others }) => {
        const rows = await this.#cypher.read<StoredLink>(readHubLinksTo(this.#types), { id, others });
        links.replace(
          others,
          rows.map((row) => this.#linkRow(row)),
        );
        return links.isSparse ? links.compacted() : links;
      },
    });
  }

  records(id: string, version: number): Promise<HubRecords> {
    return this.#upToDate(this.#records, id, version, {
      load: async () => {
        const records = new HubRecords(this.names);
        records.add(await this.#cypher.read<HubRecordRow>(readHubRecords, { id }));
        return records;
      },
      follow: async (records, { numbers }) => {
        records.replace(numbers, await this.#cypher.read<HubRecordRow>(readHubRecordsOf, { id, numbers }));
        return records;
      },
    });
  }

  async #upToDate<T extends { readonly size: number }>(
    kept: Map<string, Kept<T>>,
    id: string,
    version: number,
    read: { readonly load: () => Promise<T>; readonly follow: (what: T, change: HubChange) => Promise<T> },
  ): Promise<T> {
    const known = kept.get(id);
    if (known && isCurrent(known, version)) {
      kept.delete(id);
      kept.set(id, known);
      return known.what;
    }
    const reading = `${kept === (this.#links as unknown) ? 'links' : 'records'} ${id}`;
    const before = this.#reading.get(reading) ?? Promise.resolve();
    const mine = before.catch(() => {}).then(() => this.#bring(kept, id, version, read));
    this.#reading.set(reading, mine);
    try {
      return await mine;
    } finally {
      if (this.#reading.get(reading) === mine) this.#reading.delete(reading);
    }
  }

  async #bring<T extends { readonly size: number }>(
    kept: Map<string, Kept<T>>,
    id: string,
    version: number,
    { load, follow }: { readonly load: () => Promise<T>; readonly follow: (what: T, change: HubChange) => Promise<T> },
  ): Promise<T> {
    const known = kept.get(id);
    if (known && isCurrent(known, version)) return known.what;
    const seenAt = performance.now();
    const change = known && (await this.#changesAfter(id, known.settled));
    if (!known || !change) {
      const what = await load();
      kept.delete(id);
      kept.set(id, { what, version, settled: version - 1, seenAt });
      this.#makeRoom();
      return what;
    }
    const what = await follow(known.what, change);
    // Writes go one after another: when one is seen, those before it are whole.
    if (version > known.version) Object.assign(known, { what, version, settled: version - 1, seenAt });
    else Object.assign(known, { what, settled: known.version });
    return what;
  }

  /**
   * All that was touched after a version; null where some of it may have been taken away. Changes are taken away by how far
   * they are behind the version, which is read after them: who misses one of them also sees how far behind it is.
   */
  async #changesAfter(id: string, after: number): Promise<HubChange | null> {
    const [found] = await this.#cypher.read<HubChanges>(hubChangesAfter, { id, after });
    if (!found || found.version - after > this.#changesKept) return null;
    return {
      others: [...new Set(found.changes.flatMap(({ others }) => others))],
      numbers: [...new Set(found.changes.flatMap(({ numbers }) => numbers))],
    };
  }

  #makeRoom(): void {
    for (const kept of [this.#records, this.#links] as const) {
      let rows = [...kept.values()].reduce((sum, { what }) => sum + what.size, 0);
      for (const [id, { what }] of kept) {
        if (rows <= this.#most / 2 || kept.size === 1) break;
        rows -= what.size;
        kept.delete(id);
      }
    }
  }

  #linkRow({ isOut, ...row }: StoredLink): HubLinkRow {
    return { ...row, direction: directionOf(this.#vocabulary, row.linkKind, isOut) };
  }
}

/** Settled, or so fresh that it cannot be told yet. */
function isCurrent({ version, settled, seenAt }: Kept<{ readonly size: number }>, asked: number): boolean {
  if (asked > version) return false;
  return settled >= version || performance.now() - seenAt < applied;
}
