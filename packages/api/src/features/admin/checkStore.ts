import type { UseCase } from '../../gate/useCase.ts';
import type { Verification } from '../../store/ports/graphStore.ts';

export interface CheckStoreRequest {
  onProgress(done: number, of: number): void;
}

/** Recomputes what the store derives and compares. Counts only, no evidence. */
export const checkStore: UseCase<CheckStoreRequest, Verification> = {
  name: 'checkStore',
  kind: 'keeping',
  permission: 'store:keep',
  run: ({ graph }, { onProgress }) => graph.verify(onProgress),
  describe: () => ({}),
  count: ({ problems }) => problems.length,
};
