import type { PreparedRecord, PreparedReport } from '../../../model/prepared.ts';
import type { AddOutcome } from '../../ports/graphStore.ts';
import { findById, findByKey, findReports } from '../queries/addReports.ts';
import type { WriteTransaction } from '../runCypher.ts';
import { idempotencyOf, type PlacedReport } from './reportRows.ts';

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
  readonly key: string | null;
}

export interface Placement {
  readonly outcomes: readonly AddOutcome[];
  readonly placed: readonly PlacedReport[];
  readonly entities: readonly NewEntity[];
}

/**
 * Decides for each report, in order, whether it is new, and which entity each record of a new one belongs to.
 * @param isAgain a first attempt may have been committed without our hearing of it: its reports are then there under their ids.
 */
export async function placeReports(
  transaction: WriteTransaction,
  reports: readonly PreparedReport[],
  isAgain: boolean,
): Promise<Placement> {
  const known = await transaction.run<KnownReport>(findReports, {
    ids: isAgain ? reports.map(({ id }) => id) : [],
    numbers: reports.map(({ number }) => number),
    keys: reports.flatMap((report) => idempotencyOf(report) ?? []),
  });
  const owners = await Owners.read(transaction, reports);
  const placed: PlacedReport[] = [];
  const outcomes = reports.map((report): AddOutcome => {
    const outcome = outcomeOfKnown([...known, ...placed.map(asKnown)], report, isAgain);
    if (outcome) return outcome;
    const entityIds = report.records.map((record) => owners.place(record));
    placed.push({ report, entityIds });
    return { kind: 'added', number: report.number, reportId: report.id, entityIds };
  });
  return { outcomes, placed, entities: owners.made };
}

function outcomeOfKnown(known: readonly KnownReport[], report: PreparedReport, isAgain: boolean): AddOutcome | null {
  const written = isAgain ? known.find(({ id }) => id === report.id) : undefined;
  if (written) return { kind: 'added', number: written.number, reportId: written.id, entityIds: written.entityIds };
  const key = idempotencyOf(report);
  const same = key === null ? undefined : known.find(({ idempotency }) => idempotency === key);
  if (same && same.bodyHash !== report.idempotency?.bodyHash) return { kind: 'conflict', number: same.number };
  if (same) return { kind: 'known', number: same.number, reportId: same.id, entityIds: same.entityIds };
  return known.some(({ number }) => number === report.number) ? { kind: 'numberTaken', number: report.number } : null;
}

function asKnown({ report, entityIds }: PlacedReport): KnownReport {
  const bodyHash = report.idempotency?.bodyHash ?? null;
  return { id: report.id, number: report.number, idempotency: idempotencyOf(report), bodyHash, entityIds };
}

/** Which entity has a key, and where merged-away entities went. */
class Owners {
  readonly made: NewEntity[] = [];
  readonly #byKey: Map<string, string>;
  readonly #byId: Map<string, string>;

  private constructor(byKey: Map<string, string>, byId: Map<string, string>) {
    this.#byKey = byKey;
    this.#byId = byId;
  }

  static async read(transaction: WriteTransaction, reports: readonly PreparedReport[]): Promise<Owners> {
    const records = reports.flatMap((report) => report.records);
    const keys = [...new Set(records.flatMap(({ key }) => key ?? []))];
    const ids = [...new Set(records.map(({ proposedEntityId }) => proposedEntityId))];
    const [byKey, byId] = await Promise.all([
      transaction.run<{ key: string; id: string }>(findByKey, { keys }),
      transaction.run<{ named: string; id: string }>(findById, { ids }),
    ]);
    return new Owners(new Map(byKey.map(({ key, id }) => [key, id])), new Map(byId.map(({ named, id }) => [named, id])));
  }

  place({ kind, key, proposedEntityId }: PreparedRecord): string {
    const owner = (key !== null && this.#byKey.get(key)) || this.#byId.get(proposedEntityId);
    if (owner) return owner;
    this.made.push({ id: proposedEntityId, kind, key });
    this.#byId.set(proposedEntityId, proposedEntityId);
    if (key !== null) this.#byKey.set(key, proposedEntityId);
    return proposedEntityId;
  }
}
