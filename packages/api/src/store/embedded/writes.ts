import type { PreparedReport } from '../../model/prepared.ts';
import type { PublicIds } from '../../model/publicIds.ts';
import type { AddOutcome, Retraction } from '../ports/graphStore.ts';
import type { Interning } from './interning.ts';
import type { Sqlite } from './sqlite.ts';
import { AdjacencyWriter } from './write/adjacency.ts';
import { addReport, type Writers } from './write/addReport.ts';
import { EntityWriter } from './write/entities.ts';
import { HoldingWriter } from './write/holdings.ts';
import { ProtectionWriter } from './write/protection.ts';
import { recluster } from './write/recluster.ts';
import { retractReport } from './write/retractReport.ts';
import { SharedWriter } from './write/shared.ts';
import { WriteQueue } from './write/writeQueue.ts';

/** Every write of the port, over the one connection that writes. */
export class EmbeddedWrites {
  readonly #db: Sqlite;
  readonly #writers: Writers;
  readonly #queue: WriteQueue;

  constructor(db: Sqlite, { interning, ids, symmetric }: { interning: Interning; ids: PublicIds; symmetric: readonly string[] }) {
    this.#db = db;
    this.#writers = {
      db,
      ids,
      interning,
      entities: new EntityWriter(db, interning, ids),
      adjacency: new AdjacencyWriter(db, interning, symmetric),
      holdings: new HoldingWriter(db),
      shared: new SharedWriter(db, interning),
      protection: new ProtectionWriter(db, interning),
    };
    this.#queue = new WriteQueue(db, () => {
      interning.reload();
      this.#writers.holdings.forget();
    });
  }

  addReports(reports: readonly PreparedReport[]): Promise<readonly AddOutcome[]> {
    return this.#queue.write(() => reports.map((report) => addReport(this.#writers, report)));
  }

  async retractReport(retraction: Retraction): Promise<{ readonly reportId: string } | null> {
    const answer = await this.#queue.write(() => retractReport(this.#writers, retraction));
    eraseTraces(this.#db);
    return answer;
  }

  recluster(recordIds: readonly string[], entityId: string): Promise<void> {
    return this.#queue.write(() => recluster(this.#writers, recordIds, entityId));
  }

  /** Writes what waits, now. */
  flush(): void {
    this.#queue.flush();
  }
}

/**
 * Deleted means deleted. FTS5 keeps deleted words until its segments are merged (its own secure-delete option damages the
 * index in SQLite 3.45), and the journal keeps old pages until it is emptied. Freed pages are zeroed by `secure_delete`.
 */
function eraseTraces(db: Sqlite): void {
  db.exec("INSERT INTO fts(fts) VALUES ('optimize')");
  db.exec('PRAGMA wal_checkpoint(TRUNCATE)');
}
