import { Field, Int, ObjectType, type ClassType } from 'type-graphql';
import type { CountedConnection, Edge } from '../model/connection.ts';

@ObjectType('PageInfo', { description: 'Whether a list goes on.' })
export class PageInfoType {
  @Field(() => Boolean, { description: 'More follow.' })
  hasNextPage!: boolean;
  @Field(() => String, {
    nullable: true,
    description: 'Give it as `after` for the next page. Valid for this list, its arguments and your sight alone.',
  })
  endCursor!: string | null;
}

/** Relay's edge and connection of one type: `RecordEdge`, `RecordConnection`. */
export function connectionOf<T extends object>(
  name: string,
  of: () => ClassType<T>,
): { readonly EdgeType: ClassType<Edge<T>>; readonly ConnectionType: ClassType<CountedConnection<T>> } {
  @ObjectType(`${name}Edge`, { description: `One ${name} of a page, with its place in the list.` })
  class EdgeType implements Edge<T> {
    @Field(() => String, { description: 'Place in the list: give it as `after` to continue behind it.' })
    cursor!: string;
    @Field(of, { description: `The ${name}.` })
    node!: T;
  }
  @ObjectType(`${name}Connection`, { description: `A page of a list of ${name}.` })
  class ConnectionType implements CountedConnection<T> {
    @Field(() => [EdgeType], { description: 'The page.' })
    edges!: EdgeType[];
    @Field(() => PageInfoType, { description: 'Whether the list goes on.' })
    pageInfo!: PageInfoType;
    @Field(() => Int, { description: 'Length of the whole list, within your sight.' })
    totalCount!: number;
  }
  return { EdgeType, ConnectionType };
}
