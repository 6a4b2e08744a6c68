import type { UseCase } from '../../gate/useCase.ts';
import { limits } from '../../model/paging.ts';
import type { Notice } from '../../store/ports/workStore.ts';
import { requireBetween } from './bounds.ts';

/** What the viewer's own agency was told: somebody met one of its records outside their sight. */
export const listNotices: UseCase<{ readonly first: number }, readonly Notice[]> = {
  name: 'listNotices',
  kind: 'evidence read',
  permission: 'notices:read',
  async run({ work, viewer }, { first }) {
    requireBetween('first', first, 1, limits.page);
    return work.notices(viewer.agency.id, first);
  },
  describe: ({ first }) => ({ first }),
  count: (notices) => notices.length,
};
