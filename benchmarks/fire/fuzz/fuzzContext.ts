import { onlyWith, runContextWith } from '@linchpin/api/src/gate/testing/runContextWith.ts';
import type { RunContext } from '@linchpin/api/src/gate/useCase.ts';
import { publicIds } from '@linchpin/api/src/model/publicIds.ts';
import type { GraphStore } from '@linchpin/api/src/store/ports/graphStore.ts';
import { coreVocabulary } from '@linchpin/schema';
import type { FuzzStore } from './tryImport.ts';

export const fuzzSecret = Buffer.alloc(32, 7);
export const fuzzIds = publicIds(fuzzSecret);
const directory = {
  agencies: [{ id: 'BAYOU-SO', name: 'Bayou', contact: 'desk', jurisdictions: [] }],
  groups: [{ id: 'GULF-TF', name: 'Gulf', agencies: ['BAYOU-SO'] }],
  jurisdictions: [],
  users: [],
};

/** What a use-case of the import needs, without a gate. */
export function fuzzContext(store: FuzzStore): RunContext {
  const graph = onlyWith<GraphStore>({ addReports: (reports) => store.addReports(reports) }, 'graph');
  return runContextWith({ graph, ids: fuzzIds, vocabulary: coreVocabulary, now: Date.now, directory: async () => directory });
}
