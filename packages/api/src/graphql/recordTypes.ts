import { Field, ObjectType } from 'type-graphql';
import { connectionOf } from './pageTypes.ts';
import { NodeType } from './nodeType.ts';
import { RecordPropertyType } from './propertyTypes.ts';

/** `entity` and `report` are resolved in features/explore/recordFields.resolver.ts. */
@ObjectType('Record', { implements: NodeType, description: 'What one report says about one entity. Never changes.' })
export class RecordType extends NodeType {
  @Field(() => [RecordPropertyType], { description: 'Its properties, as written and as normalised. None of a protected person.' })
  properties!: readonly RecordPropertyType[];
  entityId!: string;
  reportNumber!: string;
}

export const { ConnectionType: RecordConnectionType } = connectionOf('Record', () => RecordType);
