import { availableParallelism } from 'node:os';
import type { Vocabulary } from '@linchpin/schema';
import type { EmbeddedStores } from '../openEmbeddedStores.ts';
import { threadedAuditLog } from './threadedAuditLog.ts';
import { threadedStores } from './threadedStores.ts';
import { newThreads, type Threads } from './threads.ts';

export interface ThreadSettings {
  /** How many read; by the number of cores when left out. */
  readonly readers?: number;
  /** Milliseconds that a read may take. */
  readonly deadline?: number;
  /** Whether the files are read once after opening, so that first questions need not wait for the disk. */
  readonly warms?: boolean;
  /** Milliseconds between two checkpoints. */
  readonly checkpointEvery?: number;
  /** Pages in the journal from which it is emptied, which keeps the writer waiting for a moment. */
  readonly pagesToEmpty?: number;
  /** Where threads come from; for tests. */
  readonly threads?: Threads;
}

interface Opening {
  readonly paths: { readonly evidence: string; readonly audit: string };
  readonly secret: Buffer;
  readonly vocabulary: Vocabulary;
  readonly hubThreshold: number | undefined;
  readonly settings: ThreadSettings;
}

const mostReaders = 4;
const usual = {
  deadline: 30_000,
  warms: true,
  checkpointEvery: 2_000,
  /** 64 MiB. */
  pagesToEmpty: 16_384,
  threads: newThreads,
};

/** Opens stores, whose files are there and up to date, in threads. */
export async function openThreaded({ paths, secret, vocabulary, hubThreshold, settings }: Opening): Promise<EmbeddedStores> {
  const readers = settings.readers ?? readersFor(availableParallelism());
  const { threads, ...how } = { ...usual, ...settings, readers };
  const stores = threadedStores({ path: paths.evidence, secret, vocabulary, hubThreshold, threads, ...how });
  const audit = threadedAuditLog({ path: paths.audit, threads });
  const [opened, log] = await Promise.allSettled([stores, audit]);
  if (opened.status === 'fulfilled' && log.status === 'fulfilled') return { ...opened.value, audit: log.value };
  if (opened.status === 'fulfilled') await opened.value.graph.close();
  if (log.status === 'fulfilled') await log.value.close();
  throw opened.status === 'rejected' ? opened.reason : (log as PromiseRejectedResult).reason;
}

/** Two at least where there is more than one core: one of them is kept free for short reads. The writer and the server need a core, too. */
export function readersFor(cores: number): number {
  return cores === 1 ? 1 : Math.max(2, Math.min(mostReaders, cores - 1));
}
