import { greatestOf, leastOf } from './extremes.ts';

/**
 * What one origin (agency and audience) holds about one entity: counts, dates, and the search document. New reports add
 * to it; gives those that there were.
 */
export const addToHoldings = `
  UNWIND $rows AS row
  MATCH (holding:Holding {id: row.id}) USING INDEX SEEK holding:Holding(id)
  SET holding.records = holding.records + row.records, holding.reports = holding.reports + row.reports,
    holding.generics = holding.generics + row.generics,
    holding.words = coalesce(holding.words, []) + [word IN row.words WHERE NOT word IN coalesce(holding.words, [])],
    ${leastOf('holding', 'received')}, ${leastOf('holding', 'firstOccurred')}, ${greatestOf('holding', 'lastOccurred')},
    ${leastOf('holding', 'firstLink')}, ${greatestOf('holding', 'lastLink')},
    holding.isMarked = holding.isMarked OR row.isMarked, holding.isMarkedOutside = holding.isMarkedOutside OR row.isMarkedOutside,
    ${greatestOf('holding', 'adultFrom')}, ${greatestOf('holding', 'adultFromOutside')},
    ${leastOf('holding', 'earliest')}, ${leastOf('holding', 'earliestOutside')}
  RETURN row.id AS id`;

export const createHoldings = `
  UNWIND $rows AS row
  MATCH (entity:Entity {id: row.entity}) USING INDEX SEEK entity:Entity(id)
  CREATE (:Holding {
    id: row.id, entity: row.entity, kind: entity.kind, agency: row.agency, audience: row.audience, records: row.records,
    reports: row.reports, generics: row.generics, words: row.words, received: row.received, firstOccurred: row.firstOccurred,
    lastOccurred: row.lastOccurred, firstLink: row.firstLink, lastLink: row.lastLink,
    isMarked: row.isMarked, isMarkedOutside: row.isMarkedOutside, adultFrom: row.adultFrom, adultFromOutside: row.adultFromOutside,
    earliest: row.earliest, earliestOutside: row.earliestOutside
  })-[:ABOUT]->(entity)`;

/** The same from the records and relationships that are there now; a holding without records goes. */
export const rebuildHoldings = (types: string): string => `
  UNWIND $rows AS row
  MATCH (entity:Entity {id: row.entity}) USING INDEX SEEK entity:Entity(id)
  CALL (entity, row) {
    MATCH (entity)<-[:OF]-(record:Record) WHERE record.agency = row.agency AND record.audience = row.audience
    RETURN count(record) AS records, count(DISTINCT record.number) AS reports, sum(CASE WHEN record.isGeneric THEN 1 ELSE 0 END) AS generics,
      min(record.received) AS received, min(record.occurred) AS firstOccurred, max(record.occurred) AS lastOccurred
  }
  CALL (entity, row) {
    MATCH (entity)<-[:OF]-(record:Record) WHERE record.agency = row.agency AND record.audience = row.audience
    UNWIND record.words AS word
    RETURN collect(DISTINCT word) AS words
  }
  CALL (entity, row) {
    MATCH (entity)-[bundle:${types}]-(:Entity) WHERE bundle.agency = row.agency AND bundle.audience = row.audience
    RETURN min(bundle.first) AS firstLink, max(bundle.last) AS lastLink
  }
  MERGE (holding:Holding {id: row.id})
  SET holding.entity = row.entity, holding.kind = entity.kind, holding.agency = row.agency, holding.audience = row.audience,
    holding.records = records, holding.reports = reports, holding.generics = generics, holding.words = words, holding.received = received,
    holding.firstOccurred = firstOccurred, holding.lastOccurred = lastOccurred, holding.firstLink = firstLink, holding.lastLink = lastLink
  MERGE (holding)-[:ABOUT]->(entity)
  WITH holding WHERE holding.records = 0
  DETACH DELETE holding`;
