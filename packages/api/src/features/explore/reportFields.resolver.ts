import { Arg, Ctx, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import { GraphQLDateTime } from 'graphql-scalars';
import { AgencyType } from '../../graphql/directoryTypes.ts';
import { PrecisionEnum } from '../../graphql/enums.ts';
import type { GraphqlContext } from '../../graphql/graphqlContext.ts';
import { LinkConnectionType } from '../../graphql/linkTypes.ts';
import { loadPage } from '../../graphql/loadPage.ts';
import { agencyOf } from '../../graphql/nameOf.ts';
import { RecordConnectionType } from '../../graphql/recordTypes.ts';
import { ReportType } from '../../graphql/reportTypes.ts';
import { listReportLinks, listReportRecords } from './listParts.ts';

/** Fields of a report beyond what its view holds. */
@Resolver(() => ReportType)
export class ReportFieldsResolver {
  @FieldResolver(() => AgencyType, { description: 'Who submitted and owns it.' })
  agency(@Root() { agency }: ReportType, @Ctx() { directory }: GraphqlContext): AgencyType {
    return agencyOf(directory, agency);
  }

  @FieldResolver(() => GraphQLDateTime, { nullable: true, description: 'When what it tells of happened.' })
  occurredAt(@Root() { occurredAt }: ReportType): number | null {
    return occurredAt?.at ?? null;
  }

  @FieldResolver(() => PrecisionEnum, { nullable: true, description: 'How exactly it gave `occurredAt`.' })
  occurredAtPrecision(@Root() { occurredAt }: ReportType): string | null {
    return occurredAt?.precision ?? null;
  }

  @FieldResolver(() => RecordConnectionType, { description: 'What it says of single entities, in its order.' })
  records(
    @Root() report: ReportType,
    @Ctx() { request }: GraphqlContext,
    @Arg('first', () => Int, { nullable: true, defaultValue: 20, description: 'How many: 0 to 500.' }) first: number | null,
    @Arg('after', () => String, { nullable: true, description: 'Cursor to continue behind.' }) after?: string | null,
  ): Promise<object> {
    return loadPage(request, listReportRecords, { of: report.number, page: { first: first ?? 20, after: after ?? null } });
  }

  @FieldResolver(() => LinkConnectionType, { description: 'What it says of connections, in its order.' })
  links(
    @Root() report: ReportType,
    @Ctx() { request }: GraphqlContext,
    @Arg('first', () => Int, { nullable: true, defaultValue: 20, description: 'How many: 0 to 500.' }) first: number | null,
    @Arg('after', () => String, { nullable: true, description: 'Cursor to continue behind.' }) after?: string | null,
  ): Promise<object> {
    return loadPage(request, listReportLinks, { of: report.number, page: { first: first ?? 20, after: after ?? null } });
  }
}
