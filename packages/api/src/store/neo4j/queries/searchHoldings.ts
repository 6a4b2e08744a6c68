import { visible } from './visible.ts';

/**
 * Search documents in scope that the index proposes, by entity, with when it was last seen; which of them match, and how
 * well, is decided outside. Of people, facts of protection as they count for the scope come along.
 */
export const searchHoldings = `
  CALL db.index.fulltext.queryNodes('holding_words', $text) YIELD node AS found
  WHERE ${visible('found')} AND ($agencies IS NULL OR found.agency IN $agencies)
  MATCH (found)-[:ABOUT]->(entity)
  WITH entity, collect(found.words) AS documents
  CALL (entity) {
    MATCH (entity)<-[:ABOUT]-(holding)
    WITH entity, holding, ${visible('holding')} AS isSeen,
      CASE WHEN entity.isProtectable THEN ${visible('holding')} OR holding.audience IN $protecting END AS protects
    RETURN max(CASE WHEN isSeen THEN holding.lastLink END) AS lastLink, max(CASE WHEN isSeen THEN holding.lastOccurred END) AS lastOccurred,
      count(CASE WHEN protects IS NOT NULL AND ((protects AND holding.isMarked) OR holding.isMarkedOutside) THEN 1 END) > 0 AS isMarked,
      max(CASE WHEN protects THEN holding.adultFrom WHEN protects IS NOT NULL THEN holding.adultFromOutside END) AS adultFrom,
      min(CASE WHEN protects THEN holding.earliest WHEN protects IS NOT NULL THEN holding.earliestOutside END) AS earliest
  }
  RETURN entity.id AS id, entity.kind AS kind, coalesce(entity.isGuarded, false) AS isGuarded, documents, lastLink, lastOccurred,
    isMarked, adultFrom, earliest`;
