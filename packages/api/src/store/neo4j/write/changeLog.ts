import type { Change } from '../../ports/graphStore.ts';
import { appendChange, lockLedger } from '../queries/changes.ts';
import type { WriteTransaction } from '../runCypher.ts';

const namedAtMost = 1_000;

/** The log of changes, locked for one write: numbers follow each other as commits do. */
export class ChangeLog {
  readonly #transaction: WriteTransaction;
  readonly #noted: Change[] = [];
  #seq: number;

  private constructor(transaction: WriteTransaction, seq: number) {
    this.#transaction = transaction;
    this.#seq = seq;
  }

  static async lock(transaction: WriteTransaction): Promise<ChangeLog> {
    const [ledger] = await transaction.run<{ seq: number }>(lockLedger);
    if (!ledger) throw new Error('The ledger of the evidence is missing: the migrations have not run');
    return new ChangeLog(transaction, ledger.seq);
  }

  /** Of the last change noted. */
  get seq(): number {
    return this.#seq;
  }

  note({ kind, entityIds, reportNumber }: Omit<Change, 'seq'>): void {
    const ids = [...new Set(entityIds)].sort();
    this.#noted.push({ seq: ++this.#seq, kind, entityIds: ids.length > namedAtMost ? [] : ids, reportNumber });
  }

  async write(): Promise<void> {
    await this.#transaction.run(appendChange, { seq: this.#seq, rows: this.#noted.map((change) => ({ ...change })) });
  }
}
