import { Arg, Ctx, ID, Int, Query, Resolver } from 'type-graphql';
import { GraphQLDateTime } from 'graphql-scalars';
import { perform } from '../../gate/perform.ts';
import { LookupType } from '../../graphql/answerTypes.ts';
import { ReportKindEnum } from '../../graphql/enums.ts';
import { presentAll, type GraphqlContext } from '../../graphql/graphqlContext.ts';
import { EntityKindEnum } from '../../graphql/kindEnums.ts';
import { agencyOf } from '../../graphql/nameOf.ts';
import { ReportConnectionType } from '../../graphql/reportTypes.ts';
import { SearchConnectionType } from '../../graphql/searchTypes.ts';
import { listReports } from './listReports.ts';
import { lookupEntities } from './lookupEntities.ts';
import { searchEntities } from './searchEntities.ts';

/** Finding a way in: by identifier, by words, by report. */
@Resolver()
export class FindResolver {
  @Query(() => LookupType, { nullable: true, description: 'Who holds an identifier, typed any way: `(504) 555-0142`.' })
  async lookup(
    @Arg('kind', () => EntityKindEnum, { description: 'Kind of entity that it identifies.' }) kind: string,
    @Arg('value', () => String, { description: 'The identifier as written.' }) value: string,
    @Ctx() context: GraphqlContext,
  ): Promise<LookupType> {
    const { entities, pointers } = await perform(context.request, lookupEntities, { kind, value });
    const named = pointers.map((pointer) => ({ ...pointer, agency: agencyOf(context.directory, pointer.agency) }));
    return { entities: presentAll(context, entities), pointers: named };
  }

  @Query(() => SearchConnectionType, { nullable: true, description: 'Entities by anything that visible records say of them.' })
  async search(
    @Arg('text', () => String, {
      description: 'Words, an identifier in any format, its last four digits, or a pattern with * and ?.',
    })
    text: string,
    @Arg('kinds', () => [EntityKindEnum], { nullable: true, description: 'Only these kinds.' }) kinds:
      | string[]
      | null
      | undefined,
    @Arg('agencies', () => [ID], { nullable: true, description: 'Only what records of these agencies say.' })
    agencies: string[] | null | undefined,
    @Arg('first', () => Int, { nullable: true, defaultValue: 20, description: 'How many: 0 to 500.' }) first: number | null,
    @Arg('after', () => String, { nullable: true, description: 'Cursor to continue behind.' }) after: string | null | undefined,
    @Ctx() { request, present }: GraphqlContext,
  ): Promise<SearchConnectionType> {
    const page = { first: first ?? 20, after: after ?? null };
    const found = await perform(request, searchEntities, { text, kinds: kinds ?? null, agencies: agencies ?? null, page });
    return {
      ...found,
      edges: found.edges.map(({ cursor, node }) => ({ cursor, node: present(node.entity), matched: node.matched })),
    };
  }

  @Query(() => ReportConnectionType, { nullable: true, description: 'Visible reports, newest first.' })
  reports(
    @Arg('agency', () => ID, { nullable: true, description: 'Only of this agency.' }) agency: string | null | undefined,
    @Arg('kind', () => ReportKindEnum, { nullable: true, description: 'Only of this sort.' }) kind: string | null | undefined,
    @Arg('since', () => GraphQLDateTime, { nullable: true, description: 'Not before.' }) since: Date | null | undefined,
    @Arg('until', () => GraphQLDateTime, { nullable: true, description: 'Before.' }) until: Date | null | undefined,
    @Arg('first', () => Int, { nullable: true, defaultValue: 20, description: 'How many: 0 to 500.' }) first: number | null,
    @Arg('after', () => String, { nullable: true, description: 'Cursor to continue behind.' }) after: string | null | undefined,
    @Ctx() { request }: GraphqlContext,
  ): Promise<object> {
    const window = { since: since?.getTime() ?? null, until: until?.getTime() ?? null };
    const filter = { agency: agency ?? null, kind: kind ?? null, window };
    return perform(request, listReports, { filter, page: { first: first ?? 20, after: after ?? null } });
  }
}
