import type { Vocabulary } from '@linchpin/schema';
import type { UseCase } from '../../gate/useCase.ts';

/** Every kind of entity and link. */
export const readVocabulary: UseCase<null, Vocabulary> = {
  name: 'readVocabulary',
  kind: 'directory',
  permission: 'directory:read',
  run: async ({ vocabulary }) => vocabulary,
  describe: () => ({}),
  count: () => null,
};
