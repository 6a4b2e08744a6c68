import { follow } from './visible.ts';

/** Reports that have one of these ids, numbers or idempotency keys, with the entities of their records in order. */
export const findReports = `
  MATCH (report:Report)
  WHERE report.id IN $ids OR report.number IN $numbers OR report.idempotency IN $keys
  RETURN report.id AS id, report.number AS number, report.idempotency AS idempotency, report.bodyHash AS bodyHash,
    COLLECT { MATCH (report)<-[:IN]-(record:Record)-[:OF]->(entity) RETURN entity.id ORDER BY record.ordinal } AS entityIds`;

/** Entities that have these keys, where they are now. */
export const findByKey = `
  UNWIND $keys AS key
  MATCH (named:Entity {key: key}) USING INDEX named:Entity(key) ${follow('named', 'entity')}
  RETURN key, entity.id AS id`;

/** Entities that have these ids, where they are now. */
export const findById = `
  UNWIND $ids AS id
  MATCH (named:Entity {id: id}) USING INDEX named:Entity(id) ${follow('named', 'entity')}
  RETURN id AS named, entity.id AS id, named.kind AS kind`;

export const createEntities = 'UNWIND $rows AS row CREATE (entity:Entity) SET entity = row';

export const createReports = 'UNWIND $rows AS row CREATE (report:Report) SET report = row';

export const createRecords = `
  UNWIND $rows AS row
  MATCH (report:Report {id: row.said.report}) USING INDEX report:Report(id)
  MATCH (entity:Entity {id: row.entity}) USING INDEX entity:Entity(id)
  CREATE (report)<-[:IN]-(record:Record)-[:OF]->(entity) SET record = row.said`;

export const createKeys = `
  UNWIND $rows AS row
  MATCH (record:Record {id: row.record}) USING INDEX record:Record(id)
  MERGE (key:Key {value: row.key})
  CREATE (record)-[:KNOWN_BY]->(key)`;

export const createLinks = `
  UNWIND $rows AS row
  MATCH (report:Report {id: row.said.report}) USING INDEX report:Report(id)
  MATCH (from:Record {id: row.from}) USING INDEX from:Record(id)
  MATCH (to:Record {id: row.to}) USING INDEX to:Record(id)
  CREATE (report)<-[:IN]-(link:Link) SET link = row.said
  CREATE (link)-[:FROM]->(from), (link)-[:TO]->(to)`;
