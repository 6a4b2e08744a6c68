import type { Analysis, AnalysisStatus } from '../../model/analysis.ts';
import { LinchpinError } from '../../model/errors.ts';
import type { KeeperProgress } from './adjacencyKeeper.ts';
import { LastingThread, type StartedThread } from './lastingThread.ts';
import type { Told } from './messages.ts';

export type ThreadRole = 'adjacency' | 'store';

export interface ThreadedAnalysisOptions {
  start(role: ThreadRole): Promise<StartedThread>;
  /** Whether the adjacency is built at all. */
  readonly isOn: boolean;
  onState(status: AnalysisStatus): void;
  onFault(error: unknown): void;
}

/** How long an answer may take, in milliseconds: a search ends itself long before, unless many wait. */
const patience = { adjacency: 4_000, store: 30_000 } as const;

/** Two threads: one keeps the adjacency and answers from it; one, started when first needed, asks the store. */
export function threadedAnalysis({ start, isOn, onState, onFault }: ThreadedAnalysisOptions): Analysis {
  let progress: KeeperProgress = { state: 'building', bytes: 0, buildSeconds: null, freshAt: null };
  let restarts = 0;
  const answered = { adjacency: 0, store: 0 };
  const status = (): AnalysisStatus => ({
    state: isOn ? progress.state : 'off',
    bytes: progress.bytes,
    buildSeconds: progress.buildSeconds,
    secondsBehind: progress.freshAt === null ? null : Math.max(0, Date.now() - progress.freshAt) / 1_000,
    answered: { ...answered },
    restarts,
  });
  const learn = (next: KeeperProgress): void => {
    const isNews = next.state !== progress.state;
    progress = next;
    if (isNews) onState(status());
  };
  const onTold = (told: Told): void => {
    if (told.about === 'progress') learn(told.progress);
    else if (told.about !== 'answer') onFault(told.error);
  };
  const thread = (role: ThreadRole): LastingThread =>
    new LastingThread({
      start: () => start(role),
      onTold,
      onLost: (error) => {
        restarts++;
        onFault(
          new LinchpinError('UNAVAILABLE', `The thread of the ${role} ended. The next one takes over`, [], { cause: error }),
        );
        if (role === 'adjacency') learn({ state: 'building', bytes: 0, buildSeconds: null, freshAt: null });
      },
    });
  const adjacency = thread('adjacency');
  const store = thread('store');
  const askStore: Analysis['searchStore'] = async (scope, question) => {
    try {
      await store.start();
      return await store.ask('searchStore', [scope, question], patience.store);
    } catch (error) {
      onFault(error);
      return null;
    }
  };
  if (isOn) adjacency.start().catch(onFault);
  return {
    get status() {
      return status();
    },
    async findPaths(scope, question, atLeast) {
      if (progress.state !== 'ready') return null;
      const found = await adjacency.ask('findPaths', [scope, question, atLeast], patience.adjacency);
      if (found) answered.adjacency++;
      return found;
    },
    async searchStore(scope, question) {
      // Asked again once: the thread may have been lost for a reason that has nothing to do with the question.
      const found = (await askStore(scope, question)) ?? (await askStore(scope, question));
      if (found) answered.store++;
      return found;
    },
    async close() {
      await Promise.all([adjacency.close(), store.close()]);
    },
  };
}
