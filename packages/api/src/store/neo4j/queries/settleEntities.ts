/** Bounds are noted in eighths of a doubling and in days, rounded up: a write seldom changes them. */
export const eighths = 8;
const halfLife = '7776000000.0';
const day = '86400000.0';
/** Never dated: below every date. */
const never = -1_000_000_000;

const bounds = `
  entity.sharedStrength = CASE WHEN last IS NULL THEN ${never}
    ELSE toInteger(ceil(${eighths} * (log(size(entity.holders) * (1 + cases)) / log(2) + last / ${halfLife}))) END,
  entity.sharedDay = CASE WHEN last IS NULL THEN ${never} ELSE toInteger(ceil(last / ${day})) END`;

/**
 * After new reports: who holds an entity, and, where several agencies do, upper bounds by which lists of overlaps are
 * walked: no scope's strength, or last seen, is above them. Cases are counted as all that it is involved in.
 */
export const noteHolders = `
  UNWIND $rows AS row
  MATCH (entity:Entity {id: row.id}) USING INDEX SEEK entity:Entity(id)
  WITH entity, row, [agency IN row.agencies WHERE NOT agency IN entity.holders] AS added
  FOREACH (_ IN CASE WHEN added = [] THEN [] ELSE [1] END | SET entity.holders = entity.holders + added)
  WITH entity, row WHERE size(entity.holders) > 1
  WITH entity, row.last AS said, entity.sharedLast AS noted, COUNT { (entity)-[:INVOLVED_IN]-() } AS cases
  CALL (entity) {
    WITH entity WHERE entity.sharedStrength IS NULL
    MATCH (entity)<-[:ABOUT]-(holding)
    UNWIND [holding.lastLink, holding.lastOccurred] AS time
    RETURN max(time) AS found
  }
  WITH entity, cases, reduce(last = null, time IN [said, noted, found] | CASE WHEN last IS NULL OR time > last THEN time ELSE last END) AS last
  SET entity.sharedLast = last, ${bounds}`;

/** The same from the holdings that are there now. */
export const deriveHolders = `
  UNWIND $ids AS id
  MATCH (entity:Entity {id: id}) USING INDEX SEEK entity:Entity(id)
  SET entity.holders = COLLECT { MATCH (entity)<-[:ABOUT]-(holding) RETURN DISTINCT holding.agency ORDER BY holding.agency }
  WITH entity, COUNT { (entity)-[:INVOLVED_IN]-() } AS cases
  CALL (entity) {
    MATCH (entity)<-[:ABOUT]-(holding)
    UNWIND [holding.lastLink, holding.lastOccurred] AS time
    RETURN max(time) AS last
  }
  SET entity.sharedLast = last, ${bounds}
  WITH entity WHERE size(entity.holders) < 2
  SET entity.sharedLast = null, entity.sharedStrength = null, entity.sharedDay = null`;

/** Entities that have more relationships of any sort than this become hubs, and stay so. */
export const promoteHubs = `
  UNWIND $ids AS id
  MATCH (entity:Entity {id: id}) USING INDEX SEEK entity:Entity(id)
  WHERE COUNT { (entity)--() } > $hubFrom AND NOT entity:Hub
  SET entity:Hub, entity.version = $seq`;

/** What a write touched of hubs, for whoever has them in memory. */
export const noteHubChanges = `
  UNWIND $rows AS row
  MATCH (hub:Entity {id: row.hub}) USING INDEX SEEK hub:Entity(id)
  SET hub.version = $seq
  CREATE (:HubChange {hub: row.hub, version: $seq, others: row.others, numbers: row.numbers})`;

export const findHubs = `
  UNWIND $ids AS id
  MATCH (entity:Entity {id: id}) USING INDEX SEEK entity:Entity(id) WHERE entity:Hub
  RETURN id`;
