import { Field, ObjectType } from 'type-graphql';
import { OverlapType } from './answerTypes.ts';
import { PageInfoType } from './pageTypes.ts';

@ObjectType('OverlapEdge', { description: 'One overlap of a page, with its place in the list.' })
export class OverlapEdgeType {
  @Field(() => String, { description: 'Place in the list: give it as `after` to continue behind it.' })
  cursor!: string;
  @Field(() => OverlapType, { description: 'The overlap.' })
  node!: OverlapType;
}

@ObjectType('OverlapConnection', { description: 'A page of overlaps. How many there are in all is not counted.' })
export class OverlapConnectionType {
  @Field(() => [OverlapEdgeType], { description: 'The page.' })
  edges!: OverlapEdgeType[];
  @Field(() => PageInfoType, { description: 'Whether the list goes on.' })
  pageInfo!: PageInfoType;
}
