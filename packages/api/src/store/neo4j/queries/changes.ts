/** Every write locks the ledger first: writes of all processes go one after another, and changes have no gaps. */
export const lockLedger = `
  MATCH (l:Ledger {name: 'evidence'}) SET l.lock = true
  RETURN l.seq AS seq`;

export const appendChange = `
  MATCH (l:Ledger {name: 'evidence'}) SET l.seq = $seq
  WITH l
  UNWIND $rows AS row
  CREATE (:Change {seq: row.seq, kind: row.kind, entityIds: row.entityIds, reportNumber: row.reportNumber})`;

export const readChanges = `
  MATCH (c:Change) WHERE c.seq > $after
  RETURN c.seq AS seq, c.kind AS kind, c.entityIds AS entityIds, c.reportNumber AS reportNumber ORDER BY c.seq LIMIT $limit`;

export const readLastChange = "MATCH (l:Ledger {name: 'evidence'}) RETURN l.seq AS seq";
