import { randomUUID } from 'node:crypto';
import { LinchpinError } from '../../model/errors.ts';
import { auditHash } from '../../model/auditChain.ts';
import type { AuditEntry, AuditLog, StoredAuditEntry } from '../ports/auditLog.ts';
import { appendEntries, lockLedger, moveLedger, readEntries, readEntriesUp, readLedger, readWritten } from './queries/audit.ts';
import type { Cypher } from './runCypher.ts';
import { isOutage } from './translateError.ts';
import { WriteQueue } from './writeQueue.ts';

interface Written {
  readonly seq: number;
  readonly hash: string;
  readonly body: string;
}

const pageOfWalk = 5_000;
/** Everybody waits for the end of the chain: one whose writer was cut off must not hold it for long, in milliseconds. */
const appendTimeout = 10_000;

/** The chain's end is kept in a ledger that every append locks first, so that processes append one after another. */
export function neo4jAuditLog(cypher: Cypher, close: () => Promise<void>): AuditLog {
  const queue = new WriteQueue<{ readonly id: string; readonly body: string }, void>({
    write: async (jobs) => {
      await append(cypher, jobs);
      return jobs.map(() => undefined);
    },
    sizeOf: () => 1,
    largest: 1_000,
    endsAll: isOutage,
  });
  return {
    append: (entry) => queue.add({ id: randomUUID(), body: JSON.stringify(entry) }),
    entries: async ({ before, limit }) => {
      const rows = await cypher.read<Written>(readEntries, { before: before ?? Number.MAX_SAFE_INTEGER, limit });
      return rows.map(storedEntry);
    },
    verify: () => verify(cypher),
    async close() {
      await queue.whenIdle();
      await close();
    },
  };
}

async function append(cypher: Cypher, jobs: readonly { readonly id: string; readonly body: string }[]): Promise<void> {
  await cypher.write(async (transaction, isAgain) => {
    const [ledger] = await transaction.run<{ seq: number; hash: string }>(lockLedger);
    if (!ledger)
      throw new LinchpinError('UNAVAILABLE', 'The audit log of this Neo4j database is missing. Start Linchpin again to make it.');
    const ids = jobs.map(({ id }) => id);
    const written = isAgain
      ? await transaction.run<{ id: string }>(readWritten, { after: ledger.seq - ids.length * 100, ids })
      : [];
    const done = new Set(written.map(({ id }) => id));
    let { seq, hash } = ledger;
    const rows = jobs
      .filter(({ id }) => !done.has(id))
      .map(({ id, body }) => {
        hash = auditHash(hash, body);
        return { id, body, hash, seq: ++seq };
      });
    await transaction.run(appendEntries, { rows });
    await transaction.run(moveLedger, { seq, hash });
  }, appendTimeout);
}

async function verify(cypher: Cypher): Promise<{ entries: number; brokenAt: number | null }> {
  const [ledger] = await cypher.read<{ seq: number }>(readLedger);
  let hash = '';
  let seq = 0;
  for (;;) {
    const rows = await cypher.read<Written>(readEntriesUp, { after: seq, limit: pageOfWalk });
    for (const row of rows) {
      hash = auditHash(hash, row.body);
      if (row.seq !== seq + 1 || row.hash !== hash) return { entries: seq, brokenAt: seq + 1 };
      seq = row.seq;
    }
    if (rows.length < pageOfWalk) break;
  }
  // Entries cut off at the end leave a whole chain: the ledger remembers how long it was.
  const isShort = ledger !== undefined && ledger.seq > seq;
  return { entries: seq, brokenAt: isShort ? seq + 1 : null };
}

function storedEntry({ seq, hash, body }: Written): StoredAuditEntry {
  return { ...(JSON.parse(body) as AuditEntry), seq, hash };
}
