/** Agencies, groups, jurisdictions and users. */
export const readMembers = 'MATCH (m:Member) RETURN m.sort AS sort, m.body AS body ORDER BY m.sort, m.member';

export const putMembers =
  'UNWIND $rows AS row MERGE (m:Member {id: row.id}) SET m.sort = row.sort, m.member = row.member, m.body = row.body';
