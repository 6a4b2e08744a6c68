export const findRecords = `
  UNWIND $ids AS id
  MATCH (record:Record {id: id})-[:OF]->(entity) USING INDEX SEEK record:Record(id)
  RETURN id, entity.id AS entity, record.kind AS kind, record.number AS number, record.agency AS agency, record.audience AS audience`;

export const findEntity = 'MATCH (entity:Entity {id: $id}) USING INDEX SEEK entity:Entity(id) RETURN entity.kind AS kind';

export const createEntity = 'CREATE (entity:Entity {id: $id, kind: $kind, holders: []})';

export const forgetRedirect =
  'MATCH (entity:Entity {id: $id})-[redirect:WENT_INTO]->() USING INDEX SEEK entity:Entity(id) DELETE redirect';

export const moveRecords = `
  MATCH (target:Entity {id: $target}) USING INDEX SEEK target:Entity(id)
  UNWIND $ids AS id
  MATCH (record:Record {id: id})-[old:OF]->() USING INDEX SEEK record:Record(id)
  DELETE old
  CREATE (record)-[:OF]->(target)`;

export const redirectEmptied = `
  MATCH (target:Entity {id: $target}) USING INDEX SEEK target:Entity(id)
  UNWIND $ids AS id
  MATCH (source:Entity {id: id}) USING INDEX SEEK source:Entity(id) WHERE NOT EXISTS { (source)<-[:OF]-() }
  CREATE (source)-[:WENT_INTO]->(target)`;

/** Links of the moved records, with their ends as they are now. */
export const findMovedLinks = `
  UNWIND $ids AS id
  MATCH (record:Record {id: id})<-[:FROM|TO]-(link:Link) USING INDEX SEEK record:Record(id)
  WITH DISTINCT link
  MATCH (link)-[:FROM]->(:Record)-[:OF]->(from)
  MATCH (link)-[:TO]->(:Record)-[:OF]->(to)
  RETURN link.id AS id, link.kind AS kind, link.bundle AS bundle, link.agency AS agency, link.audience AS audience,
    from.id AS from, to.id AS to`;

export const renameBundles =
  'UNWIND $rows AS row MATCH (link:Link {id: row.id}) USING INDEX SEEK link:Link(id) SET link.bundle = row.bundle';
