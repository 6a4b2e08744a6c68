import { visible } from './visible.ts';

/** Visible entities that enough agencies hold, seen or not: an upper bound of what the scope may count. */
export const findShared = `
  MATCH (entity:Entity) USING INDEX entity:Entity(sharedBy) WHERE entity.sharedBy >= $minimum AND ($kinds IS NULL OR entity.kind IN $kinds)
    AND EXISTS { MATCH (holding:Holding)-[:ABOUT]->(entity) WHERE ${visible('holding')} }
  RETURN entity.id AS id, entity.kind AS kind`;

/** All visible entities, where one agency is enough. */
export const findHeld = `
  MATCH (holding:Holding) WHERE ${visible('holding')} AND ($kinds IS NULL OR holding.kind IN $kinds)
  RETURN DISTINCT holding.entity AS id, holding.kind AS kind`;

/** When each visible agency's first report about an entity was received. */
export const readFirstReceived = `
  UNWIND $ids AS id
  MATCH (entity:Entity {id: id})<-[:ABOUT]-(holding:Holding) USING INDEX SEEK entity:Entity(id) WHERE ${visible('holding')}
  RETURN id, holding.agency AS holder, min(holding.received) AS received`;
