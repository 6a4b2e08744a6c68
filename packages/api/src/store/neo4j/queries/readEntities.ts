import { follow, protectionFacts, visible } from './visible.ts';

// Here and beside, a statement names the index it begins at: on a database that is still empty all ways look alike to the
// planner, and the one it takes then is kept for a while.

/** Visible entities that ids lead to, merged-away ids followed. */
export const findEntities = `
  UNWIND $ids AS asked
  MATCH (named:Entity {id: asked}) USING INDEX SEEK named:Entity(id) ${follow('named', 'entity')}
    AND EXISTS { MATCH (holding:Holding)-[:ABOUT]->(entity) WHERE ${visible('holding')} }
  RETURN asked, entity.id AS id, entity.kind AS kind, CASE WHEN entity:Hub THEN entity.version END AS version`;

/** What the holdings in scope come to. */
export const readBriefs = `
  UNWIND $ids AS id
  MATCH (entity:Entity {id: id})<-[:ABOUT]-(holding:Holding) USING INDEX SEEK entity:Entity(id) WHERE ${visible('holding')}
  WITH entity, collect(DISTINCT holding.agency) AS agencies, sum(holding.records) AS records, sum(holding.reports) AS reports,
    sum(holding.generics) AS generics, max(holding.lastOccurred) AS lastOccurred, max(holding.lastLink) AS lastLink
  RETURN entity.id AS id, entity.kind AS kind, coalesce(entity.isGuarded, false) AS isGuarded,
    CASE WHEN entity:Hub THEN entity.version END AS version, agencies, records, reports, generics, lastOccurred, lastLink`;

const recordColumns = `record.id AS id, entity.id AS entityId, record.kind AS kind, record.number AS reportNumber, record.agency AS agency,
    record.received AS receivedAt, record.occurred AS occurredAt, record.caption AS caption, record.isGeneric AS isGeneric,
    record.properties AS properties`;

export const readRecords = `
  UNWIND $ids AS id
  MATCH (entity:Entity {id: id})<-[:OF]-(record:Record) USING INDEX SEEK entity:Entity(id) WHERE ${visible('record')}
  RETURN ${recordColumns}`;

/** Facts of protection of the people among the ids, seen or not, as they count for the scope. */
export const readProtection = `
  UNWIND $ids AS id
  MATCH (entity:Entity {id: id})<-[:ABOUT]-(holding:Holding) USING INDEX SEEK entity:Entity(id) WHERE entity.isProtectable
  WITH id, holding, ${visible('holding')} OR holding.audience IN $protecting AS isSeen
  RETURN id, ${protectionFacts}`;

/** One page of an entity's records: newest received first, then id. */
export const pageRecords = `
  MATCH (entity:Entity {id: $id})<-[:OF]-(record:Record) USING INDEX SEEK entity:Entity(id) WHERE ${visible('record')}
    AND ($received IS NULL OR record.received < $received OR (record.received = $received AND record.id > $after))
  RETURN ${recordColumns} ORDER BY record.received DESC, record.id LIMIT $limit`;

export const countRecords = `
  MATCH (entity:Entity {id: $id})<-[:OF]-(record:Record) USING INDEX SEEK entity:Entity(id) WHERE ${visible('record')}
  RETURN count(record) AS total`;
