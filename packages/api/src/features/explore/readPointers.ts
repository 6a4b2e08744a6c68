import type { UseCase } from '../../gate/useCase.ts';
import { limits } from '../../model/paging.ts';
import { requireAtMost } from './bounds.ts';
import { contactsOf, tellHolders, type Contact } from './contactsOf.ts';

/** Which agencies hold more about each entity; the holders are told. */
export const readPointers: UseCase<{ readonly ids: readonly string[] }, readonly (readonly Contact[])[]> = {
  name: 'readPointers',
  kind: 'evidence read',
  permission: 'evidence:read',
  async run(context, { ids }) {
    requireAtMost('ids', ids, limits.entityIds);
    const answers = await context.graph.pointers(context.scope, ids);
    await tellHolders(
      context,
      answers.flatMap((answer) => answer.encounters),
    );
    return Promise.all(answers.map((answer) => contactsOf(context, answer.pointers)));
  },
  describe: ({ ids }) => ({ ids }),
  count: (answers) => answers.reduce((sum, answer) => sum + answer.length, 0),
};
