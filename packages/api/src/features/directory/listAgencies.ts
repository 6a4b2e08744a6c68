import type { UseCase } from '../../gate/useCase.ts';
import type { Agency } from '../../store/ports/workStore.ts';

/** Every agency, by id. */
export const listAgencies: UseCase<null, readonly Agency[]> = {
  name: 'listAgencies',
  kind: 'directory',
  permission: 'directory:read',
  run: async ({ directory }) => [...(await directory()).agencies].sort((a, b) => (a.id < b.id ? -1 : 1)),
  describe: () => ({}),
  count: (agencies) => agencies.length,
};
