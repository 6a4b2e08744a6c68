import type { Vocabulary } from '@linchpin/schema';
import { LinchpinError } from '../../model/errors.ts';
import type { PublicIds } from '../../model/publicIds.ts';
import type { BulkLoading } from '../ports/bulkLoading.ts';
import type { GraphStore } from '../ports/graphStore.ts';
import { Interning } from './interning.ts';
import { embeddedReads, type EmbeddedReads } from './reads.ts';
import type { Sqlite } from './sqlite.ts';
import { symmetricKinds } from './symmetricKinds.ts';
import type { PackedReport } from './write/packReport.ts';
import { EmbeddedWrites } from './writes.ts';

interface GraphStoreOptions {
  readonly vocabulary: Vocabulary;
  readonly ids: PublicIds;
  readonly hubThreshold?: number;
}

export interface LoadableStore extends GraphStore {
  readonly bulk: BulkLoading;
}

/** The evidence in one SQLite file (docs/adr/0001), reads and writes in this thread over one connection. */
export function embeddedGraphStore(db: Sqlite, { vocabulary, ids, hubThreshold }: GraphStoreOptions): LoadableStore {
  const interning = new Interning(db, vocabulary);
  const symmetric = symmetricKinds(vocabulary);
  const writes = new EmbeddedWrites(db, { interning, ids, symmetric, hubThreshold });
  // Reads run in one go between two writes, so that each sees one state of the store.
  return {
    ...promised(embeddedReads({ db, interning, ids, vocabulary })),
    addReports: (reports) => writes.addReports(reports),
    retractReport: (retraction) => writes.retractReport(retraction),
    recluster: (recordIds, entityId) => writes.recluster(recordIds, entityId),
    verify: (onProgress) => writes.verify(onProgress),
    bulk: {
      begin: () => beginLoad(writes),
      end: () => writes.endBulk(),
      addPacked: (reports: readonly PackedReport[]) => writes.addPacked(reports),
    },
    close: async () => {
      writes.flush();
      db.close();
    },
  };
}

/** The same to be read only, over a connection that writes nothing. @throws LinchpinError UNAVAILABLE from every write */
export function embeddedReadStore(db: Sqlite, { vocabulary, ids }: Omit<GraphStoreOptions, 'hubThreshold'>): GraphStore {
  const refuse = (): Promise<never> => Promise.reject(new LinchpinError('UNAVAILABLE', 'The store is open for reading only.'));
  const interning = new Interning(db, vocabulary);
  return {
    ...promised(embeddedReads({ db, interning, ids, vocabulary })),
    addReports: refuse,
    retractReport: refuse,
    recluster: refuse,
    verify: refuse,
    close: async () => db.close(),
  };
}

async function beginLoad(writes: EmbeddedWrites): Promise<boolean> {
  try {
    await writes.beginBulk();
    return true;
  } catch (error) {
    if (error instanceof LinchpinError && error.code === 'CONFLICT') return false;
    throw error;
  }
}

type PromisedReads = { readonly [K in keyof EmbeddedReads]: GraphStore[K] };

function promised(reads: EmbeddedReads): PromisedReads {
  const entries = Object.entries(reads).map(([name, read]) => [
    name,
    async (...asked: unknown[]) => (read as (...asked: unknown[]) => unknown)(...asked),
  ]);
  return Object.fromEntries(entries) as PromisedReads;
}
