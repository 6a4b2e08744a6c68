import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { GraphQLDateTime } from 'graphql-scalars';
import { EntityType } from '../../graphql/entityType.ts';
import { PrecisionEnum } from '../../graphql/enums.ts';
import type { GraphqlContext } from '../../graphql/graphqlContext.ts';
import { LinkType } from '../../graphql/linkTypes.ts';
import { loadOne } from '../../graphql/loadOne.ts';
import { ReportType } from '../../graphql/reportTypes.ts';
import { entityById } from './entityById.resolver.ts';
import { readReports } from './readReports.ts';

/** Fields of one link beyond what its view holds. */
@Resolver(() => LinkType)
export class LinkFieldsResolver {
  @FieldResolver(() => EntityType, { nullable: true, description: 'The entity it starts from.' })
  fromEntity(@Root() { from }: LinkType, @Ctx() context: GraphqlContext): Promise<EntityType | null> {
    return entityById(context, from);
  }

  @FieldResolver(() => EntityType, { nullable: true, description: 'The entity it leads to.' })
  toEntity(@Root() { to }: LinkType, @Ctx() context: GraphqlContext): Promise<EntityType | null> {
    return entityById(context, to);
  }

  @FieldResolver(() => GraphQLDateTime, {
    nullable: true,
    description: 'When it began; the beginning of the day, month or year that was said.',
  })
  start(@Root() { start }: LinkType): number | null {
    return start?.at ?? null;
  }

  @FieldResolver(() => PrecisionEnum, { nullable: true, description: 'How exactly the report gave `start`.' })
  startPrecision(@Root() { start }: LinkType): string | null {
    return start?.precision ?? null;
  }

  @FieldResolver(() => GraphQLDateTime, {
    nullable: true,
    description: 'When it ended, itself not included. None, or the start: a moment.',
  })
  end(@Root() { end }: LinkType): number | null {
    return end?.at ?? null;
  }

  @FieldResolver(() => PrecisionEnum, { nullable: true, description: 'How exactly the report gave `end`.' })
  endPrecision(@Root() { end }: LinkType): string | null {
    return end?.precision ?? null;
  }

  @FieldResolver(() => String, { nullable: true, description: 'IANA zone in which its times were meant.' })
  timeZone(@Root() { start, end }: LinkType): string | null {
    return start?.zone ?? end?.zone ?? null;
  }

  @FieldResolver(() => ReportType, { description: 'Who says so.' })
  report(@Root() { reportNumber }: LinkType, @Ctx() { request }: GraphqlContext): Promise<object | null> {
    return loadOne(request, readReports, reportNumber);
  }
}
