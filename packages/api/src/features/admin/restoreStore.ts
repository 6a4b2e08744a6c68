import type { UseCase } from '../../gate/useCase.ts';
import type { CopyRequest } from './backUpStore.ts';

/** Puts a backup in the place of an empty store; remembered in the restored audit log. */
export const restoreStore: UseCase<CopyRequest<unknown>, unknown> = {
  name: 'restoreStore',
  kind: 'keeping',
  permission: 'store:keep',
  run: (_context, { copy }) => copy(),
  describe: ({ folder }) => ({ folder }),
  count: () => null,
};
