import { setImmediate as breathe } from 'node:timers/promises';
import { auditHash } from '../../model/auditChain.ts';
import type { AuditEntry, AuditLog, StoredAuditEntry } from '../ports/auditLog.ts';
import type { Sqlite } from './sqlite.ts';

interface Waiting {
  readonly body: string;
  readonly resolve: () => void;
  readonly reject: (error: unknown) => void;
}

/** The log with entries as the JSON that is kept and hashed: what another thread hands over. */
export interface AuditBodies extends Omit<AuditLog, 'append'> {
  appendBody(body: string): Promise<void>;
}

/** The audit log over one connection, in this thread. */
export function embeddedAuditLog(db: Sqlite): AuditLog {
  const { appendBody, ...log } = auditBodies(db);
  return { ...log, append: (entry) => appendBody(JSON.stringify(entry)) };
}

/** Appends in the order handed over, what waits in one transaction. */
export function auditBodies(db: Sqlite): AuditBodies {
  let waiting: Waiting[] = [];
  const flush = (): void => {
    const batch = waiting;
    waiting = [];
    if (batch.length === 0) return;
    try {
      db.transaction(() =>
        appendAll(
          db,
          batch.map(({ body }) => body),
        ),
      );
    } catch (error) {
      for (const { reject } of batch) reject(error);
      return;
    }
    for (const { resolve } of batch) resolve();
  };
  return {
    appendBody: (body) =>
      new Promise((resolve, reject) => {
        waiting.push({ body, resolve, reject });
        if (waiting.length === 1) setImmediate(flush);
      }),
    entries: async ({ before, limit }) =>
      db
        .all<[number, string, string]>(
          'SELECT seq, hash, body FROM audit WHERE ?1 IS NULL OR seq < ?1 ORDER BY seq DESC LIMIT ?2',
          [before, limit],
        )
        .map(([seq, hash, body]) => ({ ...(JSON.parse(body) as AuditEntry), seq, hash })),
    verify: () => verifyChain(db),
    async close() {
      flush();
      db.close();
    },
  };
}

function appendAll(db: Sqlite, bodies: readonly string[]): void {
  let [seq, hash] = db.get<[number, string]>('SELECT seq, hash FROM audit ORDER BY seq DESC LIMIT 1') ?? [0, ''];
  for (const body of bodies) {
    hash = auditHash(hash, body);
    db.run('INSERT INTO audit(seq, hash, body) VALUES (?, ?, ?)', [++seq, hash, body]);
  }
}

const atOnce = 1_000;

/** In steps: what is appended meanwhile is not kept waiting. */
async function verifyChain(db: Sqlite): Promise<{ entries: number; brokenAt: number | null }> {
  let hash = '';
  let entries = 0;
  for (;;) {
    const rows = db.all<[StoredAuditEntry['seq'], string, string]>(
      'SELECT seq, hash, body FROM audit WHERE seq > ? ORDER BY seq LIMIT ?',
      [entries, atOnce],
    );
    if (rows.length === 0) return { entries, brokenAt: null };
    for (const [seq, stored, body] of rows) {
      hash = auditHash(hash, body);
      if (seq !== entries + 1 || hash !== stored) return { entries, brokenAt: seq };
      entries++;
    }
    await breathe();
  }
}
