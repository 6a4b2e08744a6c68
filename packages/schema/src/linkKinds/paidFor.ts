import { makeLinkKind } from './makeLinkKind.ts';
import { subKind } from './statedProperties.ts';

export const paidFor = makeLinkKind({
  kind: 'PAID_FOR',
  label: 'paid for',
  reverseLabel: 'paid with',
  hasArrow: true,
  ends: [{ from: ['FINANCIAL_ACCOUNT', 'PAYMENT', 'PERSON', 'ORGANIZATION'], to: ['STAY', 'AD'] }],
  properties: [subKind],
});
