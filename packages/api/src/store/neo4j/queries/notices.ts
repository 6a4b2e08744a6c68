export const addNotices = `
  UNWIND $rows AS row
  MERGE (n:Notice {id: row.id})
  ON CREATE SET n.holder = row.holder, n.reference = row.reference, n.asker = row.asker, n.at = row.at, n.body = row.body`;

export const readNotices = `
  MATCH (n:Notice {holder: $holder})
  RETURN n.body AS body ORDER BY n.at DESC, n.reference, n.asker LIMIT $limit`;
