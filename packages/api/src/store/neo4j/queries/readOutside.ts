import { visible } from './visible.ts';

const columns = `record.id AS id, entity.id AS entityId, entity.kind AS kind, record.number AS reportNumber, record.agency AS holder,
    report.outside AS outside, record.received AS receivedAt, report.contact AS contact, record.properties AS properties`;

/** Records of these entities that the scope does not see: what answers with a pointer, or with nothing but a word to the holder. */
export const readOutsideOf = `
  UNWIND $ids AS id
  MATCH (entity:Entity {id: id})<-[:OF]-(record:Record)-[:IN]->(report:Report) USING INDEX SEEK entity:Entity(id) WHERE NOT ${visible('record')}
  RETURN ${columns}`;

export const readOutsideByKey = `
  MATCH (key:Key) USING INDEX SEEK key:Key(value) WHERE key.value IN $keys
  MATCH (key)<-[:KNOWN_BY]-(record:Record)-[:OF]->(entity:Entity) WHERE NOT ${visible('record')} AND entity.kind IN $kinds
  WITH DISTINCT record, entity
  MATCH (record)-[:IN]->(report:Report)
  RETURN ${columns}`;

/** Entities that hold one of these keys in a visible record, of these agencies where any are named. */
export const findHolders = `
  MATCH (key:Key) USING INDEX SEEK key:Key(value) WHERE key.value IN $keys
  MATCH (key)<-[:KNOWN_BY]-(record:Record)-[:OF]->(entity:Entity)
  WHERE ${visible('record')} AND ($agencies IS NULL OR record.agency IN $agencies)
  RETURN DISTINCT entity.id AS id, entity.kind AS kind`;
