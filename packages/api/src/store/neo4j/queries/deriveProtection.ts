/**
 * Facts by which people may be protected, kept on what each origin holds about them, twice: for who sees the origin, and
 * (`Outside`) for who does not, from reports that are pointers or protect everywhere.
 */
export const deriveProtection = `
  UNWIND $people AS person
  MATCH (entity:Entity {id: person.id}) USING INDEX SEEK entity:Entity(id) WHERE person.hasFacts OR entity.isProtectable
  MATCH (holding:Holding)-[:ABOUT]->(entity)
  CALL (entity, holding) {
    MATCH (entity)<-[:OF]-(record:Record) WHERE record.agency = holding.agency AND record.audience = holding.audience
    OPTIONAL MATCH (record)<-[end:FROM|TO]-(link:Link)
    WITH record, coalesce(record.isMinor, false) OR coalesce(link.isProtecting AND type(end) = 'FROM', false) AS isMarked,
      CASE WHEN link.met < record.time THEN link.met ELSE record.time END AS met,
      record.outside = 'POINTER' OR record.everywhere AS countsOutside
    RETURN count(CASE WHEN isMarked THEN 1 END) > 0 AS isMarked, max(record.adultFrom) AS adultFrom, min(met) AS earliest,
      count(CASE WHEN countsOutside AND isMarked THEN 1 END) > 0 AS isMarkedOutside,
      max(CASE WHEN countsOutside THEN record.adultFrom END) AS adultFromOutside,
      min(CASE WHEN countsOutside THEN met END) AS earliestOutside
  }
  SET holding.isMarked = isMarked, holding.adultFrom = adultFrom, holding.earliest = earliest,
    holding.isMarkedOutside = isMarkedOutside, holding.adultFromOutside = adultFromOutside, holding.earliestOutside = earliestOutside
  WITH entity, count(CASE WHEN isMarked THEN 1 END) > 0 AS isMarked, max(adultFrom) AS adultFrom, min(earliest) AS earliest
  SET entity.isProtectable = isMarked OR adultFrom IS NOT NULL
  WITH entity WHERE isMarked OR earliest < adultFrom
  SET entity.isGuarded = true`;

/** Who a telling link joins to a guarded person is looked at closely too. Stays when the reason goes: slower, never wrong. */
export const guardTold = `
  UNWIND $people AS person
  MATCH (entity:Entity {id: person.id}) USING INDEX SEEK entity:Entity(id) WHERE entity.isProtectable AND entity.isGuarded
  MATCH (entity)-[:KIN|RESIDES_AT|ASSOCIATED_WITH]-(told:Entity)
  SET told.isGuarded = true`;

export const findPeople =
  'UNWIND $ids AS id MATCH (entity:Entity {id: id}) USING INDEX SEEK entity:Entity(id) WHERE entity.kind = $person RETURN id';
