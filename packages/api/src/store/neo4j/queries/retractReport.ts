export const findReport = `
  MATCH (report:Report {number: $number}) USING INDEX SEEK report:Report(number) WHERE report.agency = $agency
  RETURN report.id AS id, report.isRetracted AS isRetracted, report.audience AS audience,
    COLLECT { MATCH (report)<-[:IN]-(:Record)-[:OF]->(entity) RETURN DISTINCT entity.id } AS entityIds,
    COLLECT { MATCH (report)<-[:IN]-(:Record)<-[:FROM]-(link:Link) RETURN DISTINCT link.bundle } AS bundles`;

export const deleteLinks =
  'MATCH (report:Report {id: $id})<-[:IN]-(:Record)<-[:FROM]-(link:Link) USING INDEX SEEK report:Report(id) DETACH DELETE link';

/** A key that no record has any more goes too: it is what somebody wrote. */
export const deleteKeys = `
  MATCH (report:Report {id: $id})<-[:IN]-(record:Record)-[known:KNOWN_BY]->(key:Key) USING INDEX SEEK report:Report(id)
  DELETE known
  WITH DISTINCT key WHERE NOT EXISTS { (key)<-[:KNOWN_BY]-() }
  DELETE key`;

export const deleteRecords =
  'MATCH (report:Report {id: $id})<-[:IN]-(record:Record) USING INDEX SEEK report:Report(id) DETACH DELETE record';

/** That there was a report, of whom and for whom, and nothing of what it said. */
export const leaveTombstone = `
  MATCH (report:Report {id: $id}) USING INDEX SEEK report:Report(id)
  SET report.isRetracted = true, report.retraction = $retraction, report.body = null, report.contact = null, report.occurred = null,
    report.time = report.received`;
