import { ArgsType, Field, ID, Int } from 'type-graphql';
import { GraphQLDateTime } from 'graphql-scalars';
import { DirectionEnum, ExpandOrderEnum } from '../../graphql/enums.ts';
import { EntityKindEnum, LinkKindEnum } from '../../graphql/kindEnums.ts';
import type { Direction } from '../../model/views.ts';
import type { ExpandInput } from './expandEntities.ts';
import type { PathsInput } from './findPaths.ts';

@ArgsType()
export class ExpandArguments {
  @Field(() => [ID], { description: 'Entities to expand, at most 500. Unknown ones are dropped.' })
  ids!: string[];
  @Field(() => [LinkKindEnum], { nullable: true, description: 'Only by these kinds of link.' })
  linkKinds?: string[] | null;
  @Field(() => [EntityKindEnum], { nullable: true, description: 'Only to these kinds of entity.' })
  entityKinds?: string[] | null;
  @Field(() => DirectionEnum, { nullable: true, description: 'Only in this direction, as seen from the entities expanded.' })
  direction?: Direction | null;
  @Field(() => GraphQLDateTime, { nullable: true, description: 'Only links that go on after this.' })
  since?: Date | null;
  @Field(() => GraphQLDateTime, { nullable: true, description: 'Only links that begin before this.' })
  until?: Date | null;
  @Field(() => [ID], {
    nullable: true,
    description: 'Entities that you have already, at most 5,000: the next page is what is not among them.',
  })
  exclude?: string[] | null;
  @Field(() => ExpandOrderEnum, {
    nullable: true,
    defaultValue: 'NEWEST',
    description: 'Order of the page. All but NEWEST are refused over 10,000 entities.',
  })
  order?: ExpandInput['order'] | null;
  @Field(() => Int, { nullable: true, defaultValue: 50, description: 'How many entities: 1 to 500.' })
  limit?: number | null;

  toInput(): ExpandInput {
    return {
      ids: this.ids,
      linkKinds: this.linkKinds ?? null,
      entityKinds: this.entityKinds ?? null,
      direction: this.direction ?? null,
      window: { since: this.since?.getTime() ?? null, until: this.until?.getTime() ?? null },
      exclude: this.exclude ?? [],
      order: this.order ?? 'NEWEST',
      limit: this.limit ?? 50,
    };
  }
}

@ArgsType()
export class PathsArguments {
  @Field(() => ID, { description: 'One end.' })
  from!: string;
  @Field(() => ID, { description: 'The other end.' })
  to!: string;
  @Field(() => Int, { nullable: true, defaultValue: 6, description: 'Most steps: 1 to 8.' })
  maxHops?: number | null;
  @Field(() => Int, { nullable: true, defaultValue: 5, description: 'How many paths: 1 to 20.' })
  count?: number | null;
  @Field(() => Boolean, { nullable: true, defaultValue: false, description: 'Walk through generic entities as well.' })
  throughGeneric?: boolean | null;
  @Field(() => [LinkKindEnum], { nullable: true, description: 'Only by these kinds of link.' })
  linkKinds?: string[] | null;
  @Field(() => GraphQLDateTime, { nullable: true, description: 'Only links that go on after this.' })
  since?: Date | null;
  @Field(() => GraphQLDateTime, { nullable: true, description: 'Only links that begin before this.' })
  until?: Date | null;

  toInput(): PathsInput {
    return {
      from: this.from,
      to: this.to,
      maxHops: this.maxHops ?? 6,
      count: this.count ?? 5,
      throughGeneric: this.throughGeneric ?? false,
      linkKinds: this.linkKinds ?? null,
      window: { since: this.since?.getTime() ?? null, until: this.until?.getTime() ?? null },
    };
  }
}
