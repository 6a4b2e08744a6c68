export const findReport = `
  MATCH (report:Report {number: $number}) WHERE report.agency = $agency
  RETURN report.id AS id, report.isRetracted AS isRetracted, report.audience AS audience,
    COLLECT { MATCH (report)<-[:IN]-(:Record)-[:OF]->(entity) RETURN DISTINCT entity.id } AS entityIds,
    COLLECT { MATCH (report)<-[:IN]-(link:Link) RETURN DISTINCT link.bundle } AS bundles`;

export const deleteLinks = 'MATCH (:Report {id: $id})<-[:IN]-(link:Link) DETACH DELETE link';

/** A key that no record has any more goes too: it is what somebody wrote. */
export const deleteKeys = `
  MATCH (:Report {id: $id})<-[:IN]-(record:Record)-[known:KNOWN_BY]->(key:Key)
  DELETE known
  WITH DISTINCT key WHERE NOT EXISTS { (key)<-[:KNOWN_BY]-() }
  DELETE key`;

export const deleteRecords = 'MATCH (:Report {id: $id})<-[:IN]-(record:Record) DETACH DELETE record';

/** That there was a report, of whom and for whom, and nothing of what it said. */
export const leaveTombstone = `
  MATCH (report:Report {id: $id})
  SET report.isRetracted = true, report.retraction = $retraction, report.body = null, report.contact = null, report.occurred = null,
    report.time = report.received`;
