import { greatestOf, leastOf } from './extremes.ts';

/**
 * The relationship between two entities says what one origin's links of one kind come to; new reports add to it, in their
 * own transaction. One statement a kind: MERGE of a dynamic type, `$(row.kind)`, reads every relationship of the store
 * for each row (5.26).
 */
export const addBundles = (type: string): string => `
  UNWIND $rows AS row
  MATCH (from:Entity {id: row.from}) USING INDEX SEEK from:Entity(id)
  MATCH (to:Entity {id: row.to}) USING INDEX SEEK to:Entity(id)
  MERGE (from)-[bundle:${type} {agency: row.agency, audience: row.audience}]->(to)
  ON CREATE SET bundle.bundle = row.bundle, bundle.links = row.links, bundle.reports = row.reports, bundle.sure = row.sure,
    bundle.undated = row.undated, bundle.first = row.first, bundle.last = row.last, bundle.end = row.end
  ON MATCH SET bundle.links = bundle.links + row.links, bundle.reports = bundle.reports + row.reports,
    bundle.sure = bundle.sure + row.sure, bundle.undated = bundle.undated + row.undated,
    ${leastOf('bundle', 'first')}, ${greatestOf('bundle', 'last')}, ${greatestOf('bundle', 'end')}`;

/** The same from the links that are there now; a relationship without links goes. */
export const deriveBundles = (type: string): string => `
  UNWIND $rows AS row
  MATCH (from:Entity {id: row.from}) USING INDEX SEEK from:Entity(id)
  MATCH (to:Entity {id: row.to}) USING INDEX SEEK to:Entity(id)
  CALL (row) {
    MATCH (link:Link {bundle: row.bundle}) USING INDEX SEEK link:Link(bundle) WHERE link.agency = row.agency AND link.audience = row.audience
    RETURN count(link) AS links, count(DISTINCT link.number) AS reports,
      sum(CASE WHEN link.isWeak THEN 0 ELSE 1 END) AS sure, sum(CASE WHEN link.start IS NULL THEN 1 ELSE 0 END) AS undated,
      min(link.start) AS first, max(link.time) AS last, max(coalesce(link.end, link.start)) AS end
  }
  MERGE (from)-[bundle:${type} {agency: row.agency, audience: row.audience}]->(to)
  SET bundle.bundle = row.bundle, bundle.links = links, bundle.reports = reports, bundle.sure = sure,
    bundle.undated = undated, bundle.first = first, bundle.last = last, bundle.end = end
  WITH bundle WHERE bundle.links = 0
  DELETE bundle`;
