import type { PreparedRecord, PreparedReport } from '../../../model/prepared.ts';
import type { AddOutcome } from '../../ports/graphStore.ts';
import { findById, findByKey, findReports } from '../queries/addReports.ts';
import type { WriteTransaction } from '../runCypher.ts';
import { idempotencyOf, type PlacedReport } from './reportRows.ts';
import type { WriteContext } from './writeContext.ts';

interface KnownReport {
  readonly id: string;
  readonly number: string;
  readonly idempotency: string | null;
  readonly bodyHash: string | null;
  readonly entityIds: readonly string[];
}

export interface NewEntity {
  readonly id: string;
  readonly kind: string;
  /** Keyed digest: an entity outlives its records, its number must not. */
  readonly key: string | null;
  /** Agencies that hold it. */
  readonly holders: readonly string[];
}

export interface Placement {
  readonly outcomes: readonly AddOutcome[];
  readonly placed: readonly PlacedReport[];
  readonly entities: readonly NewEntity[];
  /** Ids of entities that were there and may be protected. */
  readonly protectable: ReadonlySet<string>;
  /** Ids of entities that are hubs already. */
  readonly hubs: ReadonlySet<string>;
}

/**
 * Decides for each report, in order, whether it is new, and which entity each record of a new one belongs to.
 * @param isAgain a first attempt may have been committed without our hearing of it: its reports are then there under their ids.
 */
export async function placeReports(
  transaction: WriteTransaction,
  { at, reports, isAgain }: { readonly at: WriteContext; readonly reports: readonly PreparedReport[]; readonly isAgain: boolean },
): Promise<Placement> {
  const known = await transaction.run<KnownReport>(findReports, {
    ids: isAgain ? reports.map(({ id }) => id) : [],
    numbers: reports.map(({ number }) => number),
    keys: reports.flatMap((report) => idempotencyOf(report) ?? []),
  });
  const owners = await Owners.read(transaction, at.ids, reports);
  const taken = new KnownReports(known);
  const placed: PlacedReport[] = [];
  const outcomes = reports.map((report): AddOutcome => {
    const outcome = outcomeOfKnown(taken, report, isAgain);
    if (outcome) return outcome;
    const entityIds = report.records.map((record) => owners.place(record, report.origin.agency));
    placed.push({ report, entityIds });
    taken.add(asKnown({ report, entityIds }));
    return { kind: 'added', number: report.number, reportId: report.id, entityIds };
  });
  return { outcomes, placed, entities: owners.made, protectable: owners.protectable, hubs: owners.hubs };
}

/** Reports that are there or were placed just now, each under its id, number and idempotency key: the store keeps those unique. */
class KnownReports {
  readonly byId = new Map<string, KnownReport>();
  readonly byNumber = new Map<string, KnownReport>();
  readonly byKey = new Map<string, KnownReport>();

  constructor(known: readonly KnownReport[]) {
    for (const report of known) this.add(report);
  }

  add(report: KnownReport): void {
    this.byId.set(report.id, report);
    this.byNumber.set(report.number, report);
    if (report.idempotency !== null) this.byKey.set(report.idempotency, report);
  }
}

function outcomeOfKnown(known: KnownReports, report: PreparedReport, isAgain: boolean): AddOutcome | null {
  const written = isAgain ? known.byId.get(report.id) : undefined;
  if (written) return { kind: 'added', number: written.number, reportId: written.id, entityIds: written.entityIds };
  const key = idempotencyOf(report);
  const same = key === null ? undefined : known.byKey.get(key);
  if (same && same.bodyHash !== report.idempotency?.bodyHash) return { kind: 'conflict', number: same.number };
  if (same) return { kind: 'known', number: same.number, reportId: same.id, entityIds: same.entityIds };
  return known.byNumber.has(report.number) ? { kind: 'numberTaken', number: report.number } : null;
}

function asKnown({ report, entityIds }: PlacedReport): KnownReport {
  const bodyHash = report.idempotency?.bodyHash ?? null;
  return { id: report.id, number: report.number, idempotency: idempotencyOf(report), bodyHash, entityIds };
}

interface FoundOwner {
  readonly named: string;
  readonly id: string;
  readonly isProtectable: boolean;
  readonly isHub: boolean;
}

/** Which entity has a key, and where merged-away entities went. */
class Owners {
  readonly made: NewEntity[] = [];
  readonly protectable = new Set<string>();
  readonly hubs = new Set<string>();
  readonly #ids: WriteContext['ids'];
  readonly #byKey = new Map<string, string>();
  readonly #byId = new Map<string, string>();

  private constructor(ids: WriteContext['ids']) {
    this.#ids = ids;
  }

  /** Ids are asked only for records whose key nobody has: an entity made for a key has it. */
  static async read(
    transaction: WriteTransaction,
    ids: WriteContext['ids'],
    reports: readonly PreparedReport[],
  ): Promise<Owners> {
    const owners = new Owners(ids);
    const records = reports.flatMap((report) => report.records);
    const digests = new Map(records.flatMap(({ key }) => (key === null ? [] : [[ids.digest(key), key] as const])));
    for (const found of await transaction.run<FoundOwner>(findByKey, { keys: [...digests.keys()] }))
      owners.#know(owners.#byKey, digests.get(found.named)!, found);
    const unknown = records.filter(({ key }) => key === null || !owners.#byKey.has(key));
    const asked = [...new Set(unknown.map(({ proposedEntityId }) => proposedEntityId))];
    if (asked.length > 0)
      for (const found of await transaction.run<FoundOwner>(findById, { ids: asked }))
        owners.#know(owners.#byId, found.named, found);
    return owners;
  }

  #know(owners: Map<string, string>, named: string, { id, isProtectable, isHub }: FoundOwner): void {
    owners.set(named, id);
    if (isProtectable) this.protectable.add(id);
    if (isHub) this.hubs.add(id);
  }

  place({ kind, key, proposedEntityId }: PreparedRecord, agency: string): string {
    const owner = (key !== null && this.#byKey.get(key)) || this.#byId.get(proposedEntityId);
    if (owner) return owner;
    this.made.push({ id: proposedEntityId, kind, key: key === null ? null : this.#ids.digest(key), holders: [agency] });
    this.#byId.set(proposedEntityId, proposedEntityId);
    if (key !== null) this.#byKey.set(key, proposedEntityId);
    return proposedEntityId;
  }
}
