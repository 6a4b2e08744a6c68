import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import type { Vocabulary } from '@linchpin/schema';
import type { AnalysisThreadData } from './analysisThread.ts';
import type { StartedThread } from './analysis/thread/lastingThread.ts';
import { threadedAnalysis, type ThreadedAnalysisOptions, type ThreadRole } from './analysis/thread/threadedAnalysis.ts';
import type { Config } from './config.ts';
import type { Analysis } from './model/analysis.ts';
import { StopSwitch } from './store/embedded/stopSwitch.ts';
import { packVocabulary } from './store/embedded/threads/carryVocabulary.ts';
import { leaveSqliteAtExit } from './store/embedded/threads/leaveSqliteAtExit.ts';
import { threadCode } from './threads/threadCode.ts';

export interface AnalysisOptions extends Pick<ThreadedAnalysisOptions, 'onState' | 'onFault'> {
  readonly config: Pick<Config, 'store' | 'data' | 'analysis'>;
  readonly vocabulary: Vocabulary;
  readonly secret: Uint8Array;
  /** Milliseconds between two looks at the change log. */
  readonly pollEvery?: number;
  /** A thread was started; for tests that end one. */
  onThread?(role: ThreadRole, thread: StartedThread): void;
}

/** Milliseconds: well within the two seconds in which a change must be seen. */
const pollEvery = 200;
/** Heap of a thread in MiB, besides the arrays: one that grows beyond ends alone, not with the service. */
const mostHeap = 1_024;
const analysisThread = join(import.meta.dirname, 'analysisThread.ts');

/** Starts the threads of the analysis over the opened store; they open it for themselves. */
export function openAnalysis({ config, vocabulary, secret, onState, onFault, ...options }: AnalysisOptions): Analysis {
  const { mostBytes, isOn } = config.analysis;
  const handed = { secret, vocabulary: packVocabulary(vocabulary), mostBytes, pollEvery: options.pollEvery ?? pollEvery };
  return threadedAnalysis({
    start: async (role) => {
      const stop = new StopSwitch();
      const store = await storeOf(config);
      const thread = startThread(threadCode(analysisThread), stop, { ...handed, store, role, stop: stop.shared });
      options.onThread?.(role, thread);
      return thread;
    },
    isOn,
    onState,
    onFault,
  });
}

/** The adapter's code is loaded only for the store that is used. */
async function storeOf({ store, data }: Pick<Config, 'store' | 'data'>): Promise<AnalysisThreadData['store']> {
  if (store.kind !== 'embedded') return store;
  const { storeFiles } = await import('./store/embedded/openEmbeddedStores.ts');
  return { kind: 'embedded', path: join(data, storeFiles.evidence) };
}

function startThread(code: string, stop: StopSwitch, workerData: AnalysisThreadData): StartedThread {
  const worker = new Worker(code, {
    eval: true,
    execArgv: [],
    workerData,
    resourceLimits: { maxOldGenerationSizeMb: mostHeap },
  });
  leaveSqliteAtExit.add(stop);
  worker.on('exit', () => leaveSqliteAtExit.delete(stop));
  return {
    worker,
    async end() {
      stop.tell();
      for (let ms = 1; stop.isInside; ms = Math.min(ms * 2, 100)) await pause(ms, undefined, { ref: false });
      await worker.terminate();
    },
  };
}
