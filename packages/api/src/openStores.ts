import { randomBytes } from 'node:crypto';
import type { Vocabulary } from '@linchpin/schema';
import type { Config } from './config.ts';
import { publicIds, type PublicIds } from './model/publicIds.ts';
import type { AuditLog } from './store/ports/auditLog.ts';
import type { BulkLoading } from './store/ports/bulkLoading.ts';
import type { GraphStore } from './store/ports/graphStore.ts';
import type { OutagePatience } from './store/ports/outagePatience.ts';
import type { WorkStore } from './store/ports/workStore.ts';

export interface OpenStores {
  readonly graph: GraphStore;
  readonly work: WorkStore;
  readonly audit: AuditLog;
  readonly ids: PublicIds;
  /** Where the store can be loaded faster while it is empty. */
  readonly bulk?: BulkLoading;
  /** Closes all of them and lets the data folder go. */
  close(): Promise<void>;
}

export interface OpenOptions {
  /** Whether the embedded store works in threads of its own: for a server, which must answer others meanwhile. */
  readonly inThreads?: boolean;
  /** For a long job on a store elsewhere, which waits when that goes away for a while; others are told at once. */
  readonly outage?: OutagePatience;
}

/**
 * Opens the stores that the settings name; the adapter's code is loaded only then.
 * @throws LinchpinError UNAVAILABLE with what to do.
 */
export async function openStores(
  config: Pick<Config, 'store' | 'data'>,
  vocabulary: Vocabulary,
  options: OpenOptions = {},
): Promise<OpenStores> {
  const { graph, work, audit, bulk, release } = await openAdapter(config, vocabulary, options);
  const close = async (): Promise<void> => {
    const closed = await Promise.allSettled([graph, work, audit].map((store) => store.close()));
    release();
    for (const outcome of closed) if (outcome.status === 'rejected') throw outcome.reason;
  };
  try {
    const secret = await work.claimSetting('secret', randomBytes(32).toString('hex'));
    return { graph, work, audit, bulk, ids: publicIds(Buffer.from(secret, 'hex')), close };
  } catch (error) {
    await close();
    throw error;
  }
}

interface Adapter extends Pick<OpenStores, 'graph' | 'work' | 'audit' | 'bulk'> {
  release(): void;
}

async function openAdapter(
  { store, data }: Pick<Config, 'store' | 'data'>,
  vocabulary: Vocabulary,
  { inThreads = false, outage }: OpenOptions,
): Promise<Adapter> {
  if (store.kind === 'neo4j') {
    const { openNeo4jStores } = await import('./store/neo4j/openNeo4jStores.ts');
    return { ...(await openNeo4jStores({ ...store, vocabulary, outage })), release: () => {} };
  }
  const { holdFolder } = await import('./store/embedded/holdFolder.ts');
  const release = holdFolder(data);
  try {
    const { openEmbeddedStores } = await import('./store/embedded/openEmbeddedStores.ts');
    const threads = inThreads && { readers: store.readers };
    return { ...(await openEmbeddedStores({ folder: data, vocabulary, threads })), release };
  } catch (error) {
    release();
    throw error;
  }
}
