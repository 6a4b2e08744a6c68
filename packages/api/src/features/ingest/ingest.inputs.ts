import { Field, ID, InputType } from 'type-graphql';
import { CredibilityEnum, OutsideAudienceEnum, ReliabilityEnum, ReportKindEnum } from '../../graphql/enums.ts';
import { EntityKindEnum, LinkKindEnum } from '../../graphql/kindEnums.ts';
import type { Grade, ReportKind } from '../../model/prepared.ts';
import type { LinkInput, PropertyInput, RecordInput, ReportInput } from '../../model/reportInput.ts';
import type { OutsideAudience } from '../../model/scope.ts';

@InputType('PropertyInput', { description: 'Values of one property, as people write them.' })
export class PropertyInputType implements PropertyInput {
  @Field(() => String, { description: 'As in the vocabulary: `dateOfBirth`.' })
  name!: string;
  @Field(() => [String], { description: 'One or more values.' })
  values!: string[];
}

@InputType('RecordInput', { description: 'What the report says about one entity.' })
export class RecordInputType implements RecordInput {
  @Field(() => String, { description: 'Name within this report, by which links point at it.' })
  ref!: string;
  @Field(() => EntityKindEnum, { description: 'What it is.' })
  kind!: string;
  @Field(() => [PropertyInputType], { description: 'What is said of it.' })
  properties!: PropertyInputType[];
}

@InputType('LinkInput', { description: 'What the report says connects two of its records.' })
export class LinkInputType implements LinkInput {
  @Field(() => LinkKindEnum, { description: 'How they are connected.' })
  kind!: string;
  @Field(() => String, { description: '`ref` of the record it starts from.' })
  from!: string;
  @Field(() => String, { description: '`ref` of the record it leads to.' })
  to!: string;
  @Field(() => String, {
    nullable: true,
    description: 'Day or moment: `2026-02-13`, `2026-02-13T22:40:00-06:00`. Without an offset the report needs its `timeZone`.',
  })
  start?: string | null;
  @Field(() => String, { nullable: true, description: 'Day or moment, itself not included.' })
  end?: string | null;
  @Field(() => [PropertyInputType], { nullable: true, description: 'What else is said: role, calls, seconds.' })
  properties?: PropertyInputType[] | null;
}

@InputType('SubmitReportInput', { description: 'One submission. All of it is stored, or nothing.' })
export class SubmitReportInputType implements ReportInput {
  @Field(() => ID, { nullable: true, description: 'Your own agency, which is also the default.' })
  agency?: string | null;
  @Field(() => ReportKindEnum, { description: 'What sort of submission it is.' })
  kind!: ReportKind;
  @Field(() => [String], { nullable: true, description: 'Numbers that other systems gave it.' })
  externalNumbers?: string[] | null;
  @Field(() => String, { nullable: true, description: 'When it happened: day or moment.' })
  occurredAt?: string | null;
  @Field(() => String, { nullable: true, description: 'When it was received; now unless said.' })
  receivedAt?: string | null;
  @Field(() => String, { nullable: true, description: 'IANA zone of its local times: `America/Chicago`.' })
  timeZone?: string | null;
  @Field(() => String, {
    nullable: true,
    description: 'ISO country assumed for phones, plates and addresses that name none: `US`. Nothing is assumed without it.',
  })
  country?: string | null;
  @Field(() => String, { nullable: true, description: 'Area code assumed for seven-digit phone numbers.' })
  areaCode?: string | null;
  @Field(() => String, { nullable: true, description: 'Free text, at most 1 MB. Read, not searched.' })
  narrative?: string | null;
  @Field(() => ReliabilityEnum, { nullable: true, description: 'Reliability of the source.' })
  reliability?: Grade['reliability'] | null;
  @Field(() => CredibilityEnum, { nullable: true, description: 'Credibility of the information.' })
  credibility?: Grade['credibility'] | null;
  @Field(() => ID, { nullable: true, description: 'Agency or group that may read it in full: your own agency unless said.' })
  audience?: string | null;
  @Field(() => OutsideAudienceEnum, { nullable: true, description: 'What others learn of it: POINTER unless said.' })
  outsideAudience?: OutsideAudience | null;
  @Field(() => Boolean, {
    nullable: true,
    description: 'People whom it shows to need protection are protected everywhere, though it is sealed.',
  })
  protectEverywhere?: boolean | null;
  @Field(() => String, { nullable: true, description: 'Why it may be held.' })
  lawfulBasis?: string | null;
  @Field(() => String, { nullable: true, description: 'Day by which it must be reviewed.' })
  reviewDate?: string | null;
  @Field(() => String, { nullable: true, description: 'Who wrote it.' })
  officer?: string | null;
  @Field(() => String, { nullable: true, description: 'Whom others should call about it.' })
  contact?: string | null;
  @Field(() => [String], { nullable: true, description: 'Case numbers it belongs to.' })
  cases?: string[] | null;
  @Field(() => [RecordInputType], { description: 'At most 5,000.' })
  records!: RecordInputType[];
  @Field(() => [LinkInputType], { description: 'At most 10,000.' })
  links!: LinkInputType[];
  @Field(() => String, {
    nullable: true,
    description: 'Your key for this submission: sent again with the same body it gives the first answer, with another CONFLICT.',
  })
  idempotencyKey?: string | null;
}

@InputType('RetractReportInput', { description: 'Which report is taken back, and why.' })
export class RetractReportInputType {
  @Field(() => String, { description: '`AGENCY-YYYY-NNNNNN`, of your own agency.' })
  number!: string;
  @Field(() => String, { description: 'Kept with the tombstone.' })
  reason!: string;
}
