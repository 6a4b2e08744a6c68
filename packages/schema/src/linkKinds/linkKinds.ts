import type { LinkKind } from '../kind.ts';
import { advertises } from './advertises.ts';
import { associatedWith } from './associatedWith.ts';
import { at } from './at.ts';
import { booked } from './booked.ts';
import { called } from './called.ts';
import { controls } from './controls.ts';
import { depicts } from './depicts.ts';
import { drove } from './drove.ts';
import { employs } from './employs.ts';
import { guestOf } from './guestOf.ts';
import { holds } from './holds.ts';
import { involvedIn } from './involvedIn.ts';
import { kin } from './kin.ts';
import { knows } from './knows.ts';
import { messaged } from './messaged.ts';
import { nearDuplicate } from './nearDuplicate.ts';
import { paidFor } from './paidFor.ts';
import { paidFrom } from './paidFrom.ts';
import { paidTo } from './paidTo.ts';
import { partner } from './partner.ts';
import { presentAt } from './presentAt.ts';
import { recruited } from './recruited.ts';
import { residesAt } from './residesAt.ts';
import { successorOf } from './successorOf.ts';
import { travelledWith } from './travelledWith.ts';
import { uses } from './uses.ts';

/** Every kind of link, in the order in which menus name them. */
export const linkKinds: readonly LinkKind[] = [
  uses,
  holds,
  drove,
  residesAt,
  associatedWith,
  guestOf,
  booked,
  paidFor,
  presentAt,
  at,
  paidFrom,
  paidTo,
  advertises,
  depicts,
  called,
  messaged,
  knows,
  kin,
  partner,
  travelledWith,
  employs,
  recruited,
  controls,
  involvedIn,
  successorOf,
  nearDuplicate,
];
