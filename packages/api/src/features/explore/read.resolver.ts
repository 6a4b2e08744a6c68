import { Arg, Ctx, ID, Query, Resolver } from 'type-graphql';
import { perform } from '../../gate/perform.ts';
import { EntityType } from '../../graphql/entityType.ts';
import type { GraphqlContext } from '../../graphql/graphqlContext.ts';
import { LinkBundleType, LinkType } from '../../graphql/linkTypes.ts';
import { loadOne } from '../../graphql/loadOne.ts';
import { NodeType } from '../../graphql/nodeType.ts';
import { RecordType } from '../../graphql/recordTypes.ts';
import { ReportType } from '../../graphql/reportTypes.ts';
import { entityById } from './entityById.resolver.ts';
import { listLinksAmong } from './listLinksAmong.ts';
import { readBundles } from './readBundles.ts';
import { readEntities } from './readEntities.ts';
import { readNode, type AnyPart } from './readNode.ts';
import { readReports } from './readReports.ts';

/** Things by their id or number. What is unknown and what is out of sight answer the same: null. */
@Resolver()
export class ReadResolver {
  @Query(() => NodeType, { nullable: true, description: 'Anything by its id.' })
  async node(
    @Arg('id', () => ID, { description: 'Public id of an entity, record, report, link or bundle.' }) id: string,
    @Ctx() context: GraphqlContext,
  ): Promise<NodeType | null> {
    const part = await perform(context.request, readNode, { id });
    return part && presentPart(context, part);
  }

  @Query(() => EntityType, {
    nullable: true,
    description: 'One entity by its id. A merged-away id answers with the entity it went into.',
  })
  entity(
    @Arg('id', () => ID, { description: 'Public id.' }) id: string,
    @Ctx() context: GraphqlContext,
  ): Promise<EntityType | null> {
    return entityById(context, id);
  }

  @Query(() => [EntityType], {
    nullable: 'itemsAndList',
    description: 'Entities by id, in the order asked for, null in place of what is not there.',
  })
  async entities(
    @Arg('ids', () => [ID], { description: 'At most 500.' }) ids: string[],
    @Ctx() { request, present }: GraphqlContext,
  ): Promise<(EntityType | null)[]> {
    const views = await perform(request, readEntities, { ids });
    return views.map((view) => view && present(view));
  }

  @Query(() => LinkBundleType, { nullable: true, description: 'One bundle by its id.' })
  bundle(
    @Arg('id', () => ID, { description: 'Public id.' }) id: string,
    @Ctx() { request }: GraphqlContext,
  ): Promise<object | null> {
    return loadOne(request, readBundles, id);
  }

  @Query(() => [LinkBundleType], { nullable: true, description: 'Bundles between any two of some entities, by id.' })
  linksAmong(
    @Arg('ids', () => [ID], { description: 'Entities, at most 2,000. Unknown ones are dropped.' }) ids: string[],
    @Ctx() { request }: GraphqlContext,
  ): Promise<readonly object[]> {
    return perform(request, listLinksAmong, { ids });
  }

  @Query(() => ReportType, {
    nullable: true,
    description: 'One report by its number. A retracted one answers as a tombstone to those who saw it.',
  })
  report(
    @Arg('number', () => String, { description: '`AGENCY-YYYY-NNNNNN`.' }) number: string,
    @Ctx() { request }: GraphqlContext,
  ): Promise<object | null> {
    return loadOne(request, readReports, number);
  }
}

function presentPart(context: GraphqlContext, part: AnyPart): NodeType {
  switch (part.part) {
    case 'entity':
      return context.present(part.entity);
    case 'bundle':
      return Object.assign(Object.create(LinkBundleType.prototype) as LinkBundleType, part.bundle);
    case 'report':
      return Object.assign(Object.create(ReportType.prototype) as ReportType, part.report);
    case 'record':
      return Object.assign(Object.create(RecordType.prototype) as RecordType, part.record);
    case 'link':
      return Object.assign(Object.create(LinkType.prototype) as LinkType, part.link);
  }
}
