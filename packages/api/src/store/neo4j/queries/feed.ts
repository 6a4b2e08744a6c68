/*
 * What the analysis reads. Rows cost, bytes do not: many go as lists in one row, grouped by internal number (4 to 6 s for
 * millions, where a row each took 17). Internal numbers of entities stay, since no entity is ever deleted.
 */

/** Items in one row. */
const grouped = 20_000;

export const readOrigins = 'MATCH (report:Report) RETURN DISTINCT report.agency AS agency, report.audience AS audience';

export const scanEntities = `
  MATCH (entity:Entity)
  WITH id(entity) / ${grouped} AS part, collect(id(entity)) AS refs, collect(entity.id) AS ids, collect(entity.kind) AS kinds
  RETURN refs, ids, kinds`;

/** $origins: number by agency, then audience. Null is -1 for an origin, and $undated for a time: lists leave nulls out. */
export const scanRows = (type: string): string => `
  MATCH (from:Entity)-[bundle:${type}]->(to:Entity)
  WITH id(bundle) / ${grouped} AS part, collect(id(from)) AS froms, collect(id(to)) AS tos,
    collect(coalesce($origins[bundle.agency][bundle.audience], -1)) AS origins, collect(coalesce(bundle.last, $undated)) AS lasts
  RETURN froms, tos, origins, lasts`;

const isFact = 'holding.generics > 0 OR entity.isProtectable';
const factColumns = `id(entity) AS ref, holding.agency AS agency, holding.audience AS audience, holding.generics > 0 AS isGeneric,
  coalesce(entity.isProtectable, false) AS isProtectable, holding.isMarked AS isMarked, holding.adultFrom AS adultFrom,
  holding.earliest AS earliest, holding.isMarkedOutside AS isMarkedOutside, holding.adultFromOutside AS adultFromOutside,
  holding.earliestOutside AS earliestOutside`;

export const scanFacts = `MATCH (holding:Holding)-[:ABOUT]->(entity:Entity) WHERE ${isFact} RETURN ${factColumns}`;

export const readFactsOf = `
  UNWIND $refs AS ref
  MATCH (entity:Entity) WHERE id(entity) = ref
  MATCH (holding:Holding)-[:ABOUT]->(entity) WHERE ${isFact}
  RETURN ${factColumns}`;

export const readEntitiesOf = `
  UNWIND $refs AS ref
  MATCH (entity:Entity) WHERE id(entity) = ref
  RETURN ref, entity.id AS id, entity.kind AS kind`;

const rowColumns = `id(entity) AS from, collect(id(other)) AS tos, collect(type(bundle)) AS kinds,
  collect(startNode(bundle) = entity) AS outs, collect(bundle.agency) AS agencies, collect(bundle.audience) AS audiences,
  collect(coalesce(bundle.last, $undated)) AS lasts`;

export const readRowsOf = (types: string): string => `
  UNWIND $refs AS ref
  MATCH (entity:Entity) WHERE id(entity) = ref
  MATCH (entity)-[bundle:${types}]-(other:Entity)
  RETURN ${rowColumns}`;

export const readRowsBetween = (types: string): string => `
  UNWIND $pairs AS pair
  MATCH (entity:Entity) WHERE id(entity) = pair[0]
  MATCH (other:Entity) WHERE id(other) = pair[1]
  MATCH (entity)-[bundle:${types}]-(other)
  RETURN ${rowColumns}`;

export const findRefs = `
  UNWIND $ids AS id
  MATCH (entity:Entity {id: id}) USING INDEX SEEK entity:Entity(id)
  RETURN id, id(entity) AS ref`;

export const findMembers = `
  MATCH (report:Report {number: $number})<-[:IN]-(record:Record)-[:OF]->(entity:Entity) USING INDEX SEEK report:Report(number)
  RETURN DISTINCT id(entity) AS ref`;
