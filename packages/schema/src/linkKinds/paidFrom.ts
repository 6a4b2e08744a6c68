import { makeLinkKind } from './makeLinkKind.ts';
import { subKind } from './statedProperties.ts';

/** No arrow: money runs against the direction of the words. */
export const paidFrom = makeLinkKind({
  kind: 'PAID_FROM',
  label: 'paid from',
  reverseLabel: 'paid',
  ends: [{ from: ['PAYMENT'], to: ['FINANCIAL_ACCOUNT', 'PERSON', 'ORGANIZATION'] }],
  properties: [subKind],
});
