import type { UseCase } from '../../gate/useCase.ts';

export interface CopyRequest<T> {
  /** Where to or from, for the audit log. */
  readonly folder: string;
  copy(): Promise<T>;
}

/** Copies the whole store. What the copy is depends on the store: the caller hands it in. */
export const backUpStore: UseCase<CopyRequest<unknown>, unknown> = {
  name: 'backUpStore',
  kind: 'keeping',
  permission: 'store:keep',
  run: (_context, { copy }) => copy(),
  describe: ({ folder }) => ({ folder }),
  count: () => null,
};
