/** Links of these kinds may tell where a protected person is, or who is with them. */
export const tellingKinds = ['KIN', 'RESIDES_AT', 'ASSOCIATED_WITH'] as const;
const telling = tellingKinds.join('|');

/**
 * Facts by which people may be protected, kept on what each origin holds about them, twice: for who sees the origin, and
 * (`Outside`) for who does not, from reports that are pointers or protect everywhere. New reports add theirs when they add
 * to the holding; here they come again from the records that are there now.
 */
export const deriveProtection = `
  UNWIND $people AS person
  MATCH (entity:Entity {id: person.id}) USING INDEX SEEK entity:Entity(id) WHERE person.hasFacts OR entity.isProtectable
  MATCH (holding:Holding)-[:ABOUT]->(entity)
  CALL (entity, holding) {
    MATCH (entity)<-[:OF]-(record:Record) WHERE record.agency = holding.agency AND record.audience = holding.audience
    MATCH (record)-[:IN]->(report)
    OPTIONAL MATCH (record)<-[end:FROM|TO]-(link:Link)
    WITH record, coalesce(record.isMinor, false) OR coalesce(link.isProtecting AND type(end) = 'FROM', false) AS isMarked,
      CASE WHEN link.met < report.time THEN link.met ELSE report.time END AS met,
      report.outside = 'POINTER' OR report.everywhere AS countsOutside
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
  SET entity.isGuarded = true, entity.isTold = true`;

/**
 * New reports said something of these people. `isGuarded`: looked at closely; `isTold`: so is everybody whom a telling link
 * joins to them. Nobody is told twice, so a person of many links costs no more than one of few.
 */
export const guardProtected = `
  UNWIND $people AS person
  MATCH (entity:Entity {id: person.id}) USING INDEX SEEK entity:Entity(id)
  SET entity.isProtectable = person.hasFacts OR entity.isProtectable
  WITH entity WHERE entity.isTold IS NULL
  MATCH (holding:Holding)-[:ABOUT]->(entity)
  WITH entity, count(CASE WHEN holding.isMarked THEN 1 END) > 0 AS isMarked, max(holding.adultFrom) AS adultFrom,
    min(holding.earliest) AS earliest
  WHERE isMarked OR earliest < adultFrom
  SET entity.isGuarded = true, entity.isTold = true
  WITH entity
  MATCH (entity)-[:${telling}]-(told:Entity)
  SET told.isGuarded = true`;

/** The same for whom a new link joins to somebody who was told of before. */
export const guardNewlyTold = `
  UNWIND $pairs AS pair
  MATCH (entity:Entity {id: pair.id}) USING INDEX SEEK entity:Entity(id) WHERE entity.isTold
  MATCH (told:Entity {id: pair.told}) USING INDEX SEEK told:Entity(id)
  SET told.isGuarded = true`;

/** Who a telling link joins to a guarded person is looked at closely too. Stays when the reason goes: slower, never wrong. */
export const guardTold = `
  UNWIND $people AS person
  MATCH (entity:Entity {id: person.id}) USING INDEX SEEK entity:Entity(id) WHERE entity.isProtectable AND entity.isGuarded
  MATCH (entity)-[:${telling}]-(told:Entity)
  SET told.isGuarded = true`;

export const findPeople =
  'UNWIND $ids AS id MATCH (entity:Entity {id: id}) USING INDEX SEEK entity:Entity(id) WHERE entity.kind = $person RETURN id';
