import { randomBytes } from 'node:crypto';
import type { Vocabulary } from '@linchpin/schema';
import { publicIds, type PublicIds } from '../../model/publicIds.ts';
import type { AuditLog } from '../ports/auditLog.ts';
import type { GraphStore } from '../ports/graphStore.ts';
import type { OutagePatience } from '../ports/outagePatience.ts';
import type { WorkStore } from '../ports/workStore.ts';
import { neo4jAuditLog } from './auditLog.ts';
import { neo4jGraphStore } from './graphStore.ts';
import { hubDefaults } from './hub/hubDefaults.ts';
import { migrate } from './migrations/migrate.ts';
import { Cypher, type Neo4jSettings } from './runCypher.ts';
import { neo4jWorkStore } from './workStore.ts';

export interface Neo4jStoreOptions extends Neo4jSettings {
  readonly vocabulary: Vocabulary;
  /** Of the installation; without it the one kept in the database, drawn at the first opening. */
  readonly secret?: Buffer;
  /** An entity that has more relationships of any sort than this is a hub. */
  readonly hubFrom?: number;
  /** Changes of a hub that are kept, in numbers behind its version. */
  readonly changesKept?: number;
  /** For a long job, which waits through an outage; others are told of it at once. */
  readonly outage?: OutagePatience;
}

/**
 * Opens the three stores on one driver and brings the database to the newest version. The driver closes with the last of them.
 * @throws LinchpinError UNAVAILABLE with what to do: server not reached, user refused, newer database.
 */
export async function openNeo4jStores(
  options: Neo4jStoreOptions,
): Promise<{ graph: GraphStore; work: WorkStore; audit: AuditLog }> {
  const cypher = new Cypher(options, options.outage);
  try {
    const lease = leaseOf(() => cypher.close());
    const work = neo4jWorkStore(cypher, lease());
    const settings = { ...hubDefaults, ...options };
    const idsOf = async (): Promise<PublicIds> => {
      const secret = await work.claimSetting('secret', (options.secret ?? randomBytes(32)).toString('hex'));
      return publicIds(Buffer.from(secret, 'hex'));
    };
    await migrate(cypher, { idsOf, hubFrom: settings.hubFrom });
    const graph = neo4jGraphStore(cypher, { ...settings, ids: await idsOf() }, lease());
    return { graph, work, audit: neo4jAuditLog(cypher, lease()) };
  } catch (error) {
    await cypher.close();
    throw error;
  }
}

/** Each call gives one way to let go; the last one to let go ends what they share. Letting go twice counts once. */
function leaseOf(end: () => Promise<void>): () => () => Promise<void> {
  const holders = new Set<symbol>();
  return () => {
    const holder = Symbol('holder');
    holders.add(holder);
    return async () => {
      if (holders.delete(holder) && holders.size === 0) await end();
    };
  };
}
