import { Field, ID, InterfaceType } from 'type-graphql';

@InterfaceType('Node', { description: 'Anything with an id that `node` finds again.', autoRegisterImplementations: false })
export abstract class NodeType {
  @Field(() => ID, { description: 'Public id: opaque, stable, without time or order.' })
  id!: string;
}
