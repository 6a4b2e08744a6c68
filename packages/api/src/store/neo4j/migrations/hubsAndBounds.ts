import { deriveHolders, promoteHubs } from '../queries/settleEntities.ts';
import type { Cypher } from '../runCypher.ts';
import type { MigrationContext, MigrationStep } from './steps.ts';

const atOnce = 1_000;

/** Version 2: hubs, bounds of overlaps, greatest ends of relationships, and digests in place of keys. */
export const hubsAndBounds: MigrationStep = {
  schema: [
    ...['entity_sharedby', 'holding_agency', 'holding_audience'].map((name) => `DROP INDEX ${name} IF EXISTS`),
    'CREATE INDEX entity_sharedstrength IF NOT EXISTS FOR (n:Entity) ON (n.sharedStrength)',
    'CREATE INDEX entity_sharedday IF NOT EXISTS FOR (n:Entity) ON (n.sharedDay)',
    'CREATE INDEX hubchange_hub_version IF NOT EXISTS FOR (n:HubChange) ON (n.hub, n.version)',
  ],
  data: [
    `MATCH (link:Link)-[said:IN]->(:Report) CALL (said) { DELETE said } IN TRANSACTIONS OF 5000 ROWS`,
    `MATCH (entity:Entity)-[bundle]->(:Entity) WHERE bundle.bundle IS NOT NULL AND bundle.end IS NULL
     CALL (bundle) {
       MATCH (link:Link {bundle: bundle.bundle}) WHERE link.agency = bundle.agency AND link.audience = bundle.audience
       WITH bundle, max(coalesce(link.end, link.start)) AS end
       SET bundle.end = end
     } IN TRANSACTIONS OF 5000 ROWS`,
  ],
  indexes: [
    { name: 'entity_sharedstrength', type: 'RANGE', label: 'Entity', properties: ['sharedStrength'] },
    { name: 'entity_sharedday', type: 'RANGE', label: 'Entity', properties: ['sharedDay'] },
    { name: 'hubchange_hub_version', type: 'RANGE', label: 'HubChange', properties: ['hub', 'version'] },
  ],
  move: deriveEntities,
};

/** A chunk of entities at a time: their holders and bounds, whether they are hubs, and digests of keys that stand in clear. */
export async function deriveEntities(cypher: Cypher, { idsOf, hubFrom }: MigrationContext): Promise<void> {
  const ids = await idsOf();
  const [ledger] = await cypher.read<{ seq: number }>("MATCH (l:Ledger {name: 'evidence'}) RETURN l.seq AS seq");
  for (let after = ''; ;) {
    const chunk = await cypher.read<{ id: string; key: string | null }>(
      'MATCH (e:Entity) WHERE e.id > $after RETURN e.id AS id, e.key AS key ORDER BY e.id LIMIT $limit',
      { after, limit: atOnce },
    );
    const clear = chunk.flatMap(({ id, key }) => (key === null || isDigest(key) ? [] : [{ id, key: ids.digest(key) }]));
    await cypher.write(async (transaction) => {
      const named = chunk.map(({ id }) => id);
      await transaction.run('UNWIND $rows AS row MATCH (e:Entity {id: row.id}) SET e.key = row.key', { rows: clear });
      await transaction.run('UNWIND $ids AS id MATCH (e:Entity {id: id}) REMOVE e.sharedBy', { ids: named });
      await transaction.run(deriveHolders, { ids: named });
      await transaction.run(promoteHubs, { ids: named, hubFrom, seq: ledger?.seq ?? 0 });
    });
    after = chunk.at(-1)?.id ?? '';
    if (chunk.length < atOnce) return;
  }
}

/** Keys themselves begin with their kind and a space. */
function isDigest(key: string): boolean {
  return /^[0-9a-f]{32}$/.test(key);
}
