import { Args, Ctx, ID, Int, Query, Resolver, Arg } from 'type-graphql';
import { perform } from '../../gate/perform.ts';
import { CommonNeighbourType, ExpansionType, PathsResultType } from '../../graphql/answerTypes.ts';
import { presentAll, type GraphqlContext } from '../../graphql/graphqlContext.ts';
import { expandEntities } from './expandEntities.ts';
import { findPaths } from './findPaths.ts';
import { listCommonNeighbours } from './listCommonNeighbours.ts';
import { ExpandArguments, PathsArguments } from './walk.inputs.ts';

/** Going from entity to entity. */
@Resolver()
export class WalkResolver {
  @Query(() => ExpansionType, {
    nullable: true,
    description: 'What is linked to some entities, a page of it. Unknown ids are dropped.',
  })
  async expand(@Args(() => ExpandArguments) asked: ExpandArguments, @Ctx() context: GraphqlContext): Promise<object> {
    const answer = await perform(context.request, expandEntities, asked.toInput());
    return { ...answer, entities: presentAll(context, answer.entities), isLimitReached: answer.remaining > 0 };
  }

  @Query(() => PathsResultType, { nullable: true, description: 'Ways between two entities. Direction is ignored.' })
  async paths(@Args(() => PathsArguments) asked: PathsArguments, @Ctx() context: GraphqlContext): Promise<object> {
    const answer = await perform(context.request, findPaths, asked.toInput());
    return {
      ...answer,
      paths: answer.paths.map((path) => ({ ...path, entities: presentAll(context, path.entities) })),
      skippedGeneric: presentAll(context, answer.skippedGeneric),
    };
  }

  @Query(() => [CommonNeighbourType], {
    nullable: true,
    description: 'What several entities are all linked to, most of them first.',
  })
  async commonNeighbours(
    @Arg('ids', () => [ID], { description: 'Entities, at most 500. Unknown ones are dropped.' }) ids: string[],
    @Arg('minimum', () => Int, { nullable: true, defaultValue: 2, description: 'To at least how many of them.' }) minimum:
      | number
      | null,
    @Arg('first', () => Int, { nullable: true, defaultValue: 50, description: 'How many: 1 to 500.' }) first: number | null,
    @Ctx() { request, present }: GraphqlContext,
  ): Promise<object[]> {
    const found = await perform(request, listCommonNeighbours, { ids, minimum: minimum ?? 2, first: first ?? 50 });
    return found.map(({ entity, ...rest }) => ({ ...rest, entity: present(entity) }));
  }
}
