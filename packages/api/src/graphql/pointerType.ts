import { Field, ObjectType } from 'type-graphql';
import { AgencyType } from './directoryTypes.ts';

@ObjectType('Pointer', {
  description: 'An agency holds something about this that you may not read: whom to call, and the reference to name.',
})
export class PointerType {
  @Field(() => AgencyType, { description: 'Who holds it.' })
  agency!: AgencyType;
  @Field(() => String, { description: 'Whom to call.' })
  contact!: string;
  @Field(() => String, { description: 'Reference by which both sides speak of it. Not a report number.' })
  reference!: string;
}
