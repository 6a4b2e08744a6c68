const leastOf = (name: string): string =>
  `holding.${name} = CASE WHEN holding.${name} IS NULL OR row.${name} < holding.${name} THEN row.${name} ELSE holding.${name} END`;
const greatestOf = (name: string): string =>
  `holding.${name} = CASE WHEN holding.${name} IS NULL OR row.${name} > holding.${name} THEN row.${name} ELSE holding.${name} END`;

/** What one origin (agency and audience) holds about one entity: counts, dates, and the search document. A new report adds to it. */
export const addHoldings = `
  UNWIND $rows AS row
  MATCH (entity:Entity {id: row.entity}) USING INDEX entity:Entity(id)
  MERGE (holding:Holding {id: row.id})
  ON CREATE SET holding.entity = row.entity, holding.kind = entity.kind, holding.agency = row.agency, holding.audience = row.audience,
    holding.records = 0, holding.reports = 0, holding.generics = 0, holding.words = []
  SET holding.records = holding.records + row.records, holding.reports = holding.reports + row.reports,
    holding.generics = holding.generics + row.generics,
    holding.words = holding.words + [word IN row.words WHERE NOT word IN holding.words],
    ${leastOf('received')}, ${leastOf('firstOccurred')}, ${greatestOf('lastOccurred')}, ${leastOf('firstLink')}, ${greatestOf('lastLink')}
  MERGE (holding)-[:ABOUT]->(entity)`;

/** The same from the records and relationships that are there now; a holding without records goes. */
export const rebuildHoldings = (types: string): string => `
  UNWIND $rows AS row
  MATCH (entity:Entity {id: row.entity}) USING INDEX entity:Entity(id)
  CALL (entity, row) {
    MATCH (entity)<-[:OF]-(record:Record) WHERE record.agency = row.agency AND record.audience = row.audience
    RETURN count(record) AS records, count(DISTINCT record.report) AS reports, sum(CASE WHEN record.isGeneric THEN 1 ELSE 0 END) AS generics,
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

/** How many agencies hold an entity, noted only where it is more than one: the overlap list starts from these. */
export const deriveShared = `
  UNWIND $ids AS id
  MATCH (entity:Entity {id: id}) USING INDEX entity:Entity(id)
  WITH entity, COUNT { MATCH (entity)<-[:ABOUT]-(holding) RETURN DISTINCT holding.agency } AS agencies
  SET entity.sharedBy = CASE WHEN agencies > 1 THEN agencies ELSE null END`;
