import { Arg, Ctx, ID, Int, Query, Resolver } from 'type-graphql';
import { GraphQLDateTime } from 'graphql-scalars';
import { perform } from '../../gate/perform.ts';
import { NoticeType } from '../../graphql/answerTypes.ts';
import { OverlapOrderEnum } from '../../graphql/enums.ts';
import type { GraphqlContext } from '../../graphql/graphqlContext.ts';
import { EntityKindEnum } from '../../graphql/kindEnums.ts';
import { agenciesOf, agencyOf, jurisdictionsOf } from '../../graphql/nameOf.ts';
import { OverlapConnectionType } from '../../graphql/overlapTypes.ts';
import { listNotices } from './listNotices.ts';
import { listOverlaps } from './listOverlaps.ts';

/** Where the work of several agencies touches. */
@Resolver()
export class OverlapResolver {
  @Query(() => OverlapConnectionType, {
    nullable: true,
    description:
      'Entities that several agencies have met. Protected people and what is generic to everybody come last or not at all.',
  })
  async overlaps(
    @Arg('agencies', () => [ID], { nullable: true, description: 'All of these must hold it.' }) agencies:
      | string[]
      | null
      | undefined,
    @Arg('jurisdictions', () => [ID], { nullable: true, description: 'Of each of these, at least one agency must hold it.' })
    jurisdictions: string[] | null | undefined,
    @Arg('kinds', () => [EntityKindEnum], { nullable: true, description: 'Only these kinds.' }) kinds:
      | string[]
      | null
      | undefined,
    @Arg('since', () => GraphQLDateTime, { nullable: true, description: 'Last seen at or after.' }) since:
      | Date
      | null
      | undefined,
    @Arg('minimumAgencies', () => Int, {
      nullable: true,
      defaultValue: 2,
      description: 'How many agencies must hold it, those of pointers among them.',
    })
    minimumAgencies: number | null,
    @Arg('order', () => OverlapOrderEnum, { nullable: true, defaultValue: 'STRENGTH', description: 'Order of the list.' })
    order: 'STRENGTH' | 'NEWEST' | null,
    @Arg('first', () => Int, { nullable: true, defaultValue: 50, description: 'How many: 0 to 500.' }) first: number | null,
    @Arg('after', () => String, { nullable: true, description: 'Cursor to continue behind.' }) after: string | null | undefined,
    @Ctx() { request, directory, present }: GraphqlContext,
  ): Promise<object> {
    const { edges, pageInfo } = await perform(request, listOverlaps, {
      agencies: agencies ?? null,
      jurisdictions: jurisdictions ?? null,
      kinds: kinds ?? null,
      since: since?.getTime() ?? null,
      minimumAgencies: minimumAgencies ?? 2,
      order: order ?? 'STRENGTH',
      page: { first: first ?? 50, after: after ?? null },
    });
    const show = (node: (typeof edges)[number]['node']): object => ({
      ...node,
      entity: present(node.entity),
      agencies: agenciesOf(directory, node.agencies),
      pointerAgencies: agenciesOf(directory, node.pointerAgencies),
      jurisdictions: jurisdictionsOf(directory, node.agencies),
    });
    return { pageInfo, edges: edges.map(({ cursor, node }) => ({ cursor, node: show(node) })) };
  }

  @Query(() => [NoticeType], {
    nullable: true,
    description: 'What your agency was told: others met its records outside their sight. Newest first.',
  })
  async notices(
    @Arg('first', () => Int, { nullable: true, defaultValue: 50, description: 'How many: 1 to 500.' }) first: number | null,
    @Ctx() { request, directory }: GraphqlContext,
  ): Promise<object[]> {
    const notices = await perform(request, listNotices, { first: first ?? 50 });
    return notices.map(({ askedBy, ...notice }) => ({
      ...notice,
      user: askedBy.user,
      agency: agencyOf(directory, askedBy.agency),
    }));
  }
}
