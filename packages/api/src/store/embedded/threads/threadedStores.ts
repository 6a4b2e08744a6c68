import type { Vocabulary } from '@linchpin/schema';
import { publicIds } from '../../../model/publicIds.ts';
import type { GraphStore } from '../../ports/graphStore.ts';
import type { WorkStore } from '../../ports/workStore.ts';
import { packReport } from '../write/packReport.ts';
import { packVocabulary } from './carryVocabulary.ts';
import { LastingThread } from './lastingThread.ts';
import { ReaderPool } from './readerPool.ts';
import { threadedReads } from './threadedReads.ts';
import { ThreadedWrites } from './threadedWrites.ts';
import type { Threads } from './threads.ts';

export interface ThreadedOptions {
  /** Of the evidence, migrated. */
  readonly path: string;
  readonly secret: Buffer;
  readonly vocabulary: Vocabulary;
  readonly threads: Threads;
  readonly readers: number;
  /** Milliseconds that a read may take. */
  readonly deadline: number;
  readonly warms: boolean;
  readonly checkpointEvery: number;
  readonly pagesToEmpty: number;
  readonly hubThreshold?: number;
}

const unknown =
  'It is not known whether this was written. Send it again with the same idempotency key: it will not be there twice.';

/** Evidence and work, written by one thread, read by some, checkpointed by another: nothing here waits for a disk. */
export async function threadedStores(options: ThreadedOptions): Promise<{ graph: GraphStore; work: WorkStore }> {
  const { path, secret, threads, hubThreshold, warms, checkpointEvery, pagesToEmpty } = options;
  const ids = publicIds(secret);
  const shared = { path, secret, vocabulary: packVocabulary(options.vocabulary) };
  const writer = new ThreadedWrites({ threads, role: { role: 'writer', ...shared, hubThreshold } }, unknown);
  const pool = new ReaderPool({ threads, readers: options.readers, deadline: options.deadline, reader: shared });
  const keeper = new LastingThread({
    threads,
    role: { role: 'keeper', path, every: checkpointEvery, pagesToEmpty, warms },
  });
  const close = async (): Promise<void> => {
    // The keeper empties the journal when nobody uses it any more.
    const closed = await Promise.allSettled([writer.close(), pool.close()]);
    await keeper.close();
    for (const outcome of closed) if (outcome.status === 'rejected') throw outcome.reason;
  };
  try {
    await Promise.all([writer.opened, pool.opened(), keeper.opened]);
  } catch (error) {
    await close().catch(() => undefined);
    throw error;
  }
  const { setting, directory, notices, ...evidence } = threadedReads(pool);
  return {
    graph: {
      ...evidence,
      addReports: (reports) =>
        writer.call(
          'addPacked',
          reports.map((report) => packReport(report, ids)),
        ),
      async retractReport(retraction) {
        const answer = await writer.call<{ readonly reportId: string } | null>('retractReport', retraction);
        // Where the keeper has just died, the next one begins with it.
        if (keeper.isReady) await keeper.thread.call('erase', []).catch(() => undefined);
        return answer;
      },
      recluster: (recordIds, entityId) => writer.call('recluster', recordIds, entityId),
      verify: () => writer.call('verify'),
      close,
    },
    work: {
      setting,
      directory,
      notices,
      claimSetting: (name, value) => writer.call('claimSetting', name, value),
      putSetting: (name, value) => writer.call('putSetting', name, value),
      putDirectory: (entries) => writer.call('putDirectory', entries),
      addNotices: (entries) => writer.call('addNotices', entries),
      // The evidence store ends the threads that both share.
      close: async () => undefined,
    },
  };
}
