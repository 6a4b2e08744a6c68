import { visible } from './visible.ts';

const bounds = { STRENGTH: 'sharedStrength', NEWEST: 'sharedDay' } as const;

/**
 * Entities that enough agencies hold, seen or not, from the highest bound down; those that the scope sees. `bound` comes
 * with every entity looked at, so that the caller knows how far down it is.
 */
export const walkShared = (order: keyof typeof bounds): string => `
  MATCH (entity:Entity) USING INDEX entity:Entity(${bounds[order]}) WHERE entity.${bounds[order]} IS NOT NULL
  WITH entity ORDER BY entity.${bounds[order]} DESC SKIP $skip LIMIT $limit
  WITH entity, size(entity.holders) >= $minimum AND ($kinds IS NULL OR entity.kind IN $kinds)
      AND EXISTS { MATCH (holding)-[:ABOUT]->(entity) WHERE ${visible('holding')} } AS isCandidate
  RETURN entity.id AS id, entity.kind AS kind, entity.${bounds[order]} AS bound, isCandidate,
    COUNT { (entity)-[:INVOLVED_IN]-() } AS cases`;

/** All visible entities, where one agency is enough. */
export const findHeld = `
  MATCH (holding:Holding) WHERE ${visible('holding')} AND ($kinds IS NULL OR holding.kind IN $kinds)
  WITH DISTINCT holding.entity AS id
  MATCH (entity:Entity {id: id}) USING INDEX SEEK entity:Entity(id)
  RETURN id, entity.kind AS kind, COUNT { (entity)-[:INVOLVED_IN]-() } AS cases`;

/** When each visible agency's first report about an entity was received. */
export const readFirstReceived = `
  UNWIND $ids AS id
  MATCH (entity:Entity {id: id})<-[:ABOUT]-(holding:Holding) USING INDEX SEEK entity:Entity(id) WHERE ${visible('holding')}
  RETURN id, holding.agency AS holder, min(holding.received) AS received`;
