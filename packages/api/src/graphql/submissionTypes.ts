import { Field, ObjectType } from 'type-graphql';
import { EntityType } from './entityType.ts';
import { ReportType } from './reportTypes.ts';

@ObjectType('SubmittedEntity', { description: 'Which entity a record of yours speaks of.' })
export class SubmittedEntityType {
  @Field(() => String, { description: '`ref` of the record.' })
  ref!: string;
  @Field(() => EntityType, { description: 'The entity.' })
  entity!: EntityType;
}

@ObjectType('SubmitReportPayload', { description: 'What became of a submission.' })
export class SubmitReportPayloadType {
  @Field(() => ReportType, { description: 'The report, with its number.' })
  report!: ReportType;
  @Field(() => [SubmittedEntityType], { description: 'The entity of each record, in the order of the records.' })
  entities!: SubmittedEntityType[];
  @Field(() => Boolean, { description: 'False where the idempotency key was known: this is the first answer again.' })
  isNew!: boolean;
}

@ObjectType('RetractReportPayload', { description: 'What became of a retraction.' })
export class RetractReportPayloadType {
  @Field(() => ReportType, { description: 'The tombstone.' })
  report!: ReportType;
}
