import { makeLinkKind } from './makeLinkKind.ts';
import { subKind } from './statedProperties.ts';

export const guestOf = makeLinkKind({
  kind: 'GUEST_OF',
  label: 'guest of',
  reverseLabel: 'guest',
  ends: [{ from: ['PERSON'], to: ['STAY'] }],
  properties: [subKind],
});
