import { Field, Float, ID, Int, ObjectType } from 'type-graphql';
import { GraphQLDateTime } from 'graphql-scalars';
import { AgencyType, JurisdictionType } from './directoryTypes.ts';
import { EntityType } from './entityType.ts';
import { DirectionEnum } from './enums.ts';
import { EntityKindEnum, LinkKindEnum } from './kindEnums.ts';
import { LinkBundleType } from './linkTypes.ts';
import { PointerType } from './pointerType.ts';

@ObjectType('LinkCount', { description: 'What expanding an entity in one way would give.' })
export class LinkCountType {
  @Field(() => LinkKindEnum, { description: 'By this kind of link.' })
  linkKind!: string;
  @Field(() => EntityKindEnum, { description: 'To this kind of entity.' })
  entityKind!: string;
  @Field(() => DirectionEnum, { description: 'OUT: from the entity asked about.' })
  direction!: string;
  @Field(() => Int, { description: 'Visible links, exact.' })
  links!: number;
  @Field(() => Int, { description: 'Distinct entities, exact.' })
  neighbours!: number;
}

@ObjectType('Lookup', { description: 'Who holds an identifier.' })
export class LookupType {
  @Field(() => [EntityType], { description: 'Visible entities, last seen first.' })
  entities!: EntityType[];
  @Field(() => [PointerType], { description: 'Agencies that hold something about it which you may not read.' })
  pointers!: PointerType[];
}

@ObjectType('Expansion', { description: 'A page of what is linked to some entities.' })
export class ExpansionType {
  @Field(() => [EntityType], { description: 'The page, in the order asked for. Never the entities asked about.' })
  entities!: EntityType[];
  @Field(() => [LinkBundleType], { description: 'Matching bundles between the entities asked about and the page.' })
  bundles!: LinkBundleType[];
  @Field(() => Int, { description: 'Distinct entities that match, those excluded among them.' })
  total!: number;
  @Field(() => Boolean, { description: 'False: at least `total`.' })
  isTotalExact!: boolean;
  @Field(() => Int, { description: 'Those that are neither excluded nor on this page.' })
  remaining!: number;
  @Field(() => Int, { description: 'With a time window: links that match it in everything but time, for they have none.' })
  undated!: number;
  @Field(() => Boolean, { description: 'More match than this page holds.' })
  isLimitReached!: boolean;
}

@ObjectType('Path', { description: 'A way from one entity to another.' })
export class PathType {
  @Field(() => [EntityType], { description: 'From the first to the last.' })
  entities!: EntityType[];
  @Field(() => [LinkBundleType], { description: 'All bundles of every step, in the order of the steps.' })
  bundles!: LinkBundleType[];
  @Field(() => Int, { description: 'Number of steps.' })
  length!: number;
}

@ObjectType('PathsResult', { description: 'Ways between two entities, shortest first.' })
export class PathsResultType {
  @Field(() => [PathType], { description: 'Shortest first; of the same length, the one whose weakest step was seen last.' })
  paths!: PathType[];
  @Field(() => Boolean, { description: 'The search stopped early: there may be more.' })
  isLimitReached!: boolean;
  @Field(() => [EntityType], { description: 'Generic entities that were met and not walked through, nearest first; at most 20.' })
  skippedGeneric!: EntityType[];
}

@ObjectType('CommonNeighbour', { description: 'An entity to which several others are linked.' })
export class CommonNeighbourType {
  @Field(() => EntityType, { description: 'What they share.' })
  entity!: EntityType;
  @Field(() => [ID], { description: 'Which of the ids asked for.' })
  of!: string[];
  @Field(() => [LinkBundleType], { description: 'The bundles that join them.' })
  bundles!: LinkBundleType[];
}

@ObjectType('Overlap', { description: 'An entity that several agencies have met.' })
export class OverlapType {
  @Field(() => EntityType, { description: 'What they share.' })
  entity!: EntityType;
  @Field(() => [AgencyType], { description: 'Agencies whose records you may read.' })
  agencies!: AgencyType[];
  @Field(() => [AgencyType], {
    description: 'Agencies that hold something you may not read. They count for nothing but `minimumAgencies`.',
  })
  pointerAgencies!: AgencyType[];
  @Field(() => [JurisdictionType], { description: 'Where those agencies serve.' })
  jurisdictions!: JurisdictionType[];
  @Field(() => Int, { description: 'Visible reports about it.' })
  reports!: number;
  @Field(() => GraphQLDateTime, { nullable: true, description: 'Latest time in visible links and records.' })
  lastSeen!: number | null;
  @Field(() => Float, { description: 'Agencies and open cases raise it, common holders and age lower it.' })
  strength!: number;
  @Field(() => [String], { description: 'What the strength is made of, in words.' })
  reasons!: string[];
  @Field(() => Boolean, { description: 'The second agency came in within the last seven days.' })
  isNew!: boolean;
}

@ObjectType('Notice', { description: 'Somebody met a record of your agency outside their sight.' })
export class NoticeType {
  @Field(() => String, { description: 'Your report that was met.' })
  reportNumber!: string;
  @Field(() => String, { description: 'Reference that the other side was given; of a sealed record, one that only you know.' })
  reference!: string;
  @Field(() => AgencyType, { description: 'Who asked.' })
  agency!: AgencyType;
  @Field(() => ID, { description: 'Name of the user who asked.' })
  user!: string;
  @Field(() => GraphQLDateTime, { description: 'When.' })
  at!: number;
}
