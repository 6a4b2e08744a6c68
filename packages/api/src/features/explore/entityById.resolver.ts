import type { EntityType } from '../../graphql/entityType.ts';
import type { GraphqlContext } from '../../graphql/graphqlContext.ts';
import { loadOne } from '../../graphql/loadOne.ts';
import { readEntities } from './readEntities.ts';

export async function entityById({ request, present }: GraphqlContext, id: string): Promise<EntityType | null> {
  const view = await loadOne(request, readEntities, id);
  return view && present(view);
}
