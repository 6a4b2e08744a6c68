import { Field, Int, InterfaceType } from 'type-graphql';
import { GraphQLDateTime } from 'graphql-scalars';
import type { PropertyView } from '../model/views.ts';
import { EntityKindEnum } from './kindEnums.ts';
import { NodeType } from './nodeType.ts';

/** Further fields (records, link counts, pointers ...) are resolved in features/explore/entityFields.resolver.ts. */
@InterfaceType('Entity', {
  implements: NodeType,
  autoRegisterImplementations: false,
  description:
    'A thing in the world, as the records visible to you describe it. Each kind is a type of its own with typed fields.',
})
export abstract class EntityType extends NodeType {
  @Field(() => EntityKindEnum, { description: 'What it is.' })
  kind!: string;
  @Field(() => String, {
    description: 'What it is called: its most frequent name or number. A code name for a protected person.',
  })
  caption!: string;
  @Field(() => Boolean, {
    description: 'A victim, prospective victim or minor: shown under a code name, without properties, never ranked.',
  })
  isProtected!: boolean;
  @Field(() => Boolean, {
    description: 'Shared by everybody (front desk, airport): drawn, but not walked through in paths unless asked.',
  })
  isGeneric!: boolean;
  @Field(() => GraphQLDateTime, { nullable: true, description: 'Earliest time in visible links and records.' })
  firstSeen!: number | null;
  @Field(() => GraphQLDateTime, { nullable: true, description: 'Latest time in visible links and records.' })
  lastSeen!: number | null;
  @Field(() => Int, { description: 'Visible records of it.' })
  recordCount!: number;
  /** Codes; answered as agencies by the resolver. */
  agencies!: readonly string[];
  properties!: readonly PropertyView[];
}
