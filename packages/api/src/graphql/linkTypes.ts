import { Field, ID, Int, ObjectType } from 'type-graphql';
import { GraphQLDateTime } from 'graphql-scalars';
import type { Moment } from '../model/moment.ts';
import { LinkKindEnum } from './kindEnums.ts';
import { NodeType } from './nodeType.ts';
import { connectionOf } from './pageTypes.ts';
import { RecordPropertyType } from './propertyTypes.ts';

/** Ends, times and report are resolved in features/explore/linkFields.resolver.ts. */
@ObjectType('Link', { implements: NodeType, description: 'What one report says connects two entities.' })
export class LinkType extends NodeType {
  @Field(() => LinkKindEnum, { description: 'How they are connected.' })
  kind!: string;
  @Field(() => ID, { description: 'Id of the entity it starts from.' })
  from!: string;
  @Field(() => ID, { description: 'Id of the entity it leads to.' })
  to!: string;
  @Field(() => [RecordPropertyType], { description: 'Its own properties: role, calls, seconds.' })
  properties!: readonly RecordPropertyType[];
  start!: Moment | null;
  end!: Moment | null;
  reportNumber!: string;
}

export const { ConnectionType: LinkConnectionType } = connectionOf('Link', () => LinkType);

/** Ends, label, agencies and evidence are resolved in features/explore/bundleFields.resolver.ts. */
@ObjectType('LinkBundle', {
  implements: NodeType,
  description: 'All visible links of one kind between two entities: drawn as one line, opens to its links and their reports.',
})
export class LinkBundleType extends NodeType {
  @Field(() => LinkKindEnum, { description: 'How they are connected.' })
  kind!: string;
  @Field(() => ID, { description: 'Id of the entity it starts from; of a symmetric kind, the smaller id.' })
  from!: string;
  @Field(() => ID, { description: 'Id of the entity it leads to.' })
  to!: string;
  @Field(() => Int, { description: 'How many visible links it holds.' })
  links!: number;
  @Field(() => Int, { description: 'How many visible reports say so.' })
  reports!: number;
  @Field(() => GraphQLDateTime, { nullable: true, description: 'Earliest start.' })
  firstSeen!: number | null;
  @Field(() => GraphQLDateTime, { nullable: true, description: 'Latest time.' })
  lastSeen!: number | null;
  @Field(() => Boolean, { description: 'Every report of it is weakly graded (source D to F, or information FOUR to SIX).' })
  isWeak!: boolean;
  agencies!: readonly string[];
}
