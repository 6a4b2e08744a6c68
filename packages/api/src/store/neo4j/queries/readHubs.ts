import { protectionFacts, visible } from './visible.ts';

const columns = `other.id AS otherId, other.kind AS otherKind, type(bundle) AS linkKind, startNode(bundle) = hub AS isOut,
    bundle.agency AS agency, bundle.audience AS audience, bundle.links AS links, bundle.reports AS reports, bundle.sure AS sureLinks,
    bundle.undated AS undated, bundle.first AS first, bundle.last AS last, bundle.end AS end`;

/** All relationships of a hub, whoever may see them. */
export const readHubLinks = (types: string): string => `
  MATCH (hub:Entity {id: $id})-[bundle:${types}]-(other) USING INDEX SEEK hub:Entity(id)
  RETURN ${columns}`;

/** Those to some of its neighbours. */
export const readHubLinksTo = (types: string): string => `
  MATCH (hub:Entity {id: $id}) USING INDEX SEEK hub:Entity(id)
  UNWIND $others AS id
  MATCH (other:Entity {id: id}) USING INDEX SEEK other:Entity(id)
  MATCH (hub)-[bundle:${types}]-(other)
  RETURN ${columns}`;

const recordColumns = `record.id AS id, record.number AS reportNumber, record.agency AS agency, record.audience AS audience,
    record.received AS receivedAt, record.occurred AS occurredAt, record.caption AS caption, record.isGeneric AS isGeneric,
    record.properties AS properties`;

/** All records of a hub, those of one report one after the other. */
export const readHubRecords = `
  MATCH (hub:Entity {id: $id})<-[:OF]-(record) USING INDEX SEEK hub:Entity(id)
  RETURN ${recordColumns} ORDER BY reportNumber`;

/** Those of some reports. */
export const readHubRecordsOf = `
  UNWIND $numbers AS number
  MATCH (report:Report {number: number})<-[:IN]-(record:Record)-[:OF]->(hub) USING INDEX SEEK report:Report(number)
  WHERE hub.id = $id
  RETURN ${recordColumns} ORDER BY reportNumber`;

/**
 * What was written of a hub after a version: neighbours whose relationships, and reports whose records, may be others now;
 * and the hub's version, read when they are all collected.
 */
export const hubChangesAfter = `
  OPTIONAL MATCH (change:HubChange) USING INDEX change:HubChange(hub, version) WHERE change.hub = $id AND change.version > $after
  WITH collect({others: change.others, numbers: change.numbers}) AS changes
  MATCH (hub:Entity {id: $id}) USING INDEX SEEK hub:Entity(id)
  RETURN [change IN changes WHERE change.others IS NOT NULL] AS changes, hub.version AS version`;

/** Takes away what is further behind the version of its hub than is kept, some at a time. Locks nothing that a write waits for. */
export const forgetHubChanges = `
  UNWIND $ids AS id
  MATCH (hub:Entity {id: id}) USING INDEX SEEK hub:Entity(id)
  MATCH (change:HubChange) USING INDEX change:HubChange(hub, version) WHERE change.hub = id AND change.version < hub.version - $kept
  WITH change LIMIT $limit
  DELETE change
  RETURN count(*) AS forgotten`;

/** Facts of protection, as they count for the scope, of a guarded hub and of those whom its links may tell of. */
export const readProtectionAtHub = (telling: string): string => `
  MATCH (hub:Entity {id: $id}) USING INDEX SEEK hub:Entity(id) WHERE hub.isGuarded
  CALL (hub) {
    MATCH (hub)-[:${telling}]-(other) WHERE other.isProtectable
    RETURN DISTINCT other AS person
    UNION
    WITH hub WHERE hub.isProtectable
    RETURN hub AS person
  }
  MATCH (person)<-[:ABOUT]-(holding)
  WITH person, holding, ${visible('holding')} OR holding.audience IN $protecting AS isSeen
  RETURN person.id AS id, ${protectionFacts}`;
