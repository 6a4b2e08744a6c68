import { LinchpinError } from '../../../model/errors.ts';
import type { PreparedLink, PreparedRecord, PreparedReport } from '../../../model/prepared.ts';
import type { AddOutcome, Change, Retraction } from '../../ports/graphStore.ts';

export interface HeldReport {
  readonly report: PreparedReport;
  /** [] once retracted. */
  records: readonly HeldRecord[];
  links: readonly HeldLink[];
  isRetracted: boolean;
}

export interface HeldRecord {
  readonly record: PreparedRecord;
  readonly report: PreparedReport;
  entityId: string;
}

export interface HeldLink {
  readonly link: PreparedLink;
  readonly report: PreparedReport;
  readonly from: HeldRecord;
  readonly to: HeldRecord;
}

/** Everything that was said, and which record belongs to which entity: the writing half of the reference model. */
export class World {
  readonly reports: HeldReport[] = [];
  readonly changes: Change[] = [];
  /** Every entity that ever was, by id. An entity keeps its kind and its key without records. */
  private readonly kinds = new Map<string, string>();
  private readonly keys = new Map<string, string>();
  private readonly redirects = new Map<string, string>();

  records(): HeldRecord[] {
    return this.reports.flatMap(({ records }) => records);
  }

  /** Where an id leads after merges; itself when it leads nowhere else. */
  resolve(id: string): string {
    const next = this.redirects.get(id);
    return next === undefined ? id : this.resolve(next);
  }

  add(report: PreparedReport): AddOutcome {
    const { idempotency, origin, number } = report;
    const known = this.reports.find(
      (held) =>
        idempotency !== null && held.report.origin.agency === origin.agency && held.report.idempotency?.key === idempotency.key,
    );
    if (known) {
      // A conflict names the report that has the key. Retracted and sent again stays retracted, and has no entities.
      if (known.report.idempotency?.bodyHash !== idempotency?.bodyHash) return { kind: 'conflict', number: known.report.number };
      return outcome('known', known);
    }
    if (this.reports.some((held) => held.report.number === number)) return { kind: 'numberTaken', number };
    const records = report.records.map((record) => ({ record, report, entityId: this.entityFor(record) }));
    const links = report.links.map((link) => ({ link, report, from: records[link.from]!, to: records[link.to]! }));
    const held: HeldReport = { report, records, links, isRetracted: false };
    this.reports.push(held);
    this.note('ADDED', records, number);
    return outcome('added', held);
  }

  retract({ number, agency }: Retraction): { readonly reportId: string } | null {
    const held = this.reports.find(({ report }) => report.number === number && report.origin.agency === agency);
    if (!held) return null;
    if (!held.isRetracted) {
      this.note('RETRACTED', held.records, number);
      Object.assign(held, { isRetracted: true, records: [], links: [] });
    }
    return { reportId: held.report.id };
  }

  recluster(recordIds: readonly string[], entityId: string): void {
    const records = this.records();
    const moved = [...new Set(recordIds)].map((id) => {
      const found = records.find(({ record }) => record.id === id);
      if (!found) throw new LinchpinError('NOT_FOUND', 'A record to move is not there');
      return found;
    });
    const kind = this.kinds.get(entityId) ?? moved[0]?.record.kind;
    if (moved.some(({ record }) => record.kind !== kind)) throw new LinchpinError('INVALID', 'Records of another kind');
    const leaving = moved.filter((record) => record.entityId !== entityId);
    // Moving nothing changes nothing and is no change.
    if (leaving.length === 0 || kind === undefined) return;
    const sources = new Set(leaving.map((record) => record.entityId));
    this.note('RECLUSTERED', [...leaving, { entityId }], null);
    this.kinds.set(entityId, kind);
    this.redirects.delete(entityId);
    for (const record of leaving) record.entityId = entityId;
    for (const source of sources) if (!records.some((record) => record.entityId === source)) this.redirects.set(source, entityId);
  }

  private entityFor(record: PreparedRecord): string {
    const owner = (record.key !== null && this.keys.get(record.key)) || record.proposedEntityId;
    if (record.key !== null) this.keys.set(record.key, owner);
    if (!this.kinds.has(owner)) this.kinds.set(owner, record.kind);
    return this.resolve(owner);
  }

  private note(kind: Change['kind'], touched: readonly { readonly entityId: string }[], reportNumber: string | null): void {
    const ids = [...new Set(touched.map(({ entityId }) => entityId))].sort();
    this.changes.push({ seq: this.changes.length + 1, kind, entityIds: ids.length > 1_000 ? [] : ids, reportNumber });
  }
}

function outcome(kind: 'added' | 'known', { report, records }: HeldReport): AddOutcome {
  return { kind, number: report.number, reportId: report.id, entityIds: records.map(({ entityId }) => entityId) };
}
