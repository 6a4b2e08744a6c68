import { Field, Int, ObjectType } from 'type-graphql';

@ObjectType('PropertyValue', { description: 'One value of a property, with the reports that say so.' })
export class PropertyValueType {
  @Field(() => String, { description: 'Canonical form: what is compared and keyed.' })
  value!: string;
  @Field(() => String, { description: 'As people read it.' })
  display!: string;
  @Field(() => Boolean, { description: 'Could not be normalised and is kept as given.' })
  isUnverified!: boolean;
  @Field(() => Int, { description: 'How many visible reports say so.' })
  reportCount!: number;
  /** Numbers; answered as reports by the resolver. */
  reports!: readonly string[];
}

@ObjectType('Property', { description: 'All values that visible records give for one property, most reports first.' })
export class PropertyType {
  @Field(() => String, { description: 'As in input: `dateOfBirth`.' })
  name!: string;
  @Field(() => String, { description: 'As people read it: `Date of birth`.' })
  label!: string;
  @Field(() => [PropertyValueType], { description: 'Most reports first, then newest.' })
  values!: readonly PropertyValueType[];
}

@ObjectType('RecordProperty', { description: 'What one report says of one property.' })
export class RecordPropertyType {
  @Field(() => String, { description: 'As in input: `dateOfBirth`.' })
  name!: string;
  @Field(() => [String], { description: 'As the report wrote it.' })
  given!: readonly string[];
  @Field(() => [String], { description: 'Canonical form of the same values.' })
  values!: readonly string[];
}
