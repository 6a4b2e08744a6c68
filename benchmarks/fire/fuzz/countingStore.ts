import type { PreparedReport } from '@linchpin/api/src/model/prepared.ts';
import type { AddOutcome } from '@linchpin/api/src/store/ports/graphStore.ts';

/** Takes reports as a store does, and remembers their keys alone. */
export class CountingStore {
  readonly #known = new Map<string, { readonly bodyHash: string; readonly outcome: AddOutcome }>();
  added = 0;

  async addReports(reports: readonly PreparedReport[]): Promise<readonly AddOutcome[]> {
    return reports.map((report) => this.#add(report));
  }

  #add(report: PreparedReport): AddOutcome {
    const { idempotency, number, id, records } = report;
    const key = `${report.origin.agency} ${idempotency?.key}`;
    const known = this.#known.get(key);
    if (known)
      return known.bodyHash === idempotency?.bodyHash
        ? ({ ...known.outcome, kind: 'known' } as AddOutcome)
        : { kind: 'conflict', number };
    const entityIds = records.map(({ proposedEntityId }) => proposedEntityId);
    this.#known.set(key, { bodyHash: idempotency!.bodyHash, outcome: { kind: 'added', number, reportId: id, entityIds } });
    this.added++;
    return { kind: 'added', number, reportId: id, entityIds };
  }
}
