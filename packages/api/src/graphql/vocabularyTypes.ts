import { Field, ObjectType } from 'type-graphql';
import { EntityKindEnum, LinkKindEnum } from './kindEnums.ts';

@ObjectType('PropertyInfo', { description: 'A property that a kind may have.' })
export class PropertyInfoType {
  @Field(() => String, { description: 'As in input: `dateOfBirth`.' })
  name!: string;
  @Field(() => String, { description: 'As people read it.' })
  label!: string;
  @Field(() => String, { description: 'How its values behave: `phone`, `date`, `money`.' })
  type!: string;
  @Field(() => Boolean, { description: 'Finds one entity by itself: exact search, `lookup` and wildcards.' })
  isIdentifier!: boolean;
}

@ObjectType('EntityKindInfo', { description: 'What there is to know about one kind of entity.' })
export class EntityKindInfoType {
  @Field(() => EntityKindEnum, { description: 'The kind.' })
  kind!: string;
  @Field(() => String, { description: 'One of them: `Phone`.' })
  label!: string;
  @Field(() => String, { description: 'Several of them: `Phones`.' })
  plural!: string;
  @Field(() => String, { description: 'Colour family: people, contact, place, travel, money, ad or record.' })
  family!: string;
  @Field(() => String, { description: 'How large it is drawn: who, what or when.' })
  layer!: string;
  @Field(() => String, { description: 'Name of its Lucide icon.' })
  icon!: string;
  @Field(() => [PropertyInfoType], { description: 'What it may have, in the order in which it is shown.' })
  properties!: PropertyInfoType[];
}

@ObjectType('LinkKindInfo', { description: 'What there is to know about one kind of link.' })
export class LinkKindInfoType {
  @Field(() => LinkKindEnum, { description: 'The kind.' })
  kind!: string;
  @Field(() => String, { description: 'Read from the first end to the second: `uses`.' })
  label!: string;
  @Field(() => String, { description: 'Read from the second end to the first: `used by`.' })
  reverseLabel!: string;
  @Field(() => Boolean, { description: 'Has no direction.' })
  isSymmetric!: boolean;
  @Field(() => Boolean, { description: 'A rule makes it, no report says it: drawn dashed.' })
  isInferred!: boolean;
  @Field(() => Boolean, { description: 'Drawn with an arrow.' })
  hasArrow!: boolean;
  @Field(() => [EntityKindEnum], { description: 'Kinds it may start from.' })
  from!: string[];
  @Field(() => [EntityKindEnum], { description: 'Kinds it may lead to.' })
  to!: string[];
  @Field(() => [PropertyInfoType], { description: 'What it may say beside its ends and times.' })
  properties!: PropertyInfoType[];
}

@ObjectType('Vocabulary', { description: 'Every kind of entity and link: names, labels, looks and properties.' })
export class VocabularyType {
  @Field(() => [EntityKindInfoType], { description: 'Kinds of entity, in the order in which they are listed.' })
  entityKinds!: EntityKindInfoType[];
  @Field(() => [LinkKindInfoType], { description: 'Kinds of link.' })
  linkKinds!: LinkKindInfoType[];
}
