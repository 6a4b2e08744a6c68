import type { UseCase } from '../../gate/useCase.ts';
import type { Viewer } from '../../gate/viewer.ts';

/** Who asks. */
export const readViewer: UseCase<null, Viewer> = {
  name: 'readViewer',
  kind: 'directory',
  permission: 'directory:read',
  run: async ({ viewer }) => viewer,
  describe: () => ({}),
  count: () => null,
};
