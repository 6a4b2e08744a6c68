/** Statements of `doctor`: each returns what does not agree. Entities come a chunk of ids at a time. */
export const countStored = `
  RETURN COUNT { (:Report) } AS reports, COUNT { (:Record) } AS records, COUNT { (:Link) } AS links, COUNT { (:Entity) } AS entities,
    COUNT { (:Holding) } AS searchDocuments, COUNT { (:Change) } AS changes`;

export const nextEntities = `
  MATCH (entity:Entity) WHERE entity.id > $after
  RETURN entity.id AS id ORDER BY entity.id LIMIT $limit`;

const differ = (pairs: readonly (readonly [string, string])[]): string =>
  pairs.map(([a, b]) => `coalesce(${a}, -1) <> coalesce(${b}, -1)`).join(' OR ');

export const wrongBundles = (types: string): string => `
  UNWIND $ids AS id
  MATCH (entity:Entity {id: id})-[bundle:${types}]->(:Entity) USING INDEX SEEK entity:Entity(id)
  CALL (bundle) {
    MATCH (link:Link {bundle: bundle.bundle}) USING INDEX SEEK link:Link(bundle) WHERE link.agency = bundle.agency AND link.audience = bundle.audience
    RETURN count(link) AS links, count(DISTINCT link.number) AS reports, sum(CASE WHEN link.isWeak THEN 0 ELSE 1 END) AS sure,
      sum(CASE WHEN link.start IS NULL THEN 1 ELSE 0 END) AS undated, min(link.start) AS first, max(link.time) AS last, max(coalesce(link.end, link.start)) AS end
  }
  WITH bundle, links, reports, sure, undated, first, last, end
  WHERE ${differ(['links', 'reports', 'sure', 'undated', 'first', 'last', 'end'].map((name) => [`bundle.${name}`, name]))}
  RETURN bundle.bundle AS name`;

export const missingBundles = `
  UNWIND $ids AS id
  MATCH (from:Entity {id: id})<-[:OF]-(:Record)<-[:FROM]-(link:Link)-[:TO]->(:Record)-[:OF]->(to:Entity) USING INDEX SEEK from:Entity(id)
  WHERE from <> to AND NOT (link.bundle CONTAINS from.id AND link.bundle CONTAINS to.id AND EXISTS {
    MATCH (from)-[bundle]-(to)
    WHERE type(bundle) = link.kind AND bundle.bundle = link.bundle AND bundle.agency = link.agency AND bundle.audience = link.audience
  })
  RETURN DISTINCT link.bundle AS name`;

export const wrongHoldings = (types: string): string => `
  UNWIND $ids AS id
  MATCH (entity:Entity {id: id})<-[:OF]-(record:Record) USING INDEX SEEK entity:Entity(id)
  WITH entity, record.agency AS agency, record.audience AS audience, count(record) AS records, count(DISTINCT record.number) AS reports,
    sum(CASE WHEN record.isGeneric THEN 1 ELSE 0 END) AS generics, min(record.received) AS received,
    min(record.occurred) AS firstOccurred, max(record.occurred) AS lastOccurred,
    reduce(all = [], words IN collect(record.words) | all + [word IN words WHERE NOT word IN all]) AS words
  OPTIONAL MATCH (entity)-[bundle:${types}]-(:Entity) WHERE bundle.agency = agency AND bundle.audience = audience
  WITH entity, agency, audience, records, reports, generics, received, firstOccurred, lastOccurred, words,
    min(bundle.first) AS firstLink, max(bundle.last) AS lastLink
  OPTIONAL MATCH (holding:Holding {agency: agency, audience: audience})-[:ABOUT]->(entity)
  WITH entity, agency, audience, records, reports, generics, received, firstOccurred, lastOccurred, words, firstLink, lastLink, holding
  WHERE holding IS NULL OR size(words) <> size(holding.words) OR any(word IN words WHERE NOT word IN holding.words)
    OR ${differ(['records', 'reports', 'generics', 'received', 'firstOccurred', 'lastOccurred', 'firstLink', 'lastLink'].map((name) => [`holding.${name}`, name]))}
  RETURN entity.id + ' of ' + agency + ' for ' + audience AS name`;

export const emptyHoldings = `
  UNWIND $ids AS id
  MATCH (entity:Entity {id: id})<-[:ABOUT]-(holding:Holding) USING INDEX SEEK entity:Entity(id)
  WHERE NOT EXISTS { MATCH (entity)<-[:OF]-(record:Record) WHERE record.agency = holding.agency AND record.audience = holding.audience }
  RETURN entity.id + ' of ' + holding.agency + ' for ' + holding.audience AS name`;

/** Entities of enough relationships, records and holdings to be hubs are, and each knows which agencies hold it. */
export const wrongEntities = `
  UNWIND $ids AS id
  MATCH (entity:Entity {id: id}) USING INDEX SEEK entity:Entity(id)
  WITH entity, COLLECT { MATCH (entity)<-[:ABOUT]-(holding) RETURN DISTINCT holding.agency ORDER BY holding.agency } AS holders,
    COLLECT { UNWIND coalesce(entity.holders, []) AS holder RETURN holder ORDER BY holder } AS noted
  WHERE holders <> noted OR (COUNT { (entity)--() } > $hubFrom AND NOT entity:Hub) OR (entity:Hub AND entity.version IS NULL)
    OR (size(holders) > 1) <> (entity.sharedStrength IS NOT NULL)
  RETURN entity.id AS name`;
