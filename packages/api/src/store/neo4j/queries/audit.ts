/** Locks the end of the chain until the transaction ends. */
export const lockLedger = `
  MATCH (l:Ledger {name: 'audit'}) SET l.lock = true
  RETURN l.seq AS seq, l.hash AS hash`;

export const readWritten = 'MATCH (a:AuditEntry) WHERE a.seq > $after AND a.id IN $ids RETURN a.id AS id';

export const appendEntries =
  'UNWIND $rows AS row CREATE (a:AuditEntry {id: row.id, seq: row.seq, hash: row.hash, body: row.body})';

export const moveLedger = "MATCH (l:Ledger {name: 'audit'}) SET l.seq = $seq, l.hash = $hash";

export const readEntries = `
  MATCH (a:AuditEntry) WHERE a.seq < $before
  RETURN a.seq AS seq, a.hash AS hash, a.body AS body ORDER BY a.seq DESC LIMIT $limit`;

export const readEntriesUp = `
  MATCH (a:AuditEntry) WHERE a.seq > $after
  RETURN a.seq AS seq, a.hash AS hash, a.body AS body ORDER BY a.seq LIMIT $limit`;

export const readLedger = "MATCH (l:Ledger {name: 'audit'}) RETURN l.seq AS seq, l.hash AS hash";
