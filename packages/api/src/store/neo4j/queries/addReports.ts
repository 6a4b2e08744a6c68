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
  MATCH (named:Entity {key: key}) USING INDEX SEEK named:Entity(key) ${follow('named', 'entity')}
  RETURN key AS named, entity.id AS id, coalesce(entity.isProtectable, false) AS isProtectable, entity:Hub AS isHub`;

/** Entities that have these ids, where they are now. */
export const findById = `
  UNWIND $ids AS id
  MATCH (named:Entity {id: id}) USING INDEX SEEK named:Entity(id) ${follow('named', 'entity')}
  RETURN id AS named, entity.id AS id, coalesce(entity.isProtectable, false) AS isProtectable, entity:Hub AS isHub`;

export const createEntities =
  'UNWIND $rows AS row CREATE (entity:Entity {id: row.id, kind: row.kind, key: row.key, holders: row.holders})';

/**
 * Whole reports: what they say of their records and links is joined while it is made, without looking it up again, and what
 * all parts of a report share is sent once. Links name their records by their place in the report.
 */
export const createReports = `
  UNWIND $rows AS row
  CREATE (report:Report) SET report = row.said
  WITH row, row.said AS said, report
  CALL (row, said, report) {
    UNWIND row.records AS part
    MATCH (entity:Entity {id: part.entity}) USING INDEX SEEK entity:Entity(id)
    CREATE (report)<-[:IN]-(record:Record {
      agency: said.agency, audience: said.audience, received: said.received, occurred: said.occurred, number: said.number,
      id: part.id, ordinal: part.ordinal, kind: part.kind, caption: part.caption, words: part.words, isGeneric: part.isGeneric,
      isMinor: part.isMinor, adultFrom: part.adultFrom, properties: part.properties
    })-[:OF]->(entity)
    WITH part, record
    CALL (part, record) {
      UNWIND part.keys AS value
      MERGE (key:Key {value: value})
      CREATE (record)-[:KNOWN_BY]->(key)
    }
    WITH part, record ORDER BY part.ordinal
    RETURN collect(record) AS records
  }
  UNWIND row.links AS part
  WITH row.isWeak AS isWeak, said, part, records[part.from] AS from, records[part.to] AS to
  CREATE (link:Link {
    agency: said.agency, audience: said.audience, number: said.number, isWeak: isWeak,
    id: part.id, ordinal: part.ordinal, kind: part.kind, bundle: part.bundle, isProtecting: part.isProtecting,
    start: part.start, end: part.end, time: part.time, met: part.met, body: part.body
  })
  CREATE (link)-[:FROM]->(from), (link)-[:TO]->(to)`;
