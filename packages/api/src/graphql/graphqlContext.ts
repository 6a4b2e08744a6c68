import type { Vocabulary } from '@linchpin/schema';
import type { RequestContext } from '../gate/requestContext.ts';
import type { EntityView } from '../model/views.ts';
import type { Directory } from '../store/ports/workStore.ts';
import type { EntityType } from './entityType.ts';

/** What resolvers have in hand: one request, and the words to present its answers with. */
export interface GraphqlContext {
  readonly request: RequestContext;
  /** Names of agencies, groups and jurisdictions. */
  readonly directory: Directory;
  readonly vocabulary: Vocabulary;
  /** Gives a view its concrete GraphQL type. */
  present(view: EntityView): EntityType;
}

export function presentAll(context: GraphqlContext, views: readonly EntityView[]): EntityType[] {
  return views.map((view) => context.present(view));
}
