import { follow, visible } from './visible.ts';

/** When a read takes several statements, the change number tells whether something was written between them. */
const seq = "COLLECT { MATCH (ledger:Ledger {name: 'evidence'}) RETURN ledger.seq }[0] AS seq";

/**
 * What a view of an entity is made from, as one list `parts`: [first link, last link, is marked, adult from, earliest,
 * records], the holdings and records in scope, and facts of protection as they count for the scope. A hub's are in memory.
 */
const partsOf = (name: string): string => `
  CALL (${name}) {
    MATCH (${name})<-[:ABOUT]-(holding) WHERE NOT ${name}:Hub OR ${name}.isProtectable
    WITH ${name}, holding, ${visible('holding')} AS isSeen,
      CASE WHEN ${name}.isProtectable THEN ${visible('holding')} OR holding.audience IN $protecting END AS protects
    RETURN min(CASE WHEN isSeen THEN holding.firstLink END) AS firstLink, max(CASE WHEN isSeen THEN holding.lastLink END) AS lastLink,
      count(CASE WHEN protects IS NOT NULL AND ((protects AND holding.isMarked) OR holding.isMarkedOutside) THEN 1 END) > 0 AS isMarked,
      max(CASE WHEN protects THEN holding.adultFrom WHEN protects IS NOT NULL THEN holding.adultFromOutside END) AS adultFrom,
      min(CASE WHEN protects THEN holding.earliest WHEN protects IS NOT NULL THEN holding.earliestOutside END) AS earliest
  }
  CALL (${name}) {
    MATCH (${name})<-[:OF]-(record) WHERE NOT ${name}:Hub AND ${visible('record')}
    RETURN collect([record.id, record.number, record.agency, record.received, record.occurred, record.caption, record.isGeneric,
      record.properties]) AS records
  }`;

const partColumns = (name: string): string => `${name}.id, ${name}.kind, CASE WHEN ${name}:Hub THEN ${name}.version END,
    coalesce(${name}.isGuarded, false), firstLink, lastLink, isMarked, adultFrom, earliest, records`;

/** What views of these entities are made from. */
export const readParts = `
  UNWIND $ids AS id
  MATCH (entity:Entity {id: id}) USING INDEX SEEK entity:Entity(id)
  ${partsOf('entity')}
  RETURN [${partColumns('entity')}] AS parts, ${seq}`;

/**
 * Entities that ids lead to, merged-away ids followed, with what each origin in scope says links them to others; where
 * there are no more neighbours than one page takes, with what views of those are made from. Rows of hubs are in memory.
 * Who sees a link sees both its ends, so that nothing is told of an entity that is not visible.
 */
export const readAround = (types: string): string => `
  UNWIND $ids AS asked
  MATCH (named:Entity {id: asked}) USING INDEX SEEK named:Entity(id) ${follow('named', 'entity')}
  CALL (entity) {
    MATCH (entity)-[bundle:${types}]-(other) WHERE NOT entity:Hub AND ${visible('bundle')}
      AND ($linkKinds IS NULL OR type(bundle) IN $linkKinds) AND ($entityKinds IS NULL OR other.kind IN $entityKinds)
    RETURN collect(DISTINCT other) AS others, collect([other.id, other.kind, type(bundle), startNode(bundle) = entity, bundle.agency,
      bundle.links, bundle.reports, bundle.sure, bundle.undated, bundle.first, bundle.last, bundle.end,
      coalesce(entity.isGuarded AND other.isGuarded, false)]) AS rows
  }
  CALL (others) {
    UNWIND CASE WHEN size(others) <= $page THEN others ELSE [] END AS other
    ${partsOf('other')}
    RETURN collect([${partColumns('other')}]) AS parts
  }
  RETURN asked, entity.id AS id, entity.kind AS kind, CASE WHEN entity:Hub THEN entity.version END AS version,
    coalesce(entity.isGuarded, false) AS isGuarded, rows, parts, ${seq}`;

/**
 * Entities of a list with the rows between them, but pairs of hubs, which are in memory; `isGone`: it went into another,
 * and joins nothing.
 */
export const readRowsAmong = (types: string): string => `
  UNWIND $ids AS id
  MATCH (entity:Entity {id: id}) USING INDEX SEEK entity:Entity(id)
  CALL (entity) {
    MATCH (entity)-[bundle:${types}]-(other)
    WHERE NOT entity:Hub AND other.id IN $ids AND (other:Hub OR startNode(bundle) = entity) AND ${visible('bundle')}
    RETURN collect([other.id, other.kind, type(bundle), startNode(bundle) = entity, bundle.agency, bundle.links, bundle.reports,
      bundle.sure, bundle.undated, bundle.first, bundle.last, bundle.end, coalesce(entity.isGuarded AND other.isGuarded, false)]) AS rows
  }
  WITH entity, rows, EXISTS { (entity)-[:WENT_INTO]->() } AS isGone WHERE isGone OR entity:Hub OR rows <> []
  RETURN entity.id AS id, entity.kind AS kind, CASE WHEN entity:Hub THEN entity.version END AS version,
    coalesce(entity.isGuarded, false) AS isGuarded, isGone, rows, ${seq}`;
