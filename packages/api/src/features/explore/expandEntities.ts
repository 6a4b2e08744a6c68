import type { UseCase } from '../../gate/useCase.ts';
import type { Window } from '../../model/moment.ts';
import { limits } from '../../model/paging.ts';
import type { Direction } from '../../model/views.ts';
import type { ExpandAnswer, ExpandOrder } from '../../store/ports/graphStore.ts';
import { requireAtMost, requireBetween, requireWindow } from './bounds.ts';

export interface ExpandInput {
  readonly ids: readonly string[];
  readonly linkKinds: readonly string[] | null;
  readonly entityKinds: readonly string[] | null;
  readonly direction: Direction | null;
  readonly window: Window;
  readonly exclude: readonly string[];
  readonly order: ExpandOrder;
  readonly limit: number;
}

/** What is linked to some entities, a page of it, without what the caller has already. */
export const expandEntities: UseCase<ExpandInput, ExpandAnswer> = {
  name: 'expandEntities',
  kind: 'evidence read',
  permission: 'evidence:read',
  async run({ graph, scope }, input) {
    requireAtMost('ids', input.ids, limits.expandIds);
    requireAtMost('exclude', input.exclude, limits.exclude);
    requireBetween('limit', input.limit, 1, limits.expandPage);
    requireWindow(input.window);
    return graph.expand(scope, input);
  },
  describe: ({ ids, linkKinds, entityKinds, direction, window, exclude, order, limit }) => ({
    ids,
    linkKinds,
    entityKinds,
    direction,
    ...window,
    excluded: exclude.length,
    order,
    limit,
  }),
  count: ({ entities }) => entities.length,
};
