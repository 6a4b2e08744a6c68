import { Field, ID, ObjectType } from 'type-graphql';
import type { Permission } from '../gate/accessPolicy.ts';
import type { Role } from '../store/ports/workStore.ts';
import { RoleEnum } from './enums.ts';

@ObjectType('Jurisdiction', { description: 'State, county or parish.' })
export class JurisdictionType {
  @Field(() => ID, { description: 'FIPS code: `22071`.' })
  id!: string;
  @Field(() => String, { description: 'As people call it.' })
  name!: string;
}

@ObjectType('Agency', { description: 'Owner of reports: a police department, a sheriff, a task force cell.' })
export class AgencyType {
  @Field(() => ID, { description: 'Short code, the beginning of its report numbers: `BAYOU-SO`.' })
  id!: string;
  @Field(() => String, { description: 'Full name.' })
  name!: string;
}

@ObjectType('Group', { description: 'Agencies that share: a task force.' })
export class GroupType {
  @Field(() => ID, { description: "Short code, as used for a report's audience: `GULF-TF`." })
  id!: string;
  @Field(() => String, { description: 'Full name.' })
  name!: string;
  @Field(() => [AgencyType], { description: 'Members.' })
  agencies!: AgencyType[];
}

@ObjectType('Viewer', { description: 'Who asks.' })
export class ViewerType {
  @Field(() => ID, { description: 'Name of the user.' })
  id!: string;
  @Field(() => String, { description: 'As people call them.' })
  name!: string;
  @Field(() => AgencyType, { description: 'The agency they work for: everything it owns is in sight.' })
  agency!: AgencyType;
  @Field(() => [GroupType], { description: 'Groups their agency belongs to.' })
  groups!: GroupType[];
  @Field(() => RoleEnum, { description: 'What they may do.' })
  role!: Role;
  @Field(() => [String], { description: 'The single permissions of the role: `evidence:read`.' })
  permissions!: Permission[];
}
