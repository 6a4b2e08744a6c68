import { visible } from './visible.ts';

const columns = `type(bundle) AS linkKind, bundle.agency AS agency, bundle.links AS links, bundle.reports AS reports, bundle.sure AS sureLinks,
    bundle.undated AS undated, bundle.first AS first, bundle.last AS last, bundle.end AS end,
    coalesce(entity.isGuarded AND other.isGuarded, false) AS isGuarded`;

/** What each origin in scope says links the entities of these pairs. */
export const readRowsOfPairs = (types: string): string => `
  UNWIND $pairs AS pair
  MATCH (entity:Entity {id: pair.from}) USING INDEX SEEK entity:Entity(id)
  MATCH (other:Entity {id: pair.to}) USING INDEX SEEK other:Entity(id)
  MATCH (entity)-[bundle:${types}]->(other) WHERE ${visible('bundle')} AND type(bundle) = pair.kind
  RETURN entity.id AS entityId, entity.kind AS entityKind, other.id AS otherId, other.kind AS otherKind, true AS isOut, ${columns}`;

/** Bundles that have a visible link in the window. */
export const findInWindow = `
  UNWIND $bundles AS bundle
  MATCH (link:Link {bundle: bundle}) USING INDEX SEEK link:Link(bundle) WHERE ${visible('link')}
    AND ($until IS NULL OR link.start < $until) AND ($since IS NULL OR link.start >= $since OR link.end > $since)
    AND link.start IS NOT NULL
  RETURN DISTINCT bundle`;
