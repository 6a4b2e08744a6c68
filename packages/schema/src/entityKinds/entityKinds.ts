import type { EntityKind } from '../kind.ts';
import { ad } from './ad.ts';
import { address } from './address.ts';
import { legalCase } from './case.ts';
import { email } from './email.ts';
import { financialAccount } from './financialAccount.ts';
import { image } from './image.ts';
import { lodging } from './lodging.ts';
import { object } from './object.ts';
import { onlineAccount } from './onlineAccount.ts';
import { organization } from './organization.ts';
import { payment } from './payment.ts';
import { person } from './person.ts';
import { phone } from './phone.ts';
import { sighting } from './sighting.ts';
import { stay } from './stay.ts';
import { vehicle } from './vehicle.ts';

/** Every kind of entity, in the order in which menus and legends name them. */
export const entityKinds: readonly EntityKind[] = [
  person,
  organization,
  phone,
  email,
  onlineAccount,
  address,
  vehicle,
  lodging,
  financialAccount,
  stay,
  payment,
  ad,
  image,
  sighting,
  legalCase,
  object,
];
