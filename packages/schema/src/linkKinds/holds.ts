import { makeLinkKind } from './makeLinkKind.ts';
import { subKind } from './statedProperties.ts';

/** Owner, signer, renter, registered keeper. */
export const holds = makeLinkKind({
  kind: 'HOLDS',
  label: 'holds',
  reverseLabel: 'held by',
  ends: [{ from: ['PERSON', 'ORGANIZATION'], to: ['FINANCIAL_ACCOUNT', 'VEHICLE'] }],
  properties: [subKind],
});
