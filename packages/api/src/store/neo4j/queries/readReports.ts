import { visible } from './visible.ts';

const columns = `report.id AS id, report.number AS number, report.kind AS kind, report.agency AS agency, report.audience AS audience,
    report.outside AS outside, report.received AS receivedAt, report.time AS time, report.isRetracted AS isRetracted, report.body AS body`;

const wanted = `${visible('report')} AND NOT report.isRetracted
    AND ($of IS NULL OR report.agency = $of) AND ($kind IS NULL OR report.kind = $kind)
    AND report.time >= $since AND report.time < $until`;

/** One page of reports: newest first, then number. Walks down the times until the page is full. */
export const pageReports = `
  MATCH (report:Report)
  USING INDEX report:Report(time)
  WHERE ${wanted} AND ($time IS NULL OR report.time < $time OR (report.time = $time AND report.number > $after))
  RETURN ${columns} ORDER BY report.time DESC, report.number LIMIT $limit`;

export const countReports = `
  MATCH (report:Report)
  WHERE ${wanted}
  RETURN count(report) AS total`;

export const readReportsByNumber = `
  UNWIND $numbers AS number
  MATCH (report:Report {number: number}) USING INDEX SEEK report:Report(number) WHERE ${visible('report')}
  RETURN ${columns}`;

export const readReportById = `
  MATCH (report:Report {id: $id}) USING INDEX SEEK report:Report(id) WHERE ${visible('report')}
  RETURN ${columns}`;

/** Whom reports speak of: to withhold the narrative where one of them is protected. */
export const readPeopleOfReports = `
  UNWIND $ids AS id
  MATCH (report:Report {id: id})<-[:IN]-(:Record)-[:OF]->(entity:Entity) USING INDEX SEEK report:Report(id) WHERE entity.isProtectable
  RETURN DISTINCT id AS report, entity.id AS id, entity.kind AS kind`;

const recordColumns = `record.id AS id, entity.id AS entityId, entity.kind AS kind, record.number AS reportNumber, record.ordinal AS ordinal,
    record.properties AS properties`;

export const pageReportRecords = `
  MATCH (report:Report {number: $number})<-[:IN]-(record:Record)-[:OF]->(entity:Entity) USING INDEX SEEK report:Report(number)
  WHERE ${visible('record')} AND ($after IS NULL OR record.ordinal > $after)
  RETURN ${recordColumns} ORDER BY record.ordinal LIMIT $limit`;

export const countReportRecords = `
  MATCH (report:Report {number: $number})<-[:IN]-(record:Record) USING INDEX SEEK report:Report(number) WHERE ${visible('record')}
  RETURN count(record) AS total`;

export const readRecordById = `
  MATCH (record:Record {id: $id})-[:OF]->(entity:Entity) USING INDEX SEEK record:Record(id) WHERE ${visible('record')}
  RETURN ${recordColumns}`;
