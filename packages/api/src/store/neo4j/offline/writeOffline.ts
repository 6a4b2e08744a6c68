import { mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { LinchpinError } from '../../../model/errors.ts';
import type { PreparedRecord, PreparedReport } from '../../../model/prepared.ts';
import type { PublicIds } from '../../../model/publicIds.ts';
import type { AddOutcome } from '../../ports/graphStore.ts';
import { bundleRows, type BundleRow } from '../write/bundleRows.ts';
import { holdingRows, type HoldingRow } from '../write/holdingRows.ts';
import { idempotencyOf, reportRow, type PlacedReport } from '../write/reportRows.ts';
import type { WriteContext } from '../write/writeContext.ts';
import { columns, inOrder, joins } from './columns.ts';
import { CsvFile } from './csvFile.ts';
import { deriveOffline } from './deriveOffline.ts';
import { importCommand } from './importCommand.ts';
import { writeKept, type KeptNode } from './keptNodes.ts';
import { Spill } from './spill.ts';

export interface OfflineFiles {
  /** As `GraphStore.addReports`, on a store that was empty before the first. */
  add(reports: readonly PreparedReport[]): readonly AddOutcome[];
  /** Writes what is derived. Gives the arguments of `neo4j-admin` that take the files in. */
  finish(): Promise<readonly string[]>;
}

export interface OfflineOptions extends Pick<WriteContext, 'vocabulary'> {
  readonly ids: Pick<PublicIds, 'digest' | 'entity'>;
  /** Must be empty or not there: nothing of an earlier run may be mixed in. */
  readonly folder: string;
  readonly database: string;
  /** Settings, directory and audit log of the database that the files will replace, as they are in the end. */
  readonly kept: () => Promise<readonly KeptNode[]>;
}

export interface SpilledEntity {
  readonly id: string;
  readonly kind: string;
  /** Digest. */
  readonly key: string | null;
}

export interface Spills {
  readonly entities: Spill<SpilledEntity>;
  readonly holdings: Spill<HoldingRow>;
  readonly bundles: Spill<BundleRow>;
  readonly keys: Spill<string>;
}

/**
 * Files for the offline import of an empty Neo4j: everything that writing over Bolt would have made but what opening the
 * database derives (bounds and hubs). Memory grows with the numbers of reports alone; the rest waits on disk.
 * @throws LinchpinError INVALID when the folder holds something.
 */
export function writeOffline(options: OfflineOptions): OfflineFiles {
  const { folder, vocabulary, ids } = options;
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  if (readdirSync(folder).length > 0)
    throw new LinchpinError('INVALID', 'The folder for the offline import holds files already: empty it, or name another.');
  const open = (name: string, header: readonly string[]): CsvFile => new CsvFile(join(folder, `${name}.csv`), header);
  const nodes = {
    Report: open('reports', columns.report),
    Record: open('records', columns.record),
    Link: open('links', columns.link),
    Entity: open('entities', columns.entity),
    Holding: open('holdings', columns.holding),
    Key: open('keys', columns.key),
    Change: open('changes', columns.change),
    Ledger: open('ledger', columns.ledger),
  };
  const relationships = Object.fromEntries(
    Object.entries(joins).map(([type, [from, to]]) => [type, open(type.toLowerCase(), [`:START_ID(${from})`, `:END_ID(${to})`])]),
  ) as Record<keyof typeof joins, CsvFile>;
  const bundles = open('bundles', columns.bundle);
  const spills: Spills = {
    entities: new Spill(folder, 'entities'),
    holdings: new Spill(folder, 'holdings'),
    bundles: new Spill(folder, 'bundles'),
    keys: new Spill(folder, 'keys'),
  };
  const known = new KnownReports(new Owners(ids));
  let seq = 0;

  const writeReport = (placed: PlacedReport): void => {
    const row = reportRow(placed, vocabulary) as unknown as WrittenReport;
    const { said } = row;
    nodes.Report.write(inOrder(columns.report, said));
    for (const [at, record] of row.records.entries()) {
      nodes.Record.write(inOrder(columns.record, { ...said, ...record }));
      relationships.IN.write([record.id, said.id]);
      relationships.OF.write([record.id, record.entity]);
      const { kind, key } = placed.report.records[at]!;
      spills.entities.add(record.entity, { id: record.entity, kind, key: key === null ? null : ids.digest(key) });
      for (const value of record.keys) {
        relationships.KNOWN_BY.write([record.id, value]);
        spills.keys.add(value, value);
      }
    }
    const recordIds = new Map(row.records.map(({ id, ordinal }) => [ordinal, id]));
    for (const link of row.links) {
      nodes.Link.write(inOrder(columns.link, { ...said, isWeak: row.isWeak, ...link }));
      relationships.FROM.write([link.id, recordIds.get(link.from)]);
      relationships.TO.write([link.id, recordIds.get(link.to)]);
    }
    const entityIds = [...new Set(placed.entityIds)].sort();
    const named = entityIds.length > 1_000 ? [] : entityIds;
    nodes.Change.write(inOrder(columns.change, { seq: ++seq, kind: 'ADDED', entityIds: named, reportNumber: said.number }));
  };

  return {
    add(reports) {
      const placed: PlacedReport[] = [];
      const outcomes = reports.map((report): AddOutcome => {
        const outcome = known.outcomeOf(report);
        if (outcome.kind === 'added') placed.push({ report, entityIds: outcome.entityIds });
        return outcome;
      });
      for (const one of placed) writeReport(one);
      for (const row of bundleRows(placed, vocabulary)) spills.bundles.add(row.from, row);
      for (const row of holdingRows(placed)) spills.holdings.add(row.entity, row);
      return outcomes;
    },
    async finish() {
      await deriveOffline(spills, { nodes, about: relationships.ABOUT, bundles });
      nodes.Ledger.write(['evidence', seq]);
      const kept = writeKept(folder, await options.kept());
      const files = { nodes: [...Object.entries(nodes), ...Object.entries(kept)], relationships, bundles };
      for (const file of [...files.nodes.map(([, one]) => one), ...Object.values(relationships), bundles]) file.close();
      for (const spill of Object.values(spills)) spill.remove();
      return importCommand(options.database, files);
    },
  };
}

/** What `reportRow` makes, as far as it is read here. */
interface WrittenReport {
  readonly said: { readonly id: string; readonly number: string };
  readonly isWeak: boolean;
  readonly records: readonly {
    readonly id: string;
    readonly entity: string;
    readonly ordinal: number;
    readonly keys: readonly string[];
  }[];
  readonly links: readonly { readonly id: string; readonly from: number; readonly to: number }[];
}

/** Reports taken so far. */
class KnownReports {
  readonly #owners: Owners;
  readonly #numbers = new Set<string>();
  readonly #byKey = new Map<string, Extract<AddOutcome, { kind: 'added' | 'known' }> & { readonly bodyHash: string }>();

  constructor(owners: Owners) {
    this.#owners = owners;
  }

  outcomeOf(report: PreparedReport): AddOutcome {
    const { number, id: reportId, idempotency } = report;
    const key = idempotencyOf(report);
    const same = key === null ? undefined : this.#byKey.get(key);
    if (same && same.bodyHash !== idempotency?.bodyHash) return { kind: 'conflict', number: same.number };
    if (same) return { kind: 'known', number: same.number, reportId: same.reportId, entityIds: same.entityIds };
    if (this.#numbers.has(number)) return { kind: 'numberTaken', number };
    this.#numbers.add(number);
    const entityIds = report.records.map((record) => this.#owners.place(record));
    const outcome = { kind: 'added', number, reportId, entityIds } as const;
    if (key !== null && idempotency) this.#byKey.set(key, { ...outcome, bodyHash: idempotency.bodyHash });
    return outcome;
  }
}

/** Which entity has a key. Ids that are made from their keys need no remembering; the first record of another key names its entity. */
class Owners {
  readonly #ids: OfflineOptions['ids'];
  readonly #drawn = new Map<string, string>();

  constructor(ids: OfflineOptions['ids']) {
    this.#ids = ids;
  }

  place({ key, proposedEntityId }: PreparedRecord): string {
    if (key === null) return proposedEntityId;
    const owner = this.#drawn.get(key);
    if (owner !== undefined) return owner;
    if (proposedEntityId !== this.#ids.entity(key)) this.#drawn.set(key, proposedEntityId);
    return proposedEntityId;
  }
}
