import type { PreparedReport } from '../../model/prepared.ts';
import type { AddOutcome, Retraction, Verification } from '../ports/graphStore.ts';
import type { Sqlite } from './sqlite.ts';
import { verify } from './verify/verify.ts';
import { addReports } from './write/addReports.ts';
import { Eraser } from './write/eraser.ts';
import { hubThreshold } from './write/hubs.ts';
import { packReport, type PackedReport } from './write/packReport.ts';
import { recluster } from './write/recluster.ts';
import { retractReport } from './write/retractReport.ts';
import { WriteQueue } from './write/writeQueue.ts';
import { makeWriters, type WriterOptions, type Writers } from './write/writers.ts';

export interface WritesOptions extends Omit<WriterOptions, 'hubThreshold'> {
  readonly hubThreshold?: number;
  /** Pages in the journal from which a commit also empties it; 0: somebody else does. SQLite's own number when left out. */
  readonly checkpointPages?: number;
  /** Empties the journal of what was deleted; this connection does it when left out. */
  readonly emptyJournal?: () => void;
  /** Pages of the search index that are merged at a time to erase what was deleted: a test may want few. */
  readonly erasePages?: number;
}

/** Every write of the port, over the one connection that writes. */
export class EmbeddedWrites {
  readonly #db: Sqlite;
  readonly #writers: Writers;
  readonly #queue: WriteQueue;
  readonly #eraser: Eraser;
  readonly #options: Required<Pick<WritesOptions, 'interning' | 'symmetric' | 'hubThreshold'>>;

  constructor(db: Sqlite, options: WritesOptions) {
    this.#db = db;
    if (options.checkpointPages !== undefined)
      db.all(`PRAGMA wal_autocheckpoint = ${Math.max(0, Math.floor(options.checkpointPages))}`);
    this.#options = {
      ...options,
      hubThreshold: options.hubThreshold ?? hubThreshold,
    };
    this.#writers = makeWriters(db, { ...options, ...this.#options });
    this.#writers.load.finish(this.#writers);
    this.#queue = new WriteQueue(db, {
      add: (reports) => addReports(this.#writers, reports),
      forget: () => {
        options.interning.reload();
        this.#writers.holdings.forget();
        this.#writers.hubs.forget();
      },
    });
    const emptyJournal = options.emptyJournal ?? (() => db.exec('PRAGMA wal_checkpoint(TRUNCATE)'));
    this.#eraser = new Eraser(db, { queue: this.#queue, emptyJournal, pages: options.erasePages });
  }

  addReports(reports: readonly PreparedReport[]): Promise<readonly AddOutcome[]> {
    return this.addPacked(reports.map((report) => packReport(report, this.#writers.ids)));
  }

  /** The same for reports that were packed elsewhere, so that this thread has less to do. */
  addPacked(reports: readonly PackedReport[]): Promise<readonly AddOutcome[]> {
    return this.#queue.add(reports);
  }

  /**
   * From here on reports come in faster, and are not answered right by any read until `endBulk`. For an import into a
   * store that nobody uses yet. Retracting or moving records ends it.
   * @throws LinchpinError CONFLICT when the store holds reports
   */
  async beginBulk(): Promise<void> {
    this.#queue.flush();
    this.#writers.load.begin();
  }

  /** Derives what was left for the end; nothing when no bulk was begun. */
  async endBulk(): Promise<void> {
    this.#queue.flush();
    this.#writers.load.finish(this.#writers);
  }

  async retractReport(retraction: Retraction): Promise<{ readonly reportId: string } | null> {
    if (this.#writers.load.isOn) await this.endBulk();
    const answer = await this.#queue.write(() => {
      const retracted = retractReport(this.#writers, retraction);
      if (retracted) this.#eraser.note();
      return retracted;
    });
    if (answer) await this.#eraser.erase();
    return answer;
  }

  async recluster(recordIds: readonly string[], entityId: string): Promise<void> {
    if (this.#writers.load.isOn) await this.endBulk();
    return this.#queue.write(() => recluster(this.#writers, recordIds, entityId));
  }

  /** `GraphStore.verify`. Writes may go on meanwhile. */
  verify(onProgress?: (done: number, of: number) => void): Promise<Verification> {
    const { interning, symmetric, hubThreshold: threshold } = this.#options;
    const numbers = symmetric.map((kind) => interning.linkKindNumber(kind));
    return verify({ db: this.#db, interning, symmetric: numbers, hubThreshold: threshold }, onProgress);
  }

  /** Writes what waits, and erases what was deleted, now. */
  flush(): void {
    this.#queue.flush();
    this.#eraser.finish();
  }
}
