import { Field, ID, ObjectType } from 'type-graphql';
import { GraphQLDateTime } from 'graphql-scalars';
import type { Moment } from '../model/moment.ts';
import type { Grade, ReportKind } from '../model/prepared.ts';
import type { OutsideAudience } from '../model/scope.ts';
import { CredibilityEnum, OutsideAudienceEnum, ReliabilityEnum, ReportKindEnum } from './enums.ts';
import { NodeType } from './nodeType.ts';
import { connectionOf } from './pageTypes.ts';

@ObjectType('Grade', { description: 'Two judgements kept apart: the source, and what it says.' })
export class GradeType {
  @Field(() => ReliabilityEnum, { description: 'Of the source.' })
  reliability!: Grade['reliability'];
  @Field(() => CredibilityEnum, { description: 'Of the information.' })
  credibility!: Grade['credibility'];
}

/** Further fields are resolved in features/explore/reportFields.resolver.ts. */
@ObjectType('Report', {
  implements: NodeType,
  description: 'One submission by one agency. A retracted one keeps its number and nothing else.',
})
export class ReportType extends NodeType {
  @Field(() => String, { description: '`AGENCY-YYYY-NNNNNN`. Drawn without order, so that it tells no volume.' })
  number!: string;
  @Field(() => ReportKindEnum, { description: 'What sort of submission it is.' })
  kind!: ReportKind;
  @Field(() => [String], { description: 'Numbers that other systems gave it.' })
  externalNumbers!: readonly string[];
  @Field(() => GraphQLDateTime, { description: 'When Linchpin or its sender received it.' })
  receivedAt!: number;
  @Field(() => String, { nullable: true, description: 'IANA zone in which its local times are meant.' })
  timeZone!: string | null;
  @Field(() => GradeType, { nullable: true, description: 'How reliable the source and how credible the information is.' })
  grade!: Grade | null;
  @Field(() => String, { nullable: true, description: 'Free text. Null where it speaks of a person protected from you.' })
  narrative!: string | null;
  @Field(() => Boolean, { description: 'Taken back by its agency.' })
  isRetracted!: boolean;
  @Field(() => ID, { description: 'Agency or group that may read it in full.' })
  audience!: string;
  @Field(() => OutsideAudienceEnum, { description: 'What others learn of it.' })
  outsideAudience!: OutsideAudience;
  @Field(() => String, { nullable: true, description: 'Why it may be held.' })
  lawfulBasis!: string | null;
  @Field(() => String, { nullable: true, description: 'Day by which it must be reviewed.' })
  reviewDate!: string | null;
  @Field(() => String, { nullable: true, description: 'Who wrote it.' })
  officer!: string | null;
  @Field(() => String, { nullable: true, description: 'Whom to call about it.' })
  contact!: string | null;
  @Field(() => [String], { description: 'Case numbers it belongs to.' })
  cases!: readonly string[];
  agency!: string;
  occurredAt!: Moment | null;
}

export const { ConnectionType: ReportConnectionType } = connectionOf('Report', () => ReportType);
