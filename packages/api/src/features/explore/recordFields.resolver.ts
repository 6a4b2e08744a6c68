import { Arg, Ctx, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import { EntityType } from '../../graphql/entityType.ts';
import type { GraphqlContext } from '../../graphql/graphqlContext.ts';
import { loadOne } from '../../graphql/loadOne.ts';
import { PropertyValueType } from '../../graphql/propertyTypes.ts';
import { RecordType } from '../../graphql/recordTypes.ts';
import { ReportType } from '../../graphql/reportTypes.ts';
import { requireBetween } from './bounds.ts';
import { entityById } from './entityById.resolver.ts';
import { readReports } from './readReports.ts';

@Resolver(() => RecordType)
export class RecordFieldsResolver {
  @FieldResolver(() => EntityType, { nullable: true, description: 'What it speaks of.' })
  entity(@Root() { entityId }: RecordType, @Ctx() context: GraphqlContext): Promise<EntityType | null> {
    return entityById(context, entityId);
  }

  @FieldResolver(() => ReportType, { description: 'Who says so.' })
  report(@Root() { reportNumber }: RecordType, @Ctx() { request }: GraphqlContext): Promise<object | null> {
    return loadOne(request, readReports, reportNumber);
  }
}

/** The store names at most this many reports of one value. */
const mostReports = 50;

@Resolver(() => PropertyValueType)
export class PropertyValueFieldsResolver {
  @FieldResolver(() => [ReportType], { description: 'Reports that say so, newest first.' })
  async reports(
    @Root() value: PropertyValueType,
    @Ctx() { request }: GraphqlContext,
    @Arg('first', () => Int, { nullable: true, defaultValue: 3, description: 'How many: 0 to 50.' }) first: number | null,
  ): Promise<object[]> {
    requireBetween('first', first ?? 3, 0, mostReports);
    const numbers = value.reports.slice(0, first ?? 3);
    const reports = await Promise.all(numbers.map((number) => loadOne(request, readReports, number)));
    return reports.filter((report) => report !== null);
  }
}
