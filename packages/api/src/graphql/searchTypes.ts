import { Field, Int, ObjectType } from 'type-graphql';
import { EntityType } from './entityType.ts';
import { EntityKindEnum } from './kindEnums.ts';
import { PageInfoType } from './pageTypes.ts';

@ObjectType('KindFacet', { description: 'How many hits are of one kind.' })
export class KindFacetType {
  @Field(() => EntityKindEnum, { description: 'The kind.' })
  kind!: string;
  @Field(() => Int, { description: 'Its hits, whatever `kinds` was asked for.' })
  count!: number;
}

@ObjectType('SearchEdge', { description: 'One hit.' })
export class SearchEdgeType {
  @Field(() => String, { description: 'Place in the list: give it as `after` to continue behind it.' })
  cursor!: string;
  @Field(() => EntityType, { description: 'What was found.' })
  node!: EntityType;
  @Field(() => [String], { description: 'Why: shown values that the typed words meet, `Alias: Skip`.' })
  matched!: readonly string[];
}

@ObjectType('SearchConnection', { description: 'A page of hits: exact identifiers first, then all words, beginnings, one typo.' })
export class SearchConnectionType {
  @Field(() => [SearchEdgeType], { description: 'The page.' })
  edges!: SearchEdgeType[];
  @Field(() => PageInfoType, { description: 'Whether the list goes on.' })
  pageInfo!: PageInfoType;
  @Field(() => Int, { description: 'Hits within your sight.' })
  totalCount!: number;
  @Field(() => Boolean, { description: 'False: at least `totalCount`.' })
  isTotalExact!: boolean;
  @Field(() => [KindFacetType], { description: 'Hits by kind, most first.' })
  facets!: readonly KindFacetType[];
  @Field(() => String, { nullable: true, description: 'The text as it was probably meant, where only a typo matched.' })
  didYouMean!: string | null;
}
