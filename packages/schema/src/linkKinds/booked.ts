import { makeLinkKind } from './makeLinkKind.ts';
import { subKind } from './statedProperties.ts';

export const booked = makeLinkKind({
  kind: 'BOOKED',
  label: 'booked',
  reverseLabel: 'booked by',
  ends: [{ from: ['PERSON', 'ORGANIZATION', 'PHONE', 'EMAIL', 'ONLINE_ACCOUNT'], to: ['STAY'] }],
  properties: [subKind],
});
